"""How fluent a text is, by a small language model: what it says of a word and its correction.

A rule sees a frame, a language model the whole sentence. The model is never asked what is
wrong; it is asked which of two wordings is likelier (Bryant and Briscoe 2018, "Language Model
Based Grammatical Error Correction without Annotated Training Data"), and its answer is weighed
with what the rule knows.
"""

from .loading import available, load
from .weigh import Claim, Reader, upheld
from .wheel import installed

__all__ = ["Claim", "Reader", "available", "installed", "load", "upheld"]
