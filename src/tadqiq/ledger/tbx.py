"""The ledger as TBX-Basic (ISO 30042:2019, DCA style): a concept a name, a term a spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from .entry import Entry, Spelling

_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_SUBJECTS = {"person": "personal names", "place": "place names"}


def tbx(entries: Iterable[Entry], *, made_from: str, lang: str) -> Iterator[str]:
    """The document, piece by piece; ``made_from`` says of what, ``lang`` is its language."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<tbx type="TBX-Basic" style="dca" xml:lang={quoteattr(lang)} '
        'xmlns="urn:iso:std:iso:30042:ed-2">\n'
        "<tbxHeader><fileDesc><sourceDesc><p>"
        f"{_text(made_from)}</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n"
    )
    for number, entry in enumerate(entries, 1):
        yield _concept(number, entry)
    yield "</body></text>\n</tbx>\n"


def _concept(number: int, entry: Entry) -> str:
    terms = "".join(_term(spelling) for spelling in entry.spellings)
    whole = f"<note>{_text('; '.join(entry.full))}</note>" if entry.full else ""
    return (
        f'<conceptEntry id="c{number}">'
        f'<descrip type="subjectField">{_SUBJECTS[entry.kind.value]}</descrip>{whole}\n'
        f"<langSec xml:lang={quoteattr(entry.lang)}>\n{terms}</langSec></conceptEntry>\n"
    )


def _term(spelling: Spelling) -> str:
    outlets = sorted({use.outlet for use in spelling.uses if use.outlet})
    dates = [use.date for use in spelling.uses]
    used = f"articles: {spelling.articles}"
    if dates:
        used += f" · {min(dates)} – {max(dates)}"
    if outlets:
        used += f" · {', '.join(outlets)}"
    return (
        f"<termSec><term>{_text(spelling.form)}</term>"
        f'<termNote type="administrativeStatus">{spelling.status.value}Term-admn-sts</termNote>'
        f"<note>{_text(used)}</note></termSec>\n"
    )


def _text(text: str) -> str:
    """Escaped, without the characters that XML cannot hold."""
    return escape(_NO_XML.sub("", text))
