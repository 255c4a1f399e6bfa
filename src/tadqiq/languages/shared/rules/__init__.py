"""Rules that need no more than a profile."""
