"""Why something was not audited is said in Arabic to those who read Arabic."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import tadqiq
from tadqiq.report.refusals import refusal

ROOMS = ("ingest", "fetch", "watch")
PLACES = {  # of the reason among the arguments
    "IngestError": 0, "FetchError": 0, "PassingError": 0, "BombError": 0, "Rejection": 1, "_cut": 1,
}  # fmt: skip
PASSED_ON = {"7", "7: 7", "None"}  # nothing but what another says
ARABIC = re.compile("[\u0621-\u064a]")


def said():
    """Every reason that readers and the fetcher can give, with 7 for what is of the case."""
    for room in ROOMS:
        for path in sorted((Path(tadqiq.__file__).parent / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                called = getattr(node, "func", None)
                name = getattr(called, "id", getattr(called, "attr", ""))
                if name in PLACES and isinstance(node, ast.Call):
                    text = written(node.args[PLACES[name]])
                    if text not in PASSED_ON:
                        yield text


def written(node):
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(map(written, node.values))
    return "7"


@pytest.mark.parametrize("reason", sorted(set(said())))
def test_every_reason_has_its_arabic(reason):
    told = refusal(reason, "ar")
    assert ARABIC.search(told), reason
    assert "{" not in told
    assert refusal(reason, "en") == reason


def test_what_is_of_the_case_is_kept_and_a_reason_inside_a_reason_is_put_into_arabic():
    reason = "its page https://a.example/b: HTTP 404 Not Found: there is nothing at this address"
    assert refusal(reason, "ar") == (
        "صفحته https://a.example/b: HTTP 404 Not Found: لا شيء في هذا العنوان"
    )
    assert refusal('field "id" must be a string, found a list', "ar") == (
        "يجب أن يكون الحقل «id» نصا، والموجود قائمة"
    )


def test_the_words_of_another_program_stay():
    assert refusal("quota exceeded", "ar") == "quota exceeded"
