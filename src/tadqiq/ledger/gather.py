"""Mentions of names, article by article -> entries.

Two spellings are of one name where a list says so. Spellings that no list has are taken for one
name if they sound alike and stand in different articles on one event, never in one article
together: who reports the same happening names the same people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ..model import NameKind, NameMention
from .entry import Entry, Spelling, Status, Use

_CLEARLY = 3  # times as many articles have the preferred spelling before the other is deprecated
_MOST_FULL = 3  # whole names that an entry shows

Alike = Callable[[str, str], bool]
"""Whether two spellings may be of one name."""

_Key = tuple[str, NameKind, str]


@dataclass(slots=True)
class _Form:
    """What is known of one spelling, in one language and of one kind."""

    established: str = ""
    accepted: bool = False
    wrong: bool = False
    articles: Counter[tuple[str, str]] = field(default_factory=Counter)
    mentions: Counter[tuple[str, str]] = field(default_factory=Counter)
    full: Counter[str] = field(default_factory=Counter)
    events: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


class Ledger:
    """Gathers mentions; the entries are made when they are asked for."""

    def __init__(self) -> None:
        self._forms: dict[_Key, _Form] = {}
        self._articles = 0

    def add(
        self, mentions: Iterable[NameMention], *, lang: str, outlet: str, date: str, event: str
    ) -> None:
        """The mentions of one article; ``date`` as it is to stand in the ledger."""
        self._articles += 1
        seen: set[_Key] = set()
        for mention in mentions:
            key = lang, mention.kind, mention.form
            form = self._forms.setdefault(key, _Form())
            form.established = form.established or mention.established
            form.accepted |= mention.accepted
            form.wrong |= mention.wrong
            form.mentions[outlet, date] += 1
            if mention.full:
                form.full[mention.full] += 1
            if key not in seen:
                seen.add(key)
                form.articles[outlet, date] += 1
                form.events[event].add(self._articles)

    def entries(self, alike: Mapping[str, Alike]) -> Iterator[Entry]:
        """The names in order of language, kind and preferred spelling.

        ``alike`` says by language whether two spellings may be of one name.
        """
        groups = self._groups(alike)
        made = [
            _entry(lang, kind, {key[2]: self._forms[key] for key in keys})
            for (lang, kind, _), keys in groups.items()
        ]
        yield from sorted(made, key=lambda one: (one.lang, one.kind, one.preferred))

    def _groups(self, alike: Mapping[str, Alike]) -> dict[_Key, list[_Key]]:
        """Spellings of one name, under any one of them."""
        parent: dict[_Key, _Key] = {}

        def root(key: _Key) -> _Key:
            while parent.setdefault(key, key) != key:
                parent[key] = parent[parent[key]]
                key = parent[key]
            return key

        for key in sorted(self._forms):
            lang, kind, name = key
            parent[root(key)] = root((lang, kind, self._forms[key].established or name))
        for one, other in self._neighbours(alike):
            parent[max(root(one), root(other))] = min(root(one), root(other))
        groups: dict[_Key, list[_Key]] = defaultdict(list)
        for key in sorted(self._forms):
            groups[root(key)].append(key)
        return groups

    def _neighbours(self, alike: Mapping[str, Alike]) -> Iterator[tuple[_Key, _Key]]:
        """Pairs of spellings, one of them on no list, that stand for one name in one event."""
        by_event: dict[str, list[_Key]] = defaultdict(list)
        for key in sorted(self._forms):
            for event in self._forms[key].events:
                by_event[event].append(key)
        for event, keys in by_event.items():
            for one, other in combinations(keys, 2):
                same = alike.get(one[0])
                first, second = self._forms[one], self._forms[other]
                listed = first.established and second.established
                if one[:2] != other[:2] or listed or same is None:
                    continue
                apart = first.events[event].isdisjoint(second.events[event])
                if apart and same(one[2], other[2]):
                    yield one, other


def _entry(lang: str, kind: NameKind, forms: Mapping[str, _Form]) -> Entry:
    preferred, established = _preferred(forms)
    full = sum((form.full for form in forms.values()), Counter[str]())
    spellings = [
        Spelling(name, _status(name, forms, preferred), tuple(_uses(form)))
        for name, form in forms.items()
    ]
    if preferred not in forms:
        spellings.append(Spelling(preferred, Status.PREFERRED, ()))
    spellings.sort(key=lambda one: (one.form != preferred, -one.articles, one.form))
    whole = sorted(full, key=lambda name: (-full[name], name))[:_MOST_FULL]
    return Entry(lang, kind, preferred, established, tuple(whole), tuple(spellings))


def _preferred(forms: Mapping[str, _Form]) -> tuple[str, bool]:
    """The established spelling; without one that of most articles, then of most outlets."""
    listed = Counter[str]()
    for form in forms.values():
        if form.established:
            listed[form.established] += form.articles.total()
    if listed:
        return min(listed, key=lambda name: (-listed[name], name)), True
    return min(
        forms, key=lambda name: (-forms[name].articles.total(), -_outlets(forms[name]), name)
    ), False


def _status(name: str, forms: Mapping[str, _Form], preferred: str) -> Status:
    """Deprecated is what a list has as wrong, and what few write where most write otherwise."""
    form = forms[name]
    if name == preferred:
        return Status.PREFERRED
    if form.wrong:
        return Status.DEPRECATED
    most = forms[preferred].articles.total() if preferred in forms else 0
    rare = most >= _CLEARLY * form.articles.total()
    return Status.DEPRECATED if rare and not form.accepted else Status.ADMITTED


def _outlets(form: _Form) -> int:
    return len({outlet for outlet, _ in form.articles})


def _uses(form: _Form) -> Sequence[Use]:
    ordered = sorted(form.articles, key=lambda key: (key[1], key[0]))
    return [
        Use(outlet, date, form.articles[outlet, date], form.mentions[outlet, date])
        for outlet, date in ordered
    ]
