"""Where an editor's cursor goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.report import Place, Places


@pytest.mark.parametrize(
    ("offset", "place"),
    [
        (0, Place(1, 1, 0, 0)),
        (2, Place(1, 3, 3, 3)),  # an emoji is one code point and two UTF-16 units
        (5, Place(2, 1, 6, 0)),
        (7, Place(3, 1, 8, 0)),
        (9, Place(4, 1, 10, 0)),
        (10, Place(4, 2, 11, 1)),
    ],
)
def test_lines_and_columns_are_an_editors(offset: int, place: Place) -> None:
    assert Places("a📞b\r\nc\rd\ne").at(offset) == place


def test_a_line_comes_without_its_break() -> None:
    places = Places("سطر\r\nآخر\rثالث\n")
    assert [places.line(number) for number in (1, 2, 3, 4)] == [
        (0, "سطر"), (5, "آخر"), (9, "ثالث"), (14, ""),
    ]  # fmt: skip


def test_a_line_separator_inside_a_paragraph_is_no_new_line() -> None:
    assert Places("a\u2028b").at(2).line == 1


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_refused(offset: int) -> None:
    with pytest.raises(ValueError, match="outside a text of 3 characters"):
        Places("abc").at(offset)


@given(st.text(alphabet="aب📞\r\n", max_size=30), st.data())
def test_utf16_offsets_are_those_of_the_encoded_text(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    place = Places(text).at(offset)
    assert place.utf16 == len(text[:offset].encode("utf-16-le")) // 2
    start, line = Places(text).line(place.line)
    assert start + place.column - 1 == offset
    assert place.column - 1 <= len(line) + 2


@given(st.text(alphabet="aب📞\r\n", max_size=30), st.data())
def test_places_asked_for_in_any_order_are_the_same(text: str, data: st.DataObject) -> None:
    places = Places(text)
    for offset in data.draw(st.lists(st.integers(0, len(text)), max_size=8)):
        assert places.at(offset) == Places(text).at(offset)
