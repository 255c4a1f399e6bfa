"""Article to document: language, paragraphs, sentences, tokens, folded views."""

from .fold import View, fold, fold_word
from .identify import UNDETERMINED, identify
from .segment import segment

__all__ = ["UNDETERMINED", "View", "fold", "fold_word", "identify", "segment"]
