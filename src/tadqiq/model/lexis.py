"""The words by which a language states facts: numbers, days, sides, actions, stances."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from .morphology import Reading
from .record import record


@record(kw_only=True)
class Action:
    """Something that one party does to another: who asks whom, who helps whom.

    ``frame`` names the relation alike in all languages. ``words`` are the folded forms that
    express it. ``marks`` are the prepositions before the party it is done to, ``bare`` says
    that this party may also stand without one. ``nominal`` marks verbal nouns, whose subject
    stands further off. ``inverse`` marks words whose subject is the party that the relation is
    done to (whoever asks for help is the one to be helped); ``theme`` are words of which one
    must follow for the relation to hold.
    """

    frame: str
    words: frozenset[str]
    marks: frozenset[str] = frozenset()
    bare: bool = False
    nominal: bool = False
    inverse: bool = False
    theme: frozenset[str] = frozenset()


@record
class Choice:
    """One of several answers to a question that exclude each other: rose or fell, dead or hurt.

    ``question`` and ``answer`` are named alike in all languages. ``family`` says what it is
    about: a stance, a degree of certainty, a kind of people or things, a unit, a time …
    """

    family: str
    question: str
    answer: str


@record
class Home:
    """Where a name is at home. ``kind`` is city, region, area (of several states), seat or leader;
    ``codes`` are ISO 3166 codes of states, or of a seat what sits there: bodies after "@" as
    choices have them, or words."""

    kind: str
    codes: frozenset[str]


def _unread(form: str) -> tuple[Reading, ...]:
    return ()


def _unspoken(form: str) -> bool:
    return False


def _unglossed(reading: Reading) -> frozenset[str]:
    return frozenset()


@record(kw_only=True)
class Vocabulary:
    """What words mean, as far as facts are compared by it. Keys are lemmas, folded.

    ``readings`` analyses a word as it stands in the text. ``choices`` are the answers a word
    gives, ``phrases`` the same for several words, by the first of them. ``groups`` are the sets of
    synonyms it belongs to, named alike in all languages; ``glosses`` renders a reading in English
    stems; ``senses`` pairs of an ambiguous
    source word and the sense that the word renders, ``mistaken`` those that it is known to stand
    for by mistake. ``names`` map a name to the same in all languages, ``homes`` one or two words
    to where the name is at home. ``spoken`` says of a
    word whether it is surely of the spoken language, and not of the written one.
    """

    readings: Callable[[str], tuple[Reading, ...]] = _unread
    choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    phrases: Mapping[str, Mapping[tuple[str, ...], tuple[Choice, ...]]] = field(
        default_factory=dict
    )
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    glosses: Callable[[Reading], frozenset[str]] = _unglossed
    senses: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    mistaken: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, tuple[Home, ...]] = field(default_factory=dict)
    spoken: Callable[[str], bool] = _unspoken


@record(kw_only=True, eq=False)
class Lexis:
    """One language's closed words, lower case and folded; an empty field abstains. Equal only
    to itself, so that what words mean in it can be kept.

    ``variants`` fold letters whose choice varies between writers, beyond the profile's own
    foldings; every word here is folded by both. ``numerals`` and ``scales`` map number words to
    their value, ``teens`` those that are a number before ten only, ``vague`` scales count
    nothing by themselves ("thousands"), ``joiners`` stand between them, ``duals`` what a scale
    may mean when no number is before it, ``multiples`` the nouns that multiply the number
    before them (decades), ``parts`` those that divide it ("quarters"), ``fractions`` what a
    numeral may be of the noun after it (a "fifth" is written like "five"). ``loose`` are words
    that make the next number approximate, ``roughly`` the one before them, ``lasting``
    say that a noun of time is a length ("within" a month),
    ``ages`` that it is somebody's age, ``percent`` words
    and signs for "of a hundred", ``ratios`` the two words between the parts of a share ("one
    out of every three"). ``weekdays`` run from Monday 0, ``months`` from January 1,
    ``hijri_months`` from Muharram 1. ``sides`` map names, adjectives, capitals and seats of
    government to an ISO 3166 code. ``proclitics`` are written onto the next word, longest
    first; ``article`` is the definite article so written, ``definite`` the proclitics that end
    in it. ``titles`` stand before or after a person's name, ``outlets`` before the name of a
    medium or company. ``affiliations`` head a phrase that says to whom somebody belongs,
    ``owners`` are the bodies whose ownership is a grave claim, ``attached`` the media that are
    known to belong to such a body. ``stances`` map a word to a question and the side it takes
    in it, +1 or −1; ``negators`` turn it round, ``exceptions`` ("but", "still") turn it back,
    ``restrictions`` ("except") leave it open, ``unless`` ("as long as … not") before it make it
    a condition, as do ``conditions`` ("if") and, before a verb in the past tense,
    ``conditional``; ``without`` denies a verb through "that", ``never`` after it ("before",
    "the like") makes it praise or alarm and no denial; ``premature`` are lemmas that make what
    is sure after them unsure ("too early to"), ``existence`` lemmas through which it reaches
    the next noun ("no occurrence of"), ``light`` those of words that state nothing by
    themselves. ``actions`` say who does what to whom, ``mutual`` are verbs of what parties do
    with each other; ``relations`` are prepositions whose noun does nothing. ``prefixes`` and
    ``suffixes`` inflect verbs, longest first; ``verbal_prefixes`` and ``verbal_suffixes``
    hardly occur on nouns, ``nominal_suffixes`` end nouns that look as if they had one.
    ``causes`` stand between an effect and its cause, ``effects`` between a cause and its
    effect, ``led`` are the prepositions of verbs among the ``effects``, ``led_causes`` those
    that make a word one of the ``causes`` ("stems" from), ``afters`` before what came first,
    ``befores`` before what came later. ``speech`` are the lemmas of verbs of saying,
    ``demands`` those of asking for a thing, ``sources`` the words before the one whom a saying
    is from, ``carriers`` what may stand between ("a statement issued by"), ``relays`` the words
    whose "from" marks him, ``reported`` what sayings are told in, ``places`` the nouns before
    the name of a place, ``future`` what is written onto a verb to put it into the future,
    ``complements`` the words that open what is said, ``agents`` what marks the doer of
    something suffered, ``inverse`` the lemmas of verbs whose subject receives or suffers,
    ``within`` what says where, ``origins`` what says where from, ``towards`` where to or to
    whom, ``against`` against whom, ``governors`` the prepositions written onto a word.
    ``functions`` are words without content, ``pronominal`` prepositions with a pronoun.
    ``capitals`` is true where names begin with a capital letter. ``vocabulary`` makes the
    larger part on its first call.
    """

    variants: Mapping[str, str] = field(default_factory=dict)
    joiners: frozenset[str] = frozenset()
    numerals: Mapping[str, float] = field(default_factory=dict)
    teens: Mapping[str, float] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    vague: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    percent: frozenset[str] = frozenset()
    ratios: frozenset[str] = frozenset()
    weekdays: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    hijri_months: Mapping[str, int] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)
    proclitics: tuple[str, ...] = ()
    article: str = ""
    definite: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    affiliations: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    attached: frozenset[str] = frozenset()
    stances: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    negators: frozenset[str] = frozenset()
    exceptions: frozenset[str] = frozenset()
    restrictions: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    conditional: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    premature: frozenset[str] = frozenset()
    existence: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    actions: tuple[Action, ...] = ()
    mutual: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    verbal_prefixes: tuple[str, ...] = ()
    verbal_suffixes: tuple[str, ...] = ()
    nominal_suffixes: tuple[str, ...] = ()
    causes: frozenset[str] = frozenset()
    effects: frozenset[str] = frozenset()
    led: frozenset[str] = frozenset()
    led_causes: Mapping[str, str] = field(default_factory=dict)
    afters: frozenset[str] = frozenset()
    befores: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    demands: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    carriers: frozenset[str] = frozenset()
    relays: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    future: str = ""
    reported: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    inverse: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    towards: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    governors: frozenset[str] = frozenset()
    multiples: Mapping[str, float] = field(default_factory=dict)
    duals: Mapping[str, float] = field(default_factory=dict)
    parts: Mapping[str, float] = field(default_factory=dict)
    fractions: Mapping[str, float] = field(default_factory=dict)
    roughly: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    pronominal: frozenset[str] = frozenset()
    capitals: bool = False
    vocabulary: Callable[[], Vocabulary] = Vocabulary
