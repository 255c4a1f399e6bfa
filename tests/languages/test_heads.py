"""Of many expressions only those are tried that may match, and none is missed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.languages.shared.heads import Alternatives, heads

PATTERNS = (
    r"انقر هنا (?:للاشتراك|لمتابعة)(?: \S+){1,4}?(?= و\w|[.،]|$)",
    r"(?:تم )?نسخ الرابط",
    r"(?:شارك(?:ها|نا)? (?:على|عبر) (?:فيسبوك|إكس)[،.|]? ?)+",
    r"\((?:تقرير|إعداد) \S+\)",
    r"\d+ (?:دقائق|دقيقة) (?:للقراءة|قراءة)",
    r"تابعوا? (?:آخر )?الأخبار",
    r"(?:Sign|Log) (?:up|in)",
    r"list of \d+ items",
    r"[«\"]?المصدر[|»\"]?:",
    r"(?:a|b|\(c\)|[|d]){2} end",
)
ONE_OF_THEM = re.compile(rf"\s*(?:{'|'.join(PATTERNS)})(?!\w)", re.IGNORECASE)
TEXTS = st.one_of(
    *(st.from_regex(re.compile(rf"\s?{one}", re.IGNORECASE)) for one in PATTERNS), st.text()
)


@given(TEXTS, st.integers(0, 3))
def test_the_first_that_matches_is_found_wherever_it_is_looked_for(text: str, place: int) -> None:
    found, wanted = Alternatives(PATTERNS).match(text, place), ONE_OF_THEM.match(text, place)
    assert (found and found.span()) == (wanted and wanted.span())


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"(?:تم )?نسخ الرابط", ["تم ", "نسخ الرابط"]),
        (r"تابعوا? الأخبار", ["تابعو"]),
        (r"(?:a|b(?:c|d)*|\(e)f", ["a", "b", "(e"]),
        (r"\d+ items", [""]),
        (r"(?:a|b){0,2}c", ["a", "b", ""]),
    ],
)
def test_a_head_is_what_every_match_begins_with(pattern: str, expected: list[str]) -> None:
    assert list(heads(pattern)) == expected
