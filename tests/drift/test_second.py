"""What a second opinion adds to what was read off the aligned sentences."""

from __future__ import annotations

import pytest

from tadqiq.config import Config
from tadqiq.drift import measure, second_opinion
from tadqiq.errors import ModelError
from tadqiq.model import Article
from tadqiq.pipeline import Auditor

SAID = (
    "انطلقت في الدوحة جولة جديدة من المحادثات بين الحكومة والمتمردين. ووصف الوسيط الأجواء بالودية."
)
TOLD = (
    "بدأت في الدوحة جولة جديدة من المحادثات بين الحكومة والمتمردين. وقال الوسيط إن الأجواء متوترة."
)


@pytest.fixture
def measured(document, vectors):
    own, other = document("own", TOLD), document("other", SAID)
    mine, theirs = vectors([own, other])
    return own, other, measure(own, mine, [(other, theirs)])


def test_what_it_holds_contradicted_is_told_with_the_siblings_sentence(measured):
    own, other, drift = measured
    asked = []

    def contradictions(pairs):
        asked.extend(pairs)
        return [0.95 if "الوسيط" in mine else 0.02 for _, mine in pairs]

    advised = second_opinion(own, [other], drift, contradictions)
    (found,) = [one for one in advised.departures if one.code == "M903"]
    assert found.quote == "وقال الوسيط إن الأجواء متوترة."
    assert found.evidence[0].quote == "ووصف الوسيط الأجواء بالودية."
    assert all(theirs in SAID and mine in TOLD for theirs, mine in asked)
    assert advised.value == drift.value


def test_only_aligned_sentences_are_asked_about(measured, document):
    own, _, drift = measured
    stranger = document("stranger", "ارتفعت أسعار القمح.")
    assert second_opinion(own, [stranger], drift, lambda pairs: [1.0] * len(pairs)) == drift


def test_a_doubtful_opinion_adds_nothing(measured):
    own, other, drift = measured
    assert second_opinion(own, [other], drift, lambda pairs: [0.6] * len(pairs)) == drift


def test_a_folder_without_a_model_is_told_before_anything_is_judged(tmp_path):
    auditor = Auditor(Config(second_opinion=str(tmp_path / "nowhere")))
    with pytest.raises(ModelError, match="no such folder"):
        auditor.audit(
            [Article(id="a", text=TOLD, lang="ar"), Article(id="b", text=SAID, lang="ar")]
        )
