"""Time expressions in French and English text, and the EDTF dates they mean."""
