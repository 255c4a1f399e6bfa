"""Arabic (Modern Standard)."""
