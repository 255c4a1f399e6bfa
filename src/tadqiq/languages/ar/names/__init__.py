"""Names: their mentions in a text, and when two spellings are one name."""
