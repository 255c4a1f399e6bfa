"""The words by which languages without a pack state numbers and days."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Lexis, Vocabulary


def _pairs(text: str) -> Iterator[tuple[str, float]]:
    for pair in text.split():
        word, _, value = pair.rpartition(":")
        yield word, float(value)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _numbered(names: str, first: int) -> dict[str, int]:
    """Names in order, counted from ``first``; a slash joins the names of one."""
    groups = enumerate(names.split(), first)
    return {name: number for number, group in groups for name in group.split("/")}


def _english() -> Vocabulary:
    from .vocabulary import english

    return english()


_ENGLISH = Lexis(
    vocabulary=_english,
    joiners=frozenset({"and"}),
    numerals=dict(
        _pairs(
            "one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 "
            "twelve:12 thirteen:13 fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 "
            "nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 "
            "ninety:90 half:0.5 quarter:0.25 twice:2 double:2 triple:3 first:1 second:2 third:3 "
            "fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 hundred:100 "
            "fortnight:14"
        )
    ),
    scales=dict(
        _pairs(
            "thousand:1e3 thousands:1e3 million:1e6 millions:1e6 billion:1e9 billions:1e9 "
            "trillion:1e12 m:1e6 bn:1e9 k:1e3 dozen:12 dozens:12"
        )
    ),
    vague=_words("thousands millions dozens hundreds tens"),
    loose=frozenset({"about", "around", "some", "nearly", "almost", "roughly", "over", "than"}),
    percent=frozenset({"%", "percent", "per cent", "percentage"}),
    weekdays=_numbered("monday tuesday wednesday thursday friday saturday sunday", 0),
    months=_numbered(
        "january/jan february/feb march april may june july august/aug september/sept/sep "
        "october/oct november/nov december/dec",
        1,
    ),
    negators=frozenset({"not", "no", "never", "without", "n't"}),
    causes=frozenset({"because", "due"}),
    effects=frozenset({"caus", "led", "prompt", "trigger"}),
    afters=frozenset({"after", "following"}),
    befores=frozenset({"before"}),
    speech=_words("say said tell told announc confirm add state warn claim"),
    sources=_words("according"),
    complements=frozenset({"that"}),
    exceptions=frozenset({"only", "longer", "more", "less", "until"}),
    functions=_words(
        "the a an and or but of to in on at by for with from as that this these those is are was "
        "were be been has have had it its he she they his her their who which will would not said "
        "after before about into over than more"
    ),
    capitals=True,
)

_FRENCH = Lexis(
    joiners=frozenset({"et"}),
    numerals=dict(
        _pairs(
            "un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 "
            "douze:12 treize:13 quatorze:14 quinze:15 seize:16 vingt:20 vingts:20 trente:30 "
            "quarante:40 cinquante:50 soixante:60 septante:70 nonante:90 cent:100 cents:100 "
            "demi:0.5 demie:0.5 moitié:0.5 premier:1 première:1 deuxième:2 second:2 seconde:2 "
            "troisième:3 quatrième:4 cinquième:5 double:2 triple:3 dizaine:10 douzaine:12 "
            "vingtaine:20 trentaine:30 quarantaine:40 cinquantaine:50 centaine:100"
        )
    ),
    scales=dict(
        _pairs(
            "mille:1e3 millier:1e3 milliers:1e3 million:1e6 millions:1e6 milliard:1e9 "
            "milliards:1e9 billion:1e12"
        )
    ),
    loose=frozenset({"environ", "près", "quelque", "presque", "plus", "moins"}),
    percent=frozenset({"%", "pour cent", "pourcent"}),
    weekdays=_numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    months=_numbered(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", 1
    ),
    negators=frozenset({"ne", "pas", "jamais", "sans", "aucun", "aucune"}),
    functions=_words(
        "le la les un une des du de et ou mais à au aux en dans sur par pour avec que qui ce cette "
        "ces est sont était été a ont il elle ils elles son sa ses leur leurs ne pas plus se"
    ),
    capitals=True,
)

_RUSSIAN = Lexis(
    joiners=frozenset({"и"}),
    numerals=dict(
        _pairs(
            "один:1 одна:1 одно:1 одного:1 одной:1 два:2 две:2 двух:2 двое:2 двумя:2 три:3 трех:3 "
            "трёх:3 трое:3 тремя:3 четыре:4 четырех:4 четырёх:4 пять:5 пяти:5 шесть:6 шести:6 "
            "семь:7 семи:7 восемь:8 восьми:8 девять:9 девяти:9 десять:10 десяти:10 "
            "одиннадцать:11 двенадцать:12 двенадцати:12 тринадцать:13 четырнадцать:14 "
            "пятнадцать:15 шестнадцать:16 семнадцать:17 восемнадцать:18 девятнадцать:19 "
            "двадцать:20 двадцати:20 тридцать:30 тридцати:30 сорок:40 сорока:40 пятьдесят:50 "
            "шестьдесят:60 семьдесят:70 восемьдесят:80 девяносто:90 сто:100 двести:200 триста:300 "
            "четыреста:400 пятьсот:500 половина:0.5 полтора:1.5"
        )
    ),
    scales=dict(
        _pairs(
            "тысяча:1e3 тысячи:1e3 тысяч:1e3 тыс:1e3 тысячная:1e3 тысячную:1e3 "
            "тысячной:1e3 тысячный:1e3 "
            "тысячного:1e3 миллион:1e6 миллиона:1e6 миллионов:1e6 "
            "млн:1e6 миллиард:1e9 миллиарда:1e9 миллиардов:1e9 млрд:1e9 триллион:1e12"
        )
    ),
    loose=frozenset({"около", "почти", "примерно", "более", "менее"}),
    percent=frozenset({"%", "процент", "процента", "процентов"}),
    weekdays=_numbered(
        "понедельник вторник/вторника среда/среду/среды четверг/четверга пятница/пятницу/пятницы "
        "суббота/субботу/субботы воскресенье/воскресенья",
        0,
    ),
    months=_numbered(
        "январь/января февраль/февраля март/марта апрель/апреля май/мая июнь/июня июль/июля "
        "август/августа сентябрь/сентября октябрь/октября ноябрь/ноября декабрь/декабря",
        1,
    ),
    negators=frozenset({"не", "ни", "нет", "без"}),
    functions=_words(
        "и в на с по из к у о от за для не что как это его её их он она они был была были быть а "
        "но или же бы то так до при который которые которая"
    ),
    capitals=True,
)

LEXES = {"en": _ENGLISH, "fr": _FRENCH, "ru": _RUSSIAN}
