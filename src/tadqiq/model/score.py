"""The verdict on one article."""

from __future__ import annotations

from .record import record


@record
class Score:
    """MQM overall quality of one article.

    ``quality`` 0–100 with a bootstrap interval ``low``–``high`` over sentences (95 %);
    ``reliable`` is false for texts too short to score. ``mt_likelihood`` 0–1 says how
    likely the article is raw machine translation. ``agreement`` is the chrF (0–100) with
    siblings or, where given, references; None without either. ``consensus`` is the chrF with
    those siblings alone that render the same original; None where none does.
    """

    quality: float
    low: float
    high: float
    reliable: bool
    penalty: float
    words: int
    mt_likelihood: float
    agreement: float | None = None
    consensus: float | None = None
