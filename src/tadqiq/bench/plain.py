"""The same work put together by hand, around sentence-transformers as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .. import drift, embed, languages, score
from ..detect import Context, detect, resolve
from ..embed import checkpoint, hub
from ..embed.weights import bundled_file
from ..model import Article
from ..score import Rank
from .batch import Batch

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from ..embed.encoder import FloatVector

PLAIN = "plain sentence-transformers fp32"


def plain(model: str | None, cache_dir: Path) -> SentenceTransformer:
    """The model called ``model``, None for the default, in fp32 on the processor."""
    from ..embed.host import host

    folder = hub.find(model) if model else checkpoint.ensure(bundled_file(), cache_dir)
    return host(folder, model or PLAIN)


def by_hand(
    articles: Sequence[Article], model: SentenceTransformer, background: FloatVector
) -> tuple[Rank, ...]:
    """The ranks of articles, as somebody gets them who calls the rooms one after the other.

    In one process, in memory, nothing remembered: all sentences in one call of ``encode`` with
    its own settings, which is how sentence-transformers is quickest; then linking, and for every
    article rules, drift, chrF with its siblings and score, by the same functions as in an audit.
    The ratio to it says what encoder, processes and memory of texts gain, and nothing of how
    quick rules and drift are.
    """
    batch = Batch.of(articles)
    matrix = model.encode(batch.sentences, show_progress_bar=False)
    vectors = batch.split(embed.centre(matrix, background))
    scores, drifts, events = {}, {}, {}
    for members in batch.events(vectors):
        for place in members:
            doc = batch.documents[place]
            beside = [(batch.documents[one], vectors[one]) for one in members if one != place]
            texts = [other for other, _ in beside]
            departed = drift.measure(doc, vectors[place], beside)
            rules = [rule for rule in languages.load(doc.lang).rules if rule.enabled]
            found = detect(
                doc, rules, Context(siblings=tuple(texts)), likelihood=score.mt_likelihood
            )
            agreement = score.with_siblings(doc.text, [other.text for other in texts])
            alike = [other.text for other in texts if other.id in departed.renderings]
            consensus = score.with_siblings(doc.text, alike)
            findings = tuple(resolve((*found, *departed.departures)))
            scores[place] = score.score(doc, findings, agreement=agreement, consensus=consensus)
            drifts[place] = departed.value
            events[place] = articles[members[0]].id
    order = range(len(articles))
    return score.rank(
        [articles[place].id for place in order],
        [scores[place] for place in order],
        [drifts[place] for place in order],
        [events[place] for place in order],
    )
