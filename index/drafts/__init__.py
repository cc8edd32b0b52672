"""What every reader makes: the draft of an article, with dates, headings and front matter as people write them."""
