"""Documents as the pipeline makes them, with the vectors of the real encoder; a real browser."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import platformdirs
import pytest
from hypothesis import HealthCheck, settings

from tadqiq.languages import profile_for
from tadqiq.model import Article
from tadqiq.text import segment

# How fast examples come depends on what else the machine does, and is no fault of the code.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

SEEDS = Path(__file__).parents[1] / "corpora" / "seeds"
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def document():
    """Makes a document of a text: ``document(id, text, lang="ar", **metadata)``."""

    def make(name, text, *, lang="ar", **metadata):
        return segment(Article(id=name, text=text, lang=lang, **metadata), profile_for)

    return make


@pytest.fixture(scope="session")
def vectors():
    """The default encoder's centred vectors for a list of documents, a matrix each."""
    from tadqiq.embed import centre, load

    cache = Path(os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq"))
    model = load(cache_dir=cache)

    def embed(documents):
        sentences = [s.span.of(doc.text) for doc in documents for s in doc.sentences]
        matrix = centre(model.encode(sentences), model.background)
        ends = np.cumsum([len(doc.sentences) for doc in documents])
        return list(np.split(matrix, ends[:-1]))

    return embed


@pytest.fixture(scope="session")
def reread(document):
    """What ``rules`` find in a text once the real language model has read along: (quote, first
    suggestion) of each."""
    from tadqiq import fluency
    from tadqiq.detect import Context, detect
    from tadqiq.pipeline.second_reading import read

    if not fluency.available("ar"):
        pytest.skip("needs the extra: pip install 'tadqiq[fluency]'")
    cache = Path(os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq"))
    reader = fluency.load(cache, lambda stage, done, total: None)

    def told(text, rules):
        doc = document("one", text)
        found = read(doc, detect(doc, rules), rules, Context(), reader)
        return [(one.quote, one.suggestions[0].replacement) for one in found if one.suggestions]

    return told


@pytest.fixture(scope="session")
def seeds(document, vectors):
    """The five seed articles and their vectors, by the first three digits of their names."""
    paths = sorted(SEEDS.glob("*.txt"))
    documents = [document(path.name[:3], path.read_text("utf-8")) for path in paths]
    return {
        doc.id: (doc, matrix) for doc, matrix in zip(documents, vectors(documents), strict=True)
    }


@pytest.fixture(scope="module")
def browser():
    """Debian's Chromium, driven by playwright, with an empty profile of its own.

    One a module and not one a session: as long as playwright's synchronous API lives, an event
    loop counts as running in this thread, and asyncio.run in any other test would refuse.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium is installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=QUIET.split())
        yield found
        found.close()
