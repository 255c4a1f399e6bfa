"""Which language a text is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .evidence import DEFAULT, EVIDENCE, OTHER_NAMES, SOLE_LANGUAGE
from .scripts import INVISIBLE, WORD_CHARS, count_scripts, main_script

UNDETERMINED = "und"

_PRIMARY = re.compile(r"([A-Za-z]{2,3})(?:[-_]|$)")
_WORD = re.compile(rf"[^\W\d_][{WORD_CHARS}\u200c'’]*")
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_SPELLING = str.maketrans({"ی": "ي", "ک": "ك", "\u200c": "", "ـ": "", "’": "'"})
_SAMPLE_CHARS = 2000
_SAMPLE_WORDS = 150
_ENOUGH_FOR_LANGDETECT = 100
_ARTICLE = 60  # words
_PLAIN = 0.10  # share of a language's function words that leaves no doubt about a likely language
_CLEAR = 0.20  # share of marked words from which the best-marked language is believed
_FAINT = 0.08  # below this share nothing is believed
_LEAD = 1.3  # how far the best must be ahead of the second best
_OWN_SHARE = 0.25  # of the letters, in the declared language's script: the rest may be names
_RULED_OUT = 3.0  # how many times better marked another language must be than the declared one


def identify(text: str, *, declared: str | None = None) -> str:
    """The BCP 47 primary language of ``text``; ``und`` where nothing can be said.

    Script decides first, then letters and function words, then langdetect on texts of some
    length. ``declared`` is a language tag from the text's sender: it wins where the script
    fits it and the letters do not clearly gainsay it.
    """
    return identify_in(text, _script_of(text, _primary(declared)), declared=declared)


def plainly(code: str, script: str, text: str) -> bool:
    """Whether the function words of the language are plain to see in ``text``.

    A quick look, to keep a paragraph in its article's language; false says nothing.
    """
    return _are_plain(text.split(), script, code)


def identify_in(text: str, script: str, *, declared: str | None = None) -> str:
    """``identify`` for a text whose main script is known."""
    tag = _primary(declared)
    if not script:
        return tag or UNDETERMINED
    if script in SOLE_LANGUAGE:
        return _sole(script, tag)
    spelt = _sample(text)
    words = [word.translate(_SPELLING) for word in spelt]
    if tag in (None, "ar") and len(words) >= _ARTICLE and _are_plain(words, script, "ar"):
        return "ar"  # in so many words, its function words are no sister language's
    scores = _scores(spelt, words, script)
    if tag and _fits(tag, script, scores):
        return tag
    return _decide(text, script, scores, len(words))


def _primary(tag: str | None) -> str | None:
    """The primary language of a tag such as ``ar-x-mtfrom-en``; None if it is no tag."""
    found = _PRIMARY.match(tag.strip()) if tag else None
    if found is None:
        return None
    code = found.group(1).lower()
    return None if code == UNDETERMINED else OTHER_NAMES.get(code, code)


def _script_of(text: str, tag: str | None) -> str:
    """The main script, or the declared language's own where a fair share is written in it.

    Machine translation leaves names in Latin letters; in a short text they may be the most.
    """
    if tag:
        counts = count_scripts(text)
        own = sum(counts.get(script, 0) for script in _scripts(tag))
        if own and own >= _OWN_SHARE * sum(counts.values()):
            return next(script for script in _scripts(tag) if counts.get(script))
    return main_script(text)


def _scripts(tag: str) -> tuple[str, ...]:
    sole = tuple(script for script, code in SOLE_LANGUAGE.items() if code == tag)
    return _home(tag) or sole


def _sole(script: str, tag: str | None) -> str:
    """The one language of the script, or the declared one where that is not of another script."""
    if tag is None or _home(tag):
        return SOLE_LANGUAGE[script]
    foreign = tag in SOLE_LANGUAGE.values() and tag != SOLE_LANGUAGE[script]
    han = script == "Han" and tag in {"ja", "zh"}
    return tag if han or not foreign else SOLE_LANGUAGE[script]


def _home(code: str) -> tuple[str, ...]:
    """The scripts whose evidence table lists the language."""
    return tuple(script for script, languages in EVIDENCE.items() if code in languages)


def _fits(tag: str, script: str, scores: dict[str, float]) -> bool:
    """Whether a text in ``script`` with these scores may be in the declared language."""
    homes = _home(tag)
    if tag in SOLE_LANGUAGE.values() or (homes and script not in homes):
        return False
    if script != "Arabic" or tag not in scores:
        return True
    best = max(scores.values())
    return best < 3 or best < _RULED_OUT * scores[tag]


def _sample(text: str) -> Sequence[str]:
    return _WORD.findall(_UNSEEN.sub(_keep_joiner, text[:_SAMPLE_CHARS].lower()))[:_SAMPLE_WORDS]


def _keep_joiner(found: re.Match[str]) -> str:
    return found.group() if found.group() == "\u200c" else ""


def _are_plain(words: Sequence[str], script: str, code: str) -> bool:
    """Whether enough of the words are function words of the language."""
    evidence = EVIDENCE.get(script, {}).get(code)
    if evidence is None:
        return False
    known = evidence.words
    return sum(word in known for word in words) >= max(1, _PLAIN * len(words))


def _scores(spelt: Sequence[str], words: Sequence[str], script: str) -> dict[str, float]:
    """How many words of the sample bear the marks of each language of the script."""
    scores: dict[str, float] = {}
    for code, evidence in EVIDENCE.get(script, {}).items():
        score = float(sum(word in evidence.words for word in words))
        if evidence.letters is not None:
            search = evidence.letters.search
            score += evidence.weight * sum(search(word) is not None for word in spelt)
        scores[code] = score
    return scores


def _decide(text: str, script: str, scores: dict[str, float], words: int) -> str:
    ranked = sorted(scores, key=lambda code: -scores[code])  # stable: the table's order breaks ties
    if not ranked:
        return _by_langdetect(text, script) or UNDETERMINED
    best, second = ranked[0], ranked[1]
    share = scores[best] / max(1, words)
    if share >= _CLEAR and scores[best] >= _LEAD * scores[second]:
        return best
    guess = _by_langdetect(text, script)
    if guess:
        return guess
    if share >= _FAINT and (scores[best] > scores[second] or script in DEFAULT):
        return best
    return DEFAULT.get(script, UNDETERMINED)


def _by_langdetect(text: str, script: str) -> str | None:
    """langdetect's answer for a text of some length; None if it has none of this script."""
    if len(text) < _ENOUGH_FOR_LANGDETECT:
        return None
    from langdetect import DetectorFactory, detect
    from langdetect.lang_detect_exception import LangDetectException

    DetectorFactory.seed = 0  # its sampling is random otherwise
    try:
        code = str(detect(text[:_SAMPLE_CHARS])).partition("-")[0]
    except LangDetectException:  # documented: "No features in text"
        return None
    code = OTHER_NAMES.get(code, code)
    return code if code in EVIDENCE.get(script, {}) else None
