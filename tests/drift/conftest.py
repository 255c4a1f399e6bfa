"""What the tests of drift share."""

from __future__ import annotations

import pytest

from tadqiq.drift import measure


@pytest.fixture
def departures(document, vectors):
    """What a text departs in from its siblings."""

    def found(text, siblings):
        documents = [document("article", text)]
        documents += [document(f"s{n}", sibling) for n, sibling in enumerate(siblings)]
        own, *others = zip(documents, vectors(documents), strict=True)
        return measure(*own, others).departures

    return found
