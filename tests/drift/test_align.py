"""Sentences that speak of the same thing find each other."""

from __future__ import annotations

import numpy as np

from tadqiq.drift.align import SURE, align
from tadqiq.drift.reading import Reading, of_one_event

ENGLISH = (
    "The president arrived in Cairo on Monday for talks. The price of wheat fell for a third "
    "week. A storm closed the northern port. The national team won by three goals."
)
ARABIC = (
    "وصل الرئيس إلى القاهرة يوم الاثنين لإجراء محادثات. وتراجعت أسعار القمح للأسبوع الثالث. وأغلقت "
    "عاصفة الميناء الشمالي. وفاز المنتخب الوطني بفارق ثلاثة أهداف."
)


def pairs(document, vectors, one, other, langs):
    documents = [document("a", one, lang=langs[0]), document("b", other, lang=langs[1])]
    found = align(*of_one_event(list(map(Reading, documents, vectors(documents)))))
    return [pair for pair in found if pair.confidence >= SURE]


def test_a_translation_aligns_sentence_by_sentence(document, vectors):
    found = pairs(document, vectors, ARABIC, ENGLISH, ("ar", "en"))
    assert {(pair.ours, pair.theirs) for pair in found} == {(0, 0), (1, 1), (2, 2), (3, 3)}
    assert all(0.5 <= pair.confidence <= 1 for pair in found)


def test_one_sentence_may_stand_beside_two(document, vectors):
    split = "وصل الرئيس إلى القاهرة يوم الاثنين. ويجري الرئيس محادثات في القاهرة."
    found = pairs(document, vectors, ARABIC, split, ("ar", "ar"))
    assert {(pair.ours, pair.theirs) for pair in found} == {(0, 0), (0, 1)}


def test_a_sentence_near_to_everything_is_aligned_with_nothing(document):
    doc = Reading(document("a", ENGLISH, lang="en"), np.eye(4, dtype=np.float32))
    grey = np.full((4, 4), 0.5, dtype=np.float32)
    other = "Exams began. Shares fell. Nurses struck. Rain is due."
    found = align(*of_one_event([doc, Reading(document("b", other, lang="en"), grey)]))
    assert all(pair.confidence < SURE for pair in found)


def test_words_shared_align_what_the_vectors_do_not(document):
    grey = np.zeros((4, 4), dtype=np.float32)
    one, other = (Reading(document(name, ENGLISH, lang="en"), grey) for name in "ab")
    found = [pair for pair in align(*of_one_event([one, other])) if pair.confidence >= SURE]
    assert {(pair.ours, pair.theirs) for pair in found} == {(0, 0), (1, 1), (2, 2), (3, 3)}


def test_nothing_aligns_with_an_empty_text(document):
    doc = Reading(document("a", ENGLISH, lang="en"), np.eye(4, dtype=np.float32))
    empty = Reading(document("b", "", lang="en"), np.zeros((0, 4), dtype=np.float32))
    doc, empty = of_one_event([doc, empty])
    assert align(doc, empty) == align(empty, doc) == ()
