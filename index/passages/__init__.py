"""From articles to passages: sentences, then windows of whole sentences, with exact offsets."""
