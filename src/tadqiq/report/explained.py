"""Why an article is in its event, in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ..model import Alignment, Explanation, Link, Locale, Message
from .plain import isolate, quotation, visible

_GIVEN = "given"
_LEAST = 0.05  # log-odds of a ground that is worth a word
_MOST_PAIRS = 3  # aligned sentences shown for a sibling
_QUOTE = 60  # cells of a quoted sentence
# What speaks for one happening, and what against it, by ground.
_GROUNDS: Mapping[str, tuple[Message, Message]] = {
    "bias": (
        Message("articles of one batch", "مقالان من دفعة واحدة"),
        Message("most articles differ", "أغلب المقالات لا يجمعها حدث"),
    ),
    "lead": (
        Message("their openings are alike", "مطلعاهما متقاربان"),
        Message("their openings differ", "مطلعاهما مختلفان"),
    ),
    "topic": (
        Message("one topic", "الموضوع واحد"),
        Message("the topics differ", "الموضوعان مختلفان"),
    ),
    "facts": (
        Message("sentence answers to sentence", "جملهما تتقابل"),
        Message("few sentences answer to each other", "قليل من جملهما يتقابل"),
    ),
    "words": (
        Message("they share rare words", "بينهما كلمات نادرة مشتركة"),
        Message("they share few rare words", "قلّ ما بينهما من كلمات نادرة"),
    ),
    "names": (
        Message("they share names", "بينهما أسماء مشتركة"),
        Message("they share few names", "قلّ ما بينهما من أسماء"),
    ),
    "numbers": (
        Message("they share numbers", "بينهما أرقام مشتركة"),
        Message("their numbers differ", "أرقامهما مختلفة"),
    ),
    "published": (
        Message("published close together", "نُشرا في وقت متقارب"),
        Message("published days apart", "بين نشرهما أيام"),
    ),
    "weekday": (
        Message("they name one weekday", "يذكران يومًا واحدًا"),
        Message("they name different weekdays", "يذكران يومين مختلفين"),
    ),
}
_EVENT = Message("{article} is in event {event}", "المقال {article} في الحدث {event}")
_ALONE = Message("no other article is in it", "ليس فيه مقال غيره")
_JOINED = Message("one event with {other}", "في حدث واحد مع {other}")
_APART = Message("another event than {other}", "حدث غير حدث {other}")
_BY_SENDER = Message("so grouped by the sender", "بحسب تصنيف المرسل")
_BY_OTHERS = Message("through the others of the event", "عبر سائر مقالات الحدث")
_FOR = Message("for it", "لذلك")
_AGAINST = Message("against it", "على خلاف ذلك")
_SENTENCES = Message("sentence {ours} beside {theirs}", "الجملة {ours} إزاء {theirs}")


def in_words(explanation: Explanation, locale: Locale) -> str:
    """Why the article is or is not in one event with the others, with the log-odds of every
    ground: above 0 it speaks for one happening."""
    return "\n".join(_lines(explanation, locale)) + "\n"


def as_json(explanation: Explanation) -> str:
    """The links with their grounds, and the aligned sentences with their texts."""
    record = {
        "article": explanation.article,
        "event": explanation.event.id,
        "members": list(explanation.event.members),
        "joined": [_rounded(link) for link in explanation.joined],
        "apart": [_rounded(link) for link in explanation.apart],
        "alignments": [
            asdict(one) | dict(zip(("quote", "said"), _quotes(explanation, one), strict=True))
            for one in explanation.alignments
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _rounded(link: Link) -> dict[str, Any]:
    grounds = {name: round(value, 3) for name, value in link.grounds.items() if value}
    return {
        "article": link.other,
        "score": round(link.score, 3),
        "given": _GIVEN in link.grounds,
        "grounds": grounds,
    }


def _lines(explanation: Explanation, locale: Locale) -> Iterator[str]:
    event = isolate(visible(explanation.event.id))
    yield _EVENT.fill(article=isolate(visible(explanation.article)), event=event).to(locale)
    if not explanation.joined:
        yield _ALONE.to(locale)
    for link in explanation.joined:
        yield from _link(link, _JOINED, locale)
        yield from _sentences(explanation, link.other, locale)
    for link in explanation.apart:
        yield from _link(link, _APART, locale)


def _link(link: Link, verdict: Message, locale: Locale) -> Iterator[str]:
    joined = verdict is _JOINED
    told = verdict.fill(other=isolate(visible(link.other))).to(locale)
    why = _BY_SENDER if _GIVEN in link.grounds else None
    if why is None and joined != (link.score >= 0.0):
        why = _BY_OTHERS
    yield ""
    yield f"{told} ({link.score:+.1f})" + (f" · {why.to(locale)}" if why else "")
    for head, sign in ((_FOR, 1), (_AGAINST, -1)):
        grounds = _grounds(link, sign if joined else -sign, locale)
        if grounds:
            yield f"  {head.to(locale)}: {' · '.join(grounds)}"


def _grounds(link: Link, sign: int, locale: Locale) -> Sequence[str]:
    """What speaks for one happening (1) or against it (-1), the weightiest first."""
    found = [(value, name) for name, value in link.grounds.items() if sign * value >= _LEAST]
    found.sort(key=lambda one: (-abs(one[0]), one[1]))
    return [f"{_GROUNDS[name][sign < 0].to(locale)} {value:+.1f}" for value, name in found]


def _sentences(explanation: Explanation, other: str, locale: Locale) -> Iterator[str]:
    pairs = [one for one in explanation.alignments if one.article == other]
    pairs.sort(key=lambda one: (-one.similarity, one.sentence, one.counterpart))
    nearest = {one.sentence: one for one in reversed(pairs)}
    for one in [pair for pair in pairs if nearest[pair.sentence] is pair][:_MOST_PAIRS]:
        place = _SENTENCES.fill(ours=str(one.sentence + 1), theirs=str(one.counterpart + 1))
        ours, theirs = (quotation(text, _QUOTE) for text in _quotes(explanation, one))
        yield f"  {place.to(locale)} ({one.confidence:.2f}): {ours} = {theirs}"


def _quotes(explanation: Explanation, one: Alignment) -> tuple[str, str]:
    mine, theirs = explanation.documents[explanation.article], explanation.documents[one.article]
    said = theirs.sentences[one.counterpart].span.of(theirs.text)
    return mine.sentences[one.sentence].span.of(mine.text).strip(), said.strip()
