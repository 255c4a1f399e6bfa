"""The newsroom's own spellings win."""

from __future__ import annotations

from pathlib import Path

import pytest

from tadqiq.config import Config, read_termbase
from tadqiq.errors import ConfigError
from tadqiq.model import Article
from tadqiq.pipeline import Auditor

TBX = """<?xml version="1.0"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic"><text><body>
<conceptEntry id="c1"><langSec xml:lang="ar">
<termSec><term>ترمب</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>ترامب</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
</langSec><langSec xml:lang="en"><termSec><term>Trump</term></termSec></langSec></conceptEntry>
</body></text></tbx>"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("terms.csv", "variant,preferred\nترامب,ترمب\n"),
        ("terms.csv", "\ufeffvariant;preferred;note\nترامب;ترمب;house style\n"),
        ("terms.tbx", TBX),
    ],
)
def test_a_spelling_against_the_termbase_is_found_and_corrected(
    tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    auditor = Auditor(Config(drift=False, termbases=(path,)))
    text = "قال الرئيس الأمريكي دونالد ترامب إن القمة ستعقد غدا."
    (audited,) = auditor.audit([Article(id="a", text=text, lang="ar")]).articles
    (finding,) = audited.findings
    assert finding.quote == "ترامب"
    assert finding.kind == "name"
    assert finding.suggestions[0].replacement == "ترمب"
    assert finding.suggestions[0].safe


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("terms.csv", "a,b\nc,d\n", "variant and preferred"),
        ("terms.csv", "variant,preferred\nترامب,\n", ":2:"),
        ("terms.tbx", "<tbx><text>", "well-formed"),
    ],
)
def test_a_broken_termbase_is_named_with_the_place(
    tmp_path: Path, name: str, content: str, complaint: str
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(ConfigError, match=complaint):
        read_termbase(path)


def test_a_missing_termbase_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_termbase(tmp_path / "none.csv")


def test_entities_in_a_termbase_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("سر", "utf-8")
    path = tmp_path / "terms.tbx"
    entity = f'<!DOCTYPE tbx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    path.write_text(TBX.replace("<tbx", entity + "<tbx").replace("ترمب", "&x;"), "utf-8")
    assert "سر" not in read_termbase(path).values()
