"""What a watch must remember when it is started again."""

from __future__ import annotations

import json
import os
import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from ..errors import ArchiveError
from ..fetch import Validators

NAME = "watch.json"
_REMEMBERED = 30 * 86_400.0  # seconds that an alert is known to have been sent
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Polled:
    """One feed: when it was last asked, in seconds since 1970, what the server gave to ask for
    changes, and which of its items were rejected then."""

    at: float = 0.0
    validators: Validators = Validators()  # noqa: RUF009 - frozen
    rejected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """``run`` is the archive's last run whose alerts were all sent. ``written`` and ``posted``
    say when the alert on an article, by its digest, went into the file and to the webhook."""

    run: int
    feeds: dict[str, Polled] = field(default_factory=dict)
    written: dict[str, float] = field(default_factory=dict)
    posted: dict[str, float] = field(default_factory=dict)

    def forgetting(self, now: float) -> State:
        """Without what is too long ago to matter."""
        keep = now - _REMEMBERED
        return replace(
            self,
            written={name: at for name, at in self.written.items() if at > keep},
            posted={name: at for name, at in self.posted.items() if at > keep},
        )


def load(folder: Path, *, run: int) -> State:
    """The state kept in ``folder``, or a new one that begins after ``run``.

    Raises ArchiveError where it is damaged.
    """
    path = folder / NAME
    try:
        values = json.loads(path.read_text("utf-8"))
        return _state(values)
    except FileNotFoundError:
        return State(run)
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be read ({error.strerror or error})") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ArchiveError(
            f"{path}: damaged ({error}); delete it, and feeds are fetched anew; nothing is "
            "audited twice"
        ) from error


def save(folder: Path, state: State) -> None:
    """Keeps the state, whole or not at all. Raises ArchiveError where it cannot."""
    path, new = folder / NAME, folder / f"{NAME}.new"
    values = asdict(state.forgetting(time.time())) | {"version": _VERSION}
    try:
        with new.open("w", encoding="utf-8") as out:
            json.dump(values, out, ensure_ascii=True)
            out.flush()
            os.fsync(out.fileno())
        new.replace(path)
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be written ({error.strerror or error})") from error


def _state(values: dict[str, Any]) -> State:
    if values["version"] != _VERSION:
        raise ValueError(f"version {values['version']}, not {_VERSION}")
    feeds = {
        str(url): Polled(
            float(one["at"]),
            Validators(one["validators"]["etag"], one["validators"]["last_modified"]),
            tuple(map(str, one["rejected"])),
        )
        for url, one in values["feeds"].items()
    }
    written, posted = (
        {str(k): float(v) for k, v in values[n].items()} for n in ("written", "posted")
    )
    return State(int(values["run"]), feeds, written, posted)
