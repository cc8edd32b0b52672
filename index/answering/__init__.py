"""A question as asked becomes the answer that is shown."""
