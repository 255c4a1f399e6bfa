"""Everything that can be set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal, Protocol

from ..errors import ConfigError
from ..model import Locale, Severity, default_cache_dir, record
from .source import KeyPath, Source


@record
class Thresholds:
    """Qualities (0–100) from which on an article may be published, and is worth a review."""

    publish: float = 98.0
    review: float = 90.0

    def verdict(self, quality: float) -> Literal["publish", "review", "reject"]:
        """What to do with an article of ``quality``."""
        if quality >= self.publish:
            return "publish"
        return "review" if quality >= self.review else "reject"


@record
class Suppression:
    """Findings of a code prefix on exactly these words are set aside, for a stated reason."""

    code: str
    quote: str
    reason: str


class Switch(Protocol):
    """What the settings must know of a rule: its code, and whether it speaks unasked."""

    @property
    def code(self) -> str: ...

    @property
    def enabled(self) -> bool: ...


@record(kw_only=True)
class Config:
    """Everything that can be set.

    ``select``, ``extend`` and ``ignore`` hold code prefixes (see :meth:`speaks`), ``severities``
    pairs of prefix and severity. ``allow`` are words that are never wrong here, ``terms`` map
    a variant to the form this newsroom prefers, ``termbases`` are files of such terms.
    ``model`` None is the bundled one, ``backend`` what runs it (auto: the fastest installed);
    ``second_opinion`` is the folder of a cross-encoder that is asked about aligned sentences;
    without ``drift`` neither is needed. ``fluency`` says whether a small language model
    reads along where it is installed; None leaves it to the command.
    """

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    allow: frozenset[str] = frozenset()
    terms: Mapping[str, str] = field(default_factory=dict)
    termbases: tuple[Path, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    thresholds: Thresholds = Thresholds()
    model: str | None = None
    backend: str = "auto"
    second_opinion: str | None = None
    drift: bool = True
    fluency: bool | None = None
    cache_dir: Path = field(default_factory=default_cache_dir)
    locale: Locale = "en"
    source: Source | None = field(default=None, repr=False, compare=False)

    def speaks(self, rule: Switch) -> bool:
        """Whether ``rule`` is switched on.

        With ``select`` only what it names runs, without it every enabled rule. ``extend``
        adds, ``ignore`` takes away; of two prefixes the longer wins, of equals ``ignore``.
        """
        wanted = max(_reach(self.select, rule.code), _reach(self.extend, rule.code))
        unwanted = _reach(self.ignore, rule.code)
        if wanted or unwanted:
            return wanted > unwanted
        return rule.enabled and not self.select

    def suppression(self, code: str, quote: str) -> Suppression | None:
        """Why a finding of ``code`` on ``quote`` is set aside, if it is."""
        fitting = (
            rule for rule in self.suppressions if code.startswith(rule.code) and rule.quote == quote
        )
        return next(fitting, None)

    def verify(self, codes: Iterable[str]) -> None:
        """Raises ConfigError for a prefix with which no rule of ``codes`` begins; the codes are
        asked for only where there is a prefix."""
        prefixes = tuple(self._prefixes())
        known = tuple(codes) if prefixes else ()
        for path, prefix in prefixes:
            if not any(code.startswith(prefix) for code in known):
                where = f"{self.source.at(path)}: " if self.source else ""
                raise ConfigError(
                    f'{where}no rule begins with "{prefix}"; "tadqiq rules" lists them'
                )

    def _prefixes(self) -> Iterator[tuple[KeyPath, str]]:
        """Every code prefix that is set, with the place of its setting."""
        for name in ("select", "extend", "ignore"):
            for prefix in getattr(self, name):
                yield ("rules", name), prefix
        for prefix, _ in self.severities:
            yield ("severities", prefix), prefix
        for number, rule in enumerate(self.suppressions):
            yield ("suppress", number, "code"), rule.code


def _reach(prefixes: Iterable[str], code: str) -> int:
    """The length of the longest prefix that fits, 0 if none does."""
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=0)
