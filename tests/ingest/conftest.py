"""Sources written to disk and read back, split into articles and rejections."""

from __future__ import annotations

import pytest

from tadqiq.ingest import read
from tadqiq.model import Article


@pytest.fixture
def reading(tmp_path):
    """``reading(data, name)`` writes bytes or text to a file and reads it."""

    def make(data, name="feed.xml"):
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        items = list(read([str(path)]))
        articles = [item for item in items if isinstance(item, Article)]
        rejections = [item for item in items if not isinstance(item, Article)]
        return articles, rejections

    return make
