"""The whole way, from articles to a ranking, and what it is held against."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from .. import embed
from ..config import Config
from ..pipeline import Auditor
from .batch import Batch
from .plain import by_hand, plain
from .texts import PER_EVENT, articles
from .timing import Timing, against, timed

_WHOLE = "whole"
_PLAIN = "by hand, plain fp32"


def whole(batch: Batch, config: Config) -> list[Timing]:
    """With siblings anew, the same batch again, rules alone, and by hand (`plain.by_hand`).

    Models and words are known beforehand; what is found goes to folders of its own. Whatever
    is remembered of texts in this process helps what comes later, so by hand comes last, and with
    it torch: a process of gigabytes takes long to copy.
    """

    def measured(name: str, work: Callable[[], object]) -> Timing:
        return batch.timing(_WHOLE, name, timed(work, rounds=1))

    with tempfile.TemporaryDirectory() as folder:
        ours = _warm(config, Path(folder) / "ours")
        audit = partial(ours.audit, batch.articles)
        found = [measured("embedded anew", audit), measured("again, cached", audit)]
        rules = _warm(replace(config, drift=False), Path(folder) / "rules")
        found.append(measured("rules alone", partial(rules.audit, batch.articles)))
        found.append(measured(_PLAIN, _plain(batch, config)))
    return against(_PLAIN, found)


def _plain(batch: Batch, config: Config) -> Callable[[], object]:
    model = plain(config.model, config.cache_dir)
    known = embed.load(config.model, cache_dir=config.cache_dir, backend="torch").background
    by_hand(list(articles(PER_EVENT, seed=0)), model, known)
    return partial(by_hand, batch.articles, model, known)


def _warm(config: Config, folder: Path) -> Auditor:
    """An auditor that has its model and its words, and remembers nothing of what it will see."""
    folder.mkdir()
    for name in ("models", "background"):
        if (config.cache_dir / name).is_dir():
            (folder / name).symlink_to(config.cache_dir / name, target_is_directory=True)
    auditor = Auditor(replace(config, cache_dir=folder))
    auditor.audit(articles(PER_EVENT, seed=0))
    return auditor
