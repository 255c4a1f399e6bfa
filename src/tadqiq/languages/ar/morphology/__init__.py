"""Arabic morphology: every way to read a word form, and other forms of it.

``readings`` is the service; nothing is loaded before its first call.
"""

from .inflect import inflect, swap_pronoun
from .readings import readings

__all__ = ["inflect", "readings", "swap_pronoun"]
