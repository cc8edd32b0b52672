"""Candidates from Milvus, an engine of vectors that several machines share; all else stays at hand."""
