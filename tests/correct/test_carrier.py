"""Corrections go back to where the text stands in its file, to the character."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.correct import carrier
from tadqiq.correct.draft import Draft, Edit
from tadqiq.errors import CorrectionError
from tadqiq.ingest import read
from tadqiq.model import Article, Span


def article_of(content: str) -> Article:
    """The article that a JSON file with this content holds."""
    (article,) = (
        item
        for item in read(["-"], stdin=io.BytesIO(content.encode()))
        if isinstance(item, Article)
    )
    return article


def replacing(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(Span(start, start + len(old)), new)


def test_plain_text_is_its_article() -> None:
    article = Article(id="a", text="قال ، إن\r\n")
    file = carrier("قال ، إن\r\n", article)
    assert file.rewritten([Edit(Span(3, 5), "،")]) == "قال، إن\r\n"


@pytest.mark.parametrize("separator", ["\n", "\r\n"])
def test_in_a_record_only_the_characters_of_the_correction_change(separator: str) -> None:
    content = separator.join(
        [
            "",
            '{"id": 1, "lang":"ar",  "x": {"text": "قال ، إن"}, "title": "عنوان ،",',
            r' "text" : "قال \u060c إن \"Axios\" \ud83d\ude00\/\n نشر ،" }',
            "",
        ]
    ).replace(f",{separator}", ",")
    article = article_of(content)
    assert article.text == 'عنوان ،\n\nقال ، إن "Axios" 😀/\n نشر ،'
    edits = [
        replacing(article.text, "عنوان ،", "عنوان،"),
        replacing(article.text, '"Axios" 😀', '«أكسيوس»\t😀"'),
    ]
    changed = carrier(content, article).rewritten(edits)
    expected = content.replace("عنوان ،", "عنوان،").replace(
        r"\"Axios\" \ud83d\ude00", json.dumps('«أكسيوس»\t😀"', ensure_ascii=False)[1:-1]
    )
    assert changed == expected
    assert article_of(changed).text == Draft.of(article.text).changed(edits).text


def test_a_title_that_the_text_repeats_is_corrected_in_both() -> None:
    content = '{"id": "1", "title": " قال ، إن", "text": "\\nقال ، إن\\nوقال"}'
    article = article_of(content)
    changed = carrier(content, article).rewritten([replacing(article.text, " ،", "،")])
    assert json.loads(changed) == {"id": "1", "title": " قال، إن", "text": "\nقال، إن\nوقال"}


def test_a_correction_over_the_border_of_title_and_text_is_refused() -> None:
    content = '{"id": "1", "title": "عنوان", "text": "قال"}'
    article = article_of(content)
    file = carrier(content, article)
    edit = replacing(article.text, "ن\n\nق", "")
    assert not file.holds(edit)
    with pytest.raises(CorrectionError, match="border"):
        file.rewritten([edit])


def test_the_record_among_others_and_in_an_array_is_found() -> None:
    record = '{"id": "b", "text": "قال ، إن"}'
    for content in (f'{{"id": "a"}}\n{record}\n', f'[{{"id": "a"}}, 7, {record} ]'):
        article = article_of(content)
        changed = carrier(content, article).rewritten([replacing(article.text, " ،", "،")])
        assert changed == content.replace(" ،", "،")


def test_extracted_text_is_not_written_back() -> None:
    with pytest.raises(CorrectionError, match="--diff"):
        carrier("<p>قال ، إن</p>", Article(id="a", text="قال ، إن", origin="a.html"))


@given(
    st.text(max_size=20).filter(str.strip),
    st.none() | st.text(max_size=6),
    st.booleans(),
    st.data(),
)
def test_a_rewritten_record_reads_as_the_corrected_article(
    text: str, title: str | None, ascii_only: bool, data: st.DataObject
) -> None:
    record = {"id": "1", "title": title, "text": text, "x": [{"text": text}, None]}
    content = json.dumps(record, ensure_ascii=ascii_only)
    items = list(read(["-"], stdin=io.BytesIO(content.encode())))
    if not isinstance(items[0], Article):
        return  # control characters alone are no article
    article = items[0]
    file = carrier(content, article)
    assert file.rewritten([]) == content
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(article.text))] * 2)))
    edit = Edit(Span(start, end), data.draw(st.text(max_size=4)))
    if file.holds(edit):
        changed = json.loads(file.rewritten([edit]))
        assert {**changed, "title": None, "text": None} == {**record, "title": None, "text": None}
        corrected = article.text[:start] + edit.replacement + article.text[end:]
        assert changed["text"] in corrected
        assert (changed["title"] or "").strip() in corrected
