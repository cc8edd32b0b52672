"""What other articles tell of the same: who says so too, who says otherwise, and what has become of it since."""
