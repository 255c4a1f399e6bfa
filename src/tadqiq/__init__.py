"""Audits machine-translated news without its source."""
