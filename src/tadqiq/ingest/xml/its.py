"""ITS 2.0 in XML: what its attributes and provenance records declare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..provenance import Declared, by_its, by_tag
from .names import language, short

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def declared_in(element: Element) -> Iterator[Declared]:
    """The declarations on an element and everything in it, and its language tag's."""
    yield by_tag(language(element))
    for inner in element.iter():
        own = {
            name[4:]: value
            for name, value in ((short(key), value) for key, value in inner.attrib.items())
            if name.startswith("its:")
        }
        if short(inner.tag) == "its:provenanceRecord":
            own |= {str(key): str(value) for key, value in inner.attrib.items()}
        if own:
            yield by_its(own)
