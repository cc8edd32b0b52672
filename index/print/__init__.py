"""PDF: lines, columns and letters as they are printed become paragraphs again."""
