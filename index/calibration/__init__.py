"""What was fitted on labelled questions, one entry a model."""
