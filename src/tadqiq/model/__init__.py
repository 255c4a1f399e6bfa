"""The words every room speaks: frozen, typed, no behaviour beyond geometry and lookup."""

from typing import TYPE_CHECKING

from .audit import ArticleAudit, Audit
from .caching import default_cache_dir
from .document import Article, Document, Paragraph, Rejection, Sentence, Token, TokenKind
from .drift import Alignment, Drift
from .event import Event, Link
from .finding import Evidence, Finding, Suggestion
from .hijri import HIJRI_MONTHS
from .language import Profile
from .later import later
from .lexis import Action, Choice, Home, Lexis, Vocabulary
from .message import LOCALES, Locale, Message
from .morphology import Pos, Reading
from .mqm import Category, Severity
from .record import record
from .score import Score
from .span import Span

if TYPE_CHECKING:
    from .explanation import Explanation
    from .fingerprint import fingerprints
    from .naming import NameKind, NameMention, Names
    from .spoiling import Spoiling, Spoilt
    from .standing import Measure, Standing, Standings, Trend, Unit

__all__ = [
    "HIJRI_MONTHS",
    "LOCALES",
    "Action",
    "Alignment",
    "Article",
    "ArticleAudit",
    "Audit",
    "Category",
    "Choice",
    "Document",
    "Drift",
    "Event",
    "Evidence",
    "Explanation",
    "Finding",
    "Home",
    "Lexis",
    "Link",
    "Locale",
    "Measure",
    "Message",
    "NameKind",
    "NameMention",
    "Names",
    "Paragraph",
    "Pos",
    "Profile",
    "Reading",
    "Rejection",
    "Score",
    "Sentence",
    "Severity",
    "Span",
    "Spoiling",
    "Spoilt",
    "Standing",
    "Standings",
    "Suggestion",
    "Token",
    "TokenKind",
    "Trend",
    "Unit",
    "Vocabulary",
    "default_cache_dir",
    "fingerprints",
    "later",
    "record",
]

__getattr__ = later(
    __name__,
    {
        "Explanation": "explanation",
        "Measure": "standing",
        "NameKind": "naming",
        "NameMention": "naming",
        "Names": "naming",
        "Spoiling": "spoiling",
        "Spoilt": "spoiling",
        "Standing": "standing",
        "Standings": "standing",
        "Trend": "standing",
        "Unit": "standing",
        "fingerprints": "fingerprint",
    },
)
