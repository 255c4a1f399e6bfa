"""How far an article departs from what its siblings state."""

from __future__ import annotations

from .finding import Finding
from .record import record


@record
class Alignment:
    """A sentence of the article beside a sibling's sentence.

    Sentences are named by their index in ``Document.sentences``. ``similarity`` is the
    background-centred cosine; ``confidence`` 0–1 that both speak of the same thing.
    """

    sentence: int
    article: str
    counterpart: int
    similarity: float
    confidence: float


@record
class Drift:
    """``value`` 0–1 from confident departures only, None without siblings.

    ``departures`` are the ``meaning`` findings, ``unsupported`` counts the sentences that
    no sibling speaks of, which is reported and never penalised. ``renderings`` are the ids of
    the siblings that say the same sentence by sentence, as translations of one original do.
    """

    value: float | None
    departures: tuple[Finding, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    unsupported: int = 0
    renderings: tuple[str, ...] = ()
