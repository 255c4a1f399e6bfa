"""Frames and compatibility of readings: what agrees with what, and where that is sure."""
