"""A file keeps its encoding, its byte order mark and every byte that was not corrected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.correct import Encoded
from tadqiq.errors import CorrectionError, IngestError
from tadqiq.ingest.encoding import decode

TEXT = "قال الوزير ، أمس\r\nإن الاتفاق قريب\n"


@pytest.mark.parametrize("mark", [True, False])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"])
def test_the_encoding_and_the_mark_stay(encoding: str, mark: bool) -> None:
    if mark and not encoding.startswith("utf"):
        return
    data = ("\ufeff" * mark + TEXT).encode(encoding)
    decoded = decode(data)
    file = Encoded.of(data, decoded.text, decoded.encoding, name="a.txt")
    assert file.bytes(file.text) == data
    assert file.bytes(TEXT.replace(" ،", "،")) == data.replace(
        " ،".encode(encoding), "،".encode(encoding)
    )


@given(st.text(), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]), st.booleans())
def test_without_corrections_no_byte_changes(text: str, encoding: str, mark: bool) -> None:
    data = ("\ufeff" * mark + text).encode(encoding)
    assert Encoded.of(data, text, encoding, name="a.txt").bytes(text) == data


@given(st.binary(min_size=1))
def test_any_bytes_stay_as_they_are_or_are_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
        file = Encoded.of(data, decoded.text, decoded.encoding, name="a.txt")
    except (IngestError, CorrectionError):
        return
    assert file.bytes(decoded.text) == data


def test_a_character_that_the_encoding_has_not_is_named() -> None:
    file = Encoded.of("قال".encode("cp1256"), "قال", "cp1256", name="a.txt")
    with pytest.raises(CorrectionError, match=r"a\.txt: .*U\+06CC.*CP1256.*UTF-8"):
        file.bytes("ایران")


def test_bytes_that_are_no_characters_are_not_lost_silently() -> None:
    data = "قال الوزير إن الاتفاق قريب".encode() + b"\xff"
    decoded = decode(data)
    with pytest.raises(CorrectionError, match="not valid UTF-8"):
        Encoded.of(data, decoded.text, decoded.encoding, name="a.txt")
