"""Articles to documents with vectors; the latest are kept, so that no work is done twice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

from .. import embed, languages, text
from ..model import Article, Document

if TYPE_CHECKING:
    from ..embed.encoder import Encoder, FloatMatrix
    from ..events import Traits

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is."""

_BLOCK = 512  # sentences embedded between two words of progress
_ROOM = 1 << 20  # characters of text whose documents are kept: about 300 articles, or 300 MB
_MOST = 512  # documents that are kept, however short
_Key = tuple[str, str | None, bytes]


@dataclass(slots=True)
class Prepared:
    """A document and, once it is embedded, a centred unit row for every sentence."""

    document: Document
    vectors: FloatMatrix | None = None
    _traits: Traits | None = None

    @property
    def traits(self) -> Traits | None:
        """The article as linking sees it, None before it is embedded."""
        if self._traits is None and self.vectors is not None:
            from .. import events

            self._traits = events.traits(self.document, self.vectors)
        return self._traits


class Preparation:
    """Segments and embeds. Documents of the last articles are kept with their vectors, and
    with what other rooms keep by document, up to ``room`` characters of text.

    Safe in several threads: at worst two of them do the same work.
    """

    def __init__(
        self, encoder: Callable[[], Encoder], progress: Progress, *, room: int = _ROOM
    ) -> None:
        self._encoder = encoder
        self._progress = progress
        self._room = room
        self._kept: OrderedDict[_Key, Prepared] = OrderedDict()
        self._characters = 0
        self._embedded = 0
        self._lock = Lock()

    def segment(self, article: Article) -> Prepared:
        """The article as a document. Raises PackError where its language pack is broken."""
        key = _key(article)
        with self._lock:
            known = self._kept.get(key)
            if known is not None:
                self._kept.move_to_end(key)
        if known is None:
            known = Prepared(text.segment(article, languages.profile_for))
        elif known.document.article != article:  # the same text under other metadata
            known = Prepared(replace(known.document, article=article), known.vectors)
        else:
            return known
        self._keep(key, known)
        return known

    def forget(self) -> None:
        """Keeps no document any longer."""
        with self._lock:
            self._kept.clear()
            self._characters = 0

    def told(self, own: Prepared) -> Prepared | None:
        """The text that an article says it was translated from; None where it says nothing."""
        article = own.document.article
        if article.source_text is None:
            return None
        return self.segment(
            Article(id=f"{article.id}~source", text=article.source_text, origin=article.origin)
        )

    def source(self, own: Prepared) -> Prepared | None:
        """The same embedded, as the article is too then. Raises ModelError as ``embed`` does."""
        found = self.told(own)
        if found is not None:
            self.embed([one for one in (own, found) if one.vectors is None])
        return found

    def embed(self, items: Sequence[Prepared]) -> None:
        """Gives every item its vectors. Raises ModelError if the encoder cannot be had."""
        import numpy as np

        new = [item for item in items if item.vectors is None]
        if not new:
            return
        sentences = [part for item in new for part in sentences_of(item.document)]
        encoder = self._encoder()
        blocks = [encoder.encode(block) for block in self._told(sentences)]
        matrix = np.concatenate(blocks) if blocks else encoder.encode([])
        centred = rounded(embed.centre(matrix, encoder.background))
        ends = np.cumsum([len(item.document.sentences) for item in new])
        for item, vectors in zip(new, np.split(centred, ends[:-1]), strict=True):
            item.vectors = vectors.copy()  # a view would keep the whole batch

    def _told(self, sentences: Sequence[str]) -> Iterator[Sequence[str]]:
        before, self._embedded = self._embedded, self._embedded + len(sentences)
        for start in range(0, len(sentences), _BLOCK):
            self._progress("embed", before + start, before + len(sentences))
            yield sentences[start : start + _BLOCK]
        self._progress("embed", before + len(sentences), before + len(sentences))

    def _keep(self, key: _Key, item: Prepared) -> None:
        with self._lock:
            gone = self._kept.pop(key, None)
            self._characters -= len(gone.document.text) if gone else 0
            self._kept[key] = item
            self._characters += len(item.document.text)
            while len(self._kept) > 1 and (
                self._characters > self._room or len(self._kept) > _MOST
            ):
                _, oldest = self._kept.popitem(last=False)
                self._characters -= len(oldest.document.text)


def sentences_of(doc: Document) -> list[str]:
    """The sentences of a document, as they are embedded."""
    return [part.span.of(doc.text) for part in doc.sentences]


def rounded(matrix: FloatMatrix) -> FloatMatrix:
    """To half precision: what is kept on disk in two bytes a value must come back the same."""
    import numpy as np

    return matrix.astype(np.float16).astype(np.float32)


def _key(article: Article) -> _Key:
    text_hash = sha256(article.text.encode("utf-8", "surrogatepass")).digest()
    return article.id, article.lang, text_hash
