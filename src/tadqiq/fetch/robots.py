"""robots.txt, after RFC 9309: what a site lets programs read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

AGENT = "tadqiq"
_MAX_RULES = 5_000
_MAX_PATH = 2_000
_SAFE = "/*$?=&;:@+,!~'()%"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for us, longest first, and how long to pause between requests, if it says."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether ``path``, with its query, may be read: the longest rule that fits decides, of
        equals the one that allows; without any it may."""
        asked = _normal(path or "/")[:_MAX_PATH]
        return next((allowed for rule, allowed in self.rules if _fits(rule, asked)), True)


def parse(text: str) -> Robots:
    """The group of rules for our name, or else for everybody."""
    own: list[tuple[str, str]] = []
    everybody: list[tuple[str, str]] = []
    named = False
    for agents, lines in _groups(text):
        if AGENT in agents:
            named = True
            own += lines
        if "*" in agents:
            everybody += lines
    chosen = own if named else everybody
    rules = [(_normal(value), key == "allow") for key, value in chosen if key != "crawl-delay"]
    kept = sorted(rules[:_MAX_RULES], key=lambda rule: (-len(rule[0]), not rule[1]))
    return Robots(
        tuple(kept), max((_number(v) for k, v in chosen if k == "crawl-delay"), default=0)
    )


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """The names that a group speaks to, and its rules."""
    agents: set[str] = set()
    lines: list[tuple[str, str]] = []
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if lines:
                yield agents, lines
                agents, lines = set(), []
            agents.add(value.lower().split("/")[0].strip())
        elif key in ("allow", "disallow", "crawl-delay") and agents and value:
            lines.append((key, value))
    yield agents, lines


def _fits(rule: str, path: str) -> bool:
    """``*`` is anything, a ``$`` at the end is the end. No regular expression: a site could
    write one that never ends."""
    anchored = rule.endswith("$")
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(rest, 1):
        if anchored and number == len(rest):
            return path.endswith(part) and len(path) - len(part) >= at
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not anchored or at == len(path)


def _normal(path: str) -> str:
    """One spelling of percent-encoded characters."""
    return quote(unquote(re.sub(r"%(?![0-9a-fA-F]{2})", "%25", path)), safe=_SAFE)[:_MAX_PATH]


def _number(text: str) -> float:
    return float(text) if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", text) else 0.0
