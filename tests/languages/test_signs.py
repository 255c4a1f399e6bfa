"""What rules promise of the texts that they need not look at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.detect import Context, Rule
from tadqiq.languages import load, profile_for
from tadqiq.model import Article
from tadqiq.text import segment

SIGNED = [rule for rule in load("ar").rules if rule.signs]
PIECES = st.one_of(
    st.sampled_from([flag for rule in SIGNED for flag in rule.flags]),
    st.text(alphabet='&;<>%=\\?□"“”«»{}[]_â€Â°\u00ad\u200b\u202euكک ۃ,؟،lt\n', max_size=20),
)


@pytest.mark.parametrize("rule", SIGNED, ids=lambda rule: rule.code)
@given(pieces=st.lists(PIECES, max_size=4))
def test_nothing_is_found_where_no_sign_stands(rule: Rule, pieces: list[str]) -> None:
    text = " ".join(pieces).translate(dict.fromkeys(map(ord, rule.signs)))
    doc = segment(Article(id="t", text=text, lang="ar"), profile_for)
    assert not list(rule.check(doc, Context()))
