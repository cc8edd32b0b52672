"""A reader goes over question and passage together: how sure it is that the passage answers, and with which words."""
