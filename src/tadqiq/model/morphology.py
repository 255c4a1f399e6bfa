"""One way to read a word form out of context."""

from __future__ import annotations

from enum import StrEnum

from .record import record


class Pos(StrEnum):
    """Parts of speech, as coarse as agreement and construction rules need them."""

    NOUN = "noun"
    ADJECTIVE = "adjective"
    NAME = "name"
    PRONOUN = "pronoun"
    DEMONSTRATIVE = "demonstrative"
    RELATIVE = "relative"
    NUMERAL = "numeral"
    VERB = "verb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    PARTICLE = "particle"
    ADVERB = "adverb"
    FOREIGN = "foreign"


@record(kw_only=True)
class Reading:
    """One analysis of a word form; a feature the form leaves open is the empty string.

    ``lemma`` is undiacritised and folded, ``root`` its radicals. ``gender`` is m/f,
    ``number`` s/d/p, ``person`` 1/2/3, ``case`` any of the letters n, a, g that the form
    allows ("ag" for an oblique plural), ``state`` d (definite by article), i (indefinite,
    overtly, by tanwin) or c (construct, overtly). ``aspect`` is perfect, imperfect or
    imperative, ``voice`` active or passive, ``mood`` of an imperfect i (its nun is kept) or
    sj (its nun is dropped). ``proclitics`` are the letters before the stem
    in order ("و", "ال"), ``enclitic`` the pronoun suffix ("ها"). ``masdar`` marks a verbal
    noun, ``participle`` a participle, ``broken`` a broken plural, ``human`` a noun for people.
    ``value`` is what a numeral counts, None for vague ones and for all other words.
    """

    pos: Pos
    lemma: str
    root: str = ""
    stem: str = ""
    gender: str = ""
    number: str = ""
    person: str = ""
    case: str = ""
    state: str = ""
    aspect: str = ""
    voice: str = ""
    mood: str = ""
    proclitics: tuple[str, ...] = ()
    enclitic: str = ""
    masdar: bool = False
    participle: bool = False
    broken: bool = False
    human: bool = False
    nisba: bool = False
    value: int | None = None
    source: str = ""

    @property
    def definite(self) -> bool:
        """Definite in itself: by the article, by a suffix, or as a name."""
        return self.state == "d" or bool(self.enclitic) or self.pos is Pos.NAME
