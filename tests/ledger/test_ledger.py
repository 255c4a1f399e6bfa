"""Names with all their spellings: what is one name, and which spelling is whose."""

from __future__ import annotations

from lxml import etree

from tadqiq.languages.ar.names.spelling import may_be_one
from tadqiq.ledger import Entry, Ledger, Status, rows, tbx
from tadqiq.model import NameKind, NameMention, Span

HERE = Span(0, 1)


def person(form: str, **facts: object) -> NameMention:
    return NameMention(form, NameKind.PERSON, HERE, **facts)  # type: ignore[arg-type]


def listed(form: str, established: str, *, wrong: bool = False) -> NameMention:
    return person(form, established=established, accepted=not wrong, wrong=wrong)


def entries(*articles: tuple[str, list[NameMention]]) -> list[Entry]:
    """Articles given as event and mentions, each from an outlet of its own."""
    ledger = Ledger()
    for number, (event, mentions) in enumerate(articles):
        ledger.add(mentions, lang="ar", outlet=f"o{number}", date="2026-11-01", event=event)
    return list(ledger.entries({"ar": may_be_one}))


def statuses(entry: Entry) -> dict[str, Status]:
    return {one.form: one.status for one in entry.spellings}


def test_listed_spellings_of_one_name_are_one_entry() -> None:
    (entry,) = entries(
        ("e1", [listed("زيلنسكي", "زيلينسكي"), listed("زيلينسكي", "زيلينسكي")]),
        ("e2", [listed("زيلانسكي", "زيلينسكي", wrong=True)]),
    )
    assert (entry.preferred, entry.established) == ("زيلينسكي", True)
    assert statuses(entry) == {
        "زيلينسكي": Status.PREFERRED,
        "زيلنسكي": Status.ADMITTED,
        "زيلانسكي": Status.DEPRECATED,
    }


def test_what_sounds_alike_in_one_event_is_one_name_and_most_decide() -> None:
    found = entries(
        *[("e", [person("ستويانوفيتش")])] * 3,
        ("e", [person("ستويانوفتش", full="إيفان ستويانوفتش")]),
    )
    (entry,) = found
    assert (entry.preferred, entry.established) == ("ستويانوفيتش", False)
    assert statuses(entry)["ستويانوفتش"] is Status.DEPRECATED
    assert entry.full == ("إيفان ستويانوفتش",)


def test_one_against_one_is_for_the_desk_to_decide() -> None:
    (entry,) = entries(("e", [person("ستويانوفيتش")]), ("e", [person("ستويانوفتش")]))
    assert sorted(statuses(entry).values()) == [Status.ADMITTED, Status.PREFERRED]


def test_names_of_other_events_or_of_one_article_are_not_thrown_together() -> None:
    assert len(entries(("e", [person("ستويانوفيتش")]), ("f", [person("ستويانوفتش")]))) == 2
    assert len(entries(("e", [person("سليمان"), person("سلمان")]))) == 2
    place = NameMention("ستويانوفتش", NameKind.PLACE, HERE)
    assert len(entries(("e", [person("ستويانوفيتش")]), ("e", [place]))) == 2


def test_two_listed_names_stay_two_however_alike() -> None:
    found = entries(("e", [listed("سليمان", "سليمان")]), ("e", [listed("سلمان", "سلمان")]))
    assert [entry.preferred for entry in found] == ["سلمان", "سليمان"]


def test_every_use_is_counted_by_outlet_and_date() -> None:
    ledger = Ledger()
    for outlet, date, times in (
        ("b", "2026-11-02", 2),
        ("a", "2026-11-02", 1),
        ("b", "2026-11-01", 3),
    ):
        ledger.add([person("بوتين")] * times, lang="ar", outlet=outlet, date=date, event="e")
    (entry,) = ledger.entries({})
    uses = [(use.date, use.outlet, use.articles, use.mentions) for use in entry.spellings[0].uses]
    assert uses == [
        ("2026-11-01", "b", 1, 3),
        ("2026-11-02", "a", 1, 1),
        ("2026-11-02", "b", 1, 2),
    ]
    assert [row[-2:] for row in rows([entry])] == [("1", "3"), ("1", "1"), ("1", "2")]


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [
        ("e", [person("ستويانوفيتش"), listed("ترمب", "ترامب")]),
        ("e", [person("ستويانوفتش"), listed("ترامب", "ترامب")]),
        ("f", [person("ستويانوفيتش")]),
    ]
    named = [
        [(one.preferred, statuses(one)) for one in entries(*order)]
        for order in (articles, articles[::-1])
    ]
    assert named[0] == named[1]


def test_tbx_is_well_formed_whatever_the_names_hold() -> None:
    ledger = Ledger()
    wild = 'أ<b>&"\x07\ud800'
    ledger.add([person(wild)], lang="ar", outlet=wild, date="2026", event="e")
    document = "".join(tbx(ledger.entries({}), made_from=wild, lang="en"))
    root = etree.fromstring(document.encode())
    (term,) = root.iter("{*}term")
    assert term.text == 'أ<b>&"'
