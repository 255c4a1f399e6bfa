"""One round: ask the feeds that are due, audit what is new, tell what is bad."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ..archive import Archive, Audited
from ..errors import ReportError
from ..fetch import Fetcher
from ..model import Locale, Message, Rejection
from ..pipeline import Auditor
from .alerts import Alert, alert, is_bad
from .delivery import AT_ONCE, Sleep, post, write
from .feeds import Feed, Feeds
from .reading import Learnt, unseen
from .state import State

_AT_A_TIME = 200  # articles audited before alerts are sent and a wish to stop is heard
_DONE = Message(
    en="feeds {asked}, unchanged {unchanged}; articles new {new}, known {known}; "
    "rejected {rejected}; below {gate}: {alerts}",
    ar="الخلاصات {asked}، دون تغيير {unchanged}؛ المواد الجديدة {new}، المعروفة {known}؛ "
    "المرفوضة {rejected}؛ دون {gate}: {alerts}",
)


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did. ``failures`` say which alerts could not be delivered; they are kept."""

    asked: int
    unchanged: int
    new: int
    known: int
    rejections: tuple[Rejection, ...]
    alerts: tuple[Alert, ...]
    failures: tuple[str, ...]

    def in_words(self, gate: float, locale: Locale) -> str:
        """The round on one line."""
        return _DONE.fill(
            asked=str(self.asked),
            unchanged=str(self.unchanged),
            new=str(self.new),
            known=str(self.known),
            rejected=str(len(self.rejections)),
            gate=f"{gate:g}",
            alerts=str(len(self.alerts)),
        ).to(locale)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every round works with. ``sleep`` waits, and says whether to stop."""

    feeds: Feeds
    auditor: Auditor
    archive: Archive
    fetcher: Fetcher
    locale: Locale
    stopped: Callable[[], bool]
    sleep: Sleep

    def poll(self, due: Sequence[Feed], state: State, learnt: Learnt) -> Iterator[None]:
        """Audits what is new in the feeds, a batch at every step, and notes what it learns.

        Raises ArchiveError, ModelError and ConfigError as the auditor does.
        """
        items = unseen(
            due,
            state=state,
            fetcher=self.fetcher,
            archive=self.archive,
            stopped=self.stopped,
            learnt=learnt,
        )
        while batch := list(islice(items, _AT_A_TIME)):
            self.auditor.audit(
                batch,
                archive=self.archive,
                sources=[feed.url for feed in due],
                days=self.feeds.days,
                resume=self._was_broken_off(),
            )
            yield

    def tell(self, state: State, now: float) -> tuple[State, list[Alert], list[str]]:
        """Delivers what is not delivered yet; the state after it, new alerts, and failures."""
        fresh: list[Alert] = []
        failures: list[str] = []
        runs = [run for run in self.archive.runs.all() if run.key > state.run and run.finished]
        written, posted = dict(state.written), dict(state.posted)
        for run in runs:
            ours = self._watched(run.sources)
            bad = [
                self._alert(one)
                for one in self.archive.verdicts.of_run(run.key)
                if ours and self._is_bad(one)
            ]
            fresh += [one for one in bad if str(one["alert"]) not in written]
            try:
                self._write([one for one in bad if one["alert"] not in written])
                written |= {str(one["alert"]): now for one in bad}
                self._post([one for one in bad if one["alert"] not in posted], posted, now)
            except ReportError as error:
                failures.append(str(error))
                break
            state = replace(state, run=run.key)
        return replace(state, written=written, posted=posted), fresh, failures

    def _is_bad(self, audited: Audited) -> bool:
        return audited.stored.current and is_bad(audited, self.feeds.gate)

    def _alert(self, audited: Audited) -> Alert:
        return alert(audited, self.feeds.gate, self.locale)

    def _write(self, alerts: Sequence[Alert]) -> None:
        if self.feeds.file is not None and alerts:
            write(self.feeds.file, alerts)

    def _post(self, alerts: Sequence[Alert], posted: dict[str, float], now: float) -> None:
        for start in range(0, len(alerts) if self.feeds.webhook else 0, AT_ONCE):
            part = alerts[start : start + AT_ONCE]
            post(
                self.feeds.webhook or "",
                part,
                secret=self.feeds.secret,
                locale=self.locale,
                sleep=self.sleep,
            )
            posted |= {str(one["alert"]): now for one in part}

    def _watched(self, sources: Sequence[str]) -> bool:
        """Whether a run was one of ours: others may write to the archive too."""
        ours = {feed.url for feed in self.feeds.feeds}
        return any(source in ours for source in sources)

    def _was_broken_off(self) -> bool:
        latest = next(self.archive.runs.all(newest_first=True), None)
        return latest is not None and latest.finished is None and self._watched(latest.sources)
