"""What is shown, within Discord's limits and inert in its Markdown."""
