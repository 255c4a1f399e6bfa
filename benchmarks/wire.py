"""A made-up newsroom: articles on happenings that differ, as a wire of many outlets brings them.

python benchmarks/wire.py 20000 --words 80 > wire.jsonl      (or --format rss > wire.xml)

Five outlets report every happening in words of their own. People, places, things, figures and
reasons are drawn anew for each, from tens of millions of combinations, so that sentences do not
come again from one happening to the next. Some articles hold the usual slips, and one outlet in a
while gets a figure wrong. With ``--degenerate`` all articles are put together from the sentences
of a few happenings: the worst that linking can meet.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

PER_EVENT = 5
_SLIPPED = 0.3  # share of the articles with slips
_ALTERED = 0.05  # share of the articles with one figure changed
_A_DAY = 4000  # articles
_PASSAGES = 150  # of which a degenerate wire is made
_FIRST_DAY = datetime(2026, 10, 5, 6, tzinfo=UTC)


def wire(
    count: int, *, words: int = 500, seed: int = 1, degenerate: bool = False
) -> Iterator[dict[str, str]]:
    """``count`` article records of at least ``words`` words, the same for the same ``seed``."""
    passages = list(_passages(seed)) if degenerate else []
    for number in range(count):
        event, copy = divmod(number, PER_EVENT)
        own = Random(f"{seed}/{event}/{copy}")
        lines = (
            own.sample(passages, 1 + words // 18) if passages else _told(seed, event, copy, words)
        )
        moment = _FIRST_DAY + timedelta(days=number / _A_DAY, minutes=own.randrange(90))
        yield {
            "id": f"a{number}",
            "title": " ".join(lines[0].split()[:9]),
            "text": _slipped(
                "\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3)), own
            ),
            "lang": "ar",
            "outlet": _list("outlet")[(event + copy) % len(_list("outlet"))],
            "published": moment.isoformat(),
        }


def rss(records: Iterator[dict[str, str]]) -> Iterator[str]:
    """The records as one RSS 2.0 feed, piece by piece."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<rss version="2.0"><channel><title>wire</title>\n'
    for one in records:
        date = datetime.fromisoformat(one["published"]).strftime("%a, %d %b %Y %H:%M:%S +0000")
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in one["text"].split("\n"))
        yield f'<item><guid isPermaLink="false">{one["id"]}</guid>'
        yield f"<title>{escape(one['title'])}</title><pubDate>{date}</pubDate>"
        yield f'<source url="https://news.example.org/">{one["outlet"]}</source>'
        yield f"<description>{escape(paragraphs)}</description></item>\n"
    yield "</channel></rss>\n"


def _passages(seed: int) -> Iterator[str]:
    for event in range(_PASSAGES // 15):
        yield from _told(seed, event, 0, 300)[:15]


def _told(seed: int, event: int, copy: int, words: int) -> list[str]:
    """Sentences on one happening as one outlet writes them."""
    shared, own = Random(f"{seed}/{event}"), Random(f"{seed}/{event}/{copy}/words")
    cast = _cast(shared)
    lines: list[str] = []
    total = 0
    while total < words:
        start = 1 if lines else 0
        for told in [_list("told")[0]] * (1 - start) + shared.sample(_list("told")[1:], 15):
            facts = _facts(shared, cast)
            if own.random() < _ALTERED / 10:
                facts["n"] = _number(own)
            opening = own.choice(_list("opening")) if lines else ""
            sentence = told[(copy + len(lines)) % len(told)].format(**facts)
            lines.append(opening + sentence.removeprefix("و") if opening else sentence)
            total += len(lines[-1].split())
            if total >= words:
                break
    return lines


def _cast(random: Random) -> Mapping[str, Sequence[str]]:
    """Who and what a happening is about."""
    people = [f"{random.choice(_list('first'))} {random.choice(_list('family'))}" for _ in range(3)]
    return {
        "who": people,
        "role": random.sample(_list("role"), 2),
        "body": random.sample(_list("body"), 2),
        "city": random.sample(_list("city"), 2),
        "thing": random.sample(_list("thing"), 3),
        "act": random.sample(_list("act"), 5),
        "day": [random.choice(_list("day"))],
    }


def _facts(random: Random, cast: Mapping[str, Sequence[str]]) -> dict[str, str]:
    facts = {name: random.choice(values) for name, values in cast.items()}
    facts["thing"], facts["other"] = random.sample(cast["thing"], 2)
    facts["act"], facts["act2"] = random.sample(cast["act"], 2)
    return facts | {
        "n": _number(random),
        "unit": random.choice(_list("unit")),
        "why": random.choice(_list("why")),
    }


def _number(random: Random) -> str:
    """One that is followed by a singular in the accusative: the last two digits are 11 to 99."""
    thousands = random.choice(["", "", str(random.randrange(1, 60))])
    hundreds = (
        str(random.randrange(1 - bool(thousands), 10)) if thousands or random.random() < 0.5 else ""
    )
    return f"{thousands}{hundreds}{random.randrange(11, 100)}"


def _slipped(text: str, random: Random) -> str:
    if random.random() >= _SLIPPED:
        return text
    for right, wrong in random.sample(_list("slips"), 3):
        text = text.replace(right, wrong, 2)
    return text


def _list(name: str) -> list:
    return _tables()[name]


@cache
def _tables() -> Mapping[str, list]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("count", type=int)
    asked.add_argument("--words", type=int, default=500)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--format", choices=["jsonl", "rss"], default="jsonl")
    asked.add_argument("--degenerate", action="store_true")
    given = asked.parse_args()
    records = wire(given.count, words=given.words, seed=given.seed, degenerate=given.degenerate)
    if given.format == "rss":
        sys.stdout.writelines(rss(records))
    else:
        sys.stdout.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in records)


if __name__ == "__main__":
    main()
