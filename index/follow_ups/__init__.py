"""A question that follows another: what it lacks, and takes from the one before."""
