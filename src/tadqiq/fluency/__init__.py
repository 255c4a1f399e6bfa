"""How fluent a text is, by a small language model: what it says of a word and its correction.

A rule sees a frame, a language model the whole sentence. It is asked which of two wordings is
likelier (Bryant and Briscoe 2018, "Language Model Based Grammatical Error Correction without
Annotated Training Data"), and its answer is weighed with what the rule knows; and, tuned on
sentences with known errors, which words look like part of one.
"""

from .loading import available, load
from .mark import Mark
from .weigh import Claim, Reader, marked, surest, upheld
from .wheel import installed

__all__ = [
    "Claim", "Mark", "Reader", "available", "installed", "load", "marked", "surest", "upheld",
]  # fmt: skip
