"""From text to vectors: which model, and the two ways of running it (onnxruntime, sentence-transformers)."""
