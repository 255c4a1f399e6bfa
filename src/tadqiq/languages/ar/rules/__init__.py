"""The rules of Arabic, one file a family."""
