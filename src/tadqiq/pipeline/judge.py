"""One article beside its siblings: findings, drift, score."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from .. import languages, score, text
from ..config import Config, read_termbase
from ..detect import Context, Rule, detect, regraded, resolve
from ..errors import TadqiqError
from ..model import Article, ArticleAudit, Document, Drift, Event, Finding, Rejection, record
from .prepared import Prepared

if TYPE_CHECKING:
    from ..embed.encoder import FloatMatrix
    from ..fluency import Reader
    from ..opinion import SecondOpinion


@record
class Case:
    """One document on its way: its vectors (None without an encoder), its event, its siblings,
    and what it was translated from, where that is given.

    Siblings are in order of id, so that no verdict depends on the order of the batch.
    """

    document: Document
    vectors: FloatMatrix | None
    event: Event
    siblings: tuple[Prepared, ...]
    source: Prepared | None = None


class Judge:
    """Passes verdicts under one configuration; ``rules`` gives those of a language, ``opinion``
    a second opinion and ``reader`` the language model of a language, if they are wanted."""

    def __init__(
        self,
        config: Config,
        rules: Callable[[str], tuple[Rule, ...]],
        opinion: Callable[[], SecondOpinion | None],
        reader: Callable[[str], Reader | None],
    ) -> None:
        self._config = config
        self._opinion = opinion
        self._reader = reader
        self._rules = rules
        self._folded_terms: dict[str, Mapping[str, str]] = {}

    def verdict(self, case: Case) -> ArticleAudit | Rejection:
        """What is wrong with the article, unranked; a rejection where we fail on it."""
        doc = case.document
        try:
            departed = self._advised(case, departures(case))
            findings = self._findings(case, departed)
            marks = score.score(
                doc, findings, agreement=_agreement(case), consensus=_consensus(case, departed)
            )
        except TadqiqError:
            raise
        except Exception as error:  # one broken article never stops a batch
            return broken(doc.article, "audit", error)
        return ArticleAudit(doc, findings, departed, marks, case.event, rank=0)

    @cached_property
    def termbase(self) -> Mapping[str, str]:
        """Terms of the settings and of their files; what the settings say themselves wins."""
        terms: dict[str, str] = {}
        for path in self._config.termbases:
            terms |= read_termbase(path)
        return terms | dict(self._config.terms)

    def _terms(self, lang: str) -> Mapping[str, str]:
        """The newsroom's terms, the variants folded as the language folds words."""
        if lang not in self._folded_terms:
            profile = languages.profile_for(lang)
            self._folded_terms[lang] = {
                " ".join(text.fold_word(word, profile) for word in variant.split()): preferred
                for variant, preferred in self.termbase.items()
            }
        return self._folded_terms[lang]

    def _findings(self, case: Case, departed: Drift) -> tuple[Finding, ...]:
        doc, config = case.document, self._config
        context = Context(
            siblings=tuple(sibling.document for sibling in case.siblings),
            terms=self._terms(doc.lang),
            allowed=config.allow,
        )
        rules = self._rules(doc.lang)
        found = detect(
            doc,
            rules,
            context,
            severities=config.severities,
            likelihood=score.mt_likelihood,
        )
        reader = self._reader(doc.lang)
        if reader is not None:
            from .second_reading import read

            found = read(doc, found, rules, context, reader, severities=config.severities)
        kept = (
            finding
            for finding in (*found, *self._spoken(departed))
            if finding.quote not in config.allow
            and config.suppression(finding.code, finding.quote) is None
        )
        return tuple(resolve(kept))

    def _advised(self, case: Case, departed: Drift) -> Drift:
        """With what a second opinion says, where there is one and something to ask."""
        opinion = self._opinion() if departed.alignments else None
        if opinion is None:
            return departed
        from .. import drift

        siblings = [sibling.document for sibling in case.siblings]
        return drift.second_opinion(case.document, siblings, departed, opinion.contradictions)

    def _spoken(self, departed: Drift) -> Iterator[Finding]:
        """The departures of kinds that the configuration leaves switched on, graded by it."""
        if not departed.departures:
            return iter(())
        from .. import drift

        speaks = {kind.code for kind in drift.kinds() if self._config.speaks(kind)}
        spoken = (finding for finding in departed.departures if finding.code in speaks)
        return regraded(spoken, self._config.severities)


def broken(article: Article, stage: str, error: Exception) -> Rejection:
    """The rejection of an article that brought out a fault of ours in ``stage``."""
    import logging  # which nobody need load who has nothing to log

    logging.getLogger("tadqiq").debug("%s failed on %s", stage, article.id, exc_info=error)
    what = f"{type(error).__name__}: {error}"
    return Rejection(
        article.origin or article.id,
        f"tadqiq itself failed ({stage}: {what}); please report it with this article",
    )


def departures(case: Case) -> Drift:
    """How far an article departs from its siblings and its source; None without either."""
    siblings = [
        (other.document, other.vectors) for other in case.siblings if other.vectors is not None
    ]
    source = case.source
    told = None
    if source is not None and source.vectors is not None:
        told = source.document, source.vectors
    if case.vectors is None or not (siblings or told):
        return Drift(None)
    from .. import drift  # not before there is something to measure: it loads numpy

    return drift.measure(case.document, case.vectors, siblings, source=told)


def _agreement(case: Case) -> float | None:
    """chrF with the human translations where there are any, else with the siblings."""
    article = case.document.article
    others = article.references or tuple(
        other.document.text for other in case.siblings if other.document.lang == case.document.lang
    )
    return score.with_siblings(article.text, others)


def _consensus(case: Case, departed: Drift) -> float | None:
    """chrF with the other renderings of the same original. Copies of the article are none: they
    would vouch for themselves."""
    copies = next((one for one in case.event.voices if case.document.id in one), ())
    heard = set(departed.renderings).difference(copies)
    others = [one.document.text for one in case.siblings if one.document.id in heard]
    return score.with_siblings(case.document.text, others)
