"""What must be right for Sourcier to run, checked one by one, each with what to do."""
