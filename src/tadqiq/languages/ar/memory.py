"""What is known of Arabic words from one run to the next: how they can be read."""

from .morphology.readings import remember

__all__ = ["remember"]
