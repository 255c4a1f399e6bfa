"""The desk chief asks why two articles are, or are not, one event."""

from __future__ import annotations

import json

OF_THE_CALL = "003_be7402cde2decbdf"
ALONE = "004_a5a80c941dff22f7"


def test_the_grounds_and_the_sentences_that_answer_to_each_other_are_shown(run) -> None:
    outcome = run("audit", "corpora/seeds", "--explain-event", OF_THE_CALL)
    assert outcome.code == 0
    first, *rest = outcome.out.splitlines()
    assert first.replace("\u2068", "").replace("\u2069", "") == f"{OF_THE_CALL} is in event e1"
    told = "\n".join(rest)
    assert told.count("one event with") == 3
    assert told.count("another event than") == 1
    assert "they share rare words" in told
    assert "they name different weekdays" in told
    assert "beside" in told


def test_it_is_told_in_arabic_that_an_article_is_alone_and_why(run) -> None:
    outcome = run("audit", "corpora/seeds", "--explain-event", ALONE, "--locale", "ar")
    assert "ليس فيه مقال غيره" in outcome.out
    assert "يذكران يومين مختلفين" in outcome.out
    assert "event" not in outcome.out


def test_programs_get_the_same_as_json_with_the_texts_of_aligned_sentences(run) -> None:
    shown = run("audit", "corpora/seeds", "--explain-event", OF_THE_CALL, "--format", "json")
    told = json.loads(shown.out)
    assert [one["article"][:3] for one in told["apart"]] == ["004"]
    for one in (*told["joined"], *told["apart"]):
        assert abs(sum(one["grounds"].values()) - one["score"]) < 0.01
    assert all(one["quote"] and one["said"] for one in told["alignments"])


def test_a_grouping_by_the_sender_is_named_as_the_reason(run) -> None:
    lines = (
        json.dumps({"id": name, "text": text, "event": "given"}, ensure_ascii=False)
        for name, text in (("a", "افتتح الوزير المعرض أمس."), ("b", "فاز الفريق بالكأس."))
    )
    told = run("audit", "-", "--explain-event", "a", stdin="\n".join(lines).encode()).out
    assert "so grouped by the sender" in told


def test_an_unknown_article_and_a_missing_model_are_said_plainly(run) -> None:
    unknown = run("audit", "corpora/seeds", "--explain-event", "nobody")
    assert unknown.code != 0
    assert 'no article has the id "nobody"' in unknown.err
    without = run("audit", "corpora/seeds", "--explain-event", ALONE, "--no-drift")
    assert without.code == 2
    assert "--no-drift" in without.err
