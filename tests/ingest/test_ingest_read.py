"""Sources: files, folders and standard input, in order, nothing lost, nothing stopping the rest."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tadqiq.errors import ConfigError
from tadqiq.ingest import read
from tadqiq.model import Article, Rejection

SEEDS = Path(__file__).parents[2] / "corpora" / "seeds"


def write(path: Path, text: str = "نص الخبر") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return str(path)


def split(
    sources: Sequence[str | Path], stdin: bytes = b""
) -> tuple[list[Article], list[Rejection]]:
    got = list(read([str(source) for source in sources], stdin=BytesIO(stdin)))
    articles = [item for item in got if isinstance(item, Article)]
    return articles, [item for item in got if isinstance(item, Rejection)]


def ids(*sources: str | Path) -> list[str]:
    return [article.id for article in split(sources)[0]]


def test_the_seed_folder_gives_its_five_articles_and_no_complaint():
    articles, rejections = split([SEEDS])
    assert [article.id[:3] for article in articles] == ["000", "001", "002", "003", "004"]
    assert rejections == []


def test_every_gold_span_quotes_the_text_as_it_was_read():
    texts = {article.id: article.text for article in split([SEEDS])[0]}
    gold = [json.loads(line) for line in (SEEDS / "gold.jsonl").read_text("utf-8").splitlines()]
    spans = [(texts[row["id"]], span) for row in gold for span in row["spans"]]
    assert len(spans) > 90
    assert all(text[span["start"] : span["end"]] == span["quote"] for text, span in spans)


def test_plain_text_is_kept_to_the_last_character(tmp_path):
    text = "\r\n  عنوان\r\n\r\nنص\u200f الخبر\t\n\n"
    (article,) = split([write(tmp_path / "a.txt", text)])[0]
    assert article.text == text
    assert (article.title, article.lang) == (None, None)


def test_a_folder_is_read_by_name_and_what_is_no_article_is_passed_over(tmp_path):
    for name in (
        "b.txt",
        "a/z.txt",
        "a/.hidden.txt",
        ".git/x.txt",
        "README.txt",
        "notes.md",
        "c.png",
    ):
        write(tmp_path / name)
    write(tmp_path / "gold.jsonl", '{"id": "b", "spans": []}\n')
    write(tmp_path / "out.jsonl", '{"id": "b", "findings": []}\n')
    write(tmp_path / "c.jsonl", '{"id": "c1", "text": "نص"}\n{"id": "c2"}\n')
    articles, rejections = split([tmp_path])
    assert [article.id for article in articles] == ["z", "b", "c1"]
    assert [rejection.origin for rejection in rejections] == [f"{tmp_path / 'c.jsonl'}:2"]


def test_a_file_named_directly_is_read_whatever_its_name(tmp_path):
    assert ids(write(tmp_path / "README.md"), write(tmp_path / "story")) == ["README", "story"]
    records = write(tmp_path / "records", '{"id": "r1", "text": "نص"}\n')
    assert ids(records) == ["r1"]


def test_annotations_named_directly_are_refused_line_by_line():
    articles, rejections = split([SEEDS / "gold.jsonl"])
    assert articles == []
    assert [rejection.origin for rejection in rejections] == [
        f"{SEEDS / 'gold.jsonl'}:{number}" for number in range(1, 6)
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "white space"),
        (b"12 34 ...", "no letters"),
        (b"abc\x00", "binary"),
        (b"x" * 2_000_001, "2,000,001 characters"),
        ("ن".encode() * 25_000_000, "larger than"),
    ],
)
def test_a_file_without_an_article_is_refused_and_the_rest_read(tmp_path, content, reason):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    articles, (rejection,) = split([bad, write(tmp_path / "good.txt")])
    assert [article.id for article in articles] == ["good"]
    assert rejection.origin == str(bad)
    assert reason in rejection.reason


@pytest.mark.parametrize("name", ["missing.txt", "nul\0.txt", "\ud800.txt", "x" * 5000])
def test_a_path_that_is_not_there_is_refused_and_the_rest_read(tmp_path, name):
    articles, (rejection,) = split([str(tmp_path / name), write(tmp_path / "good.txt")])
    assert len(articles) == 1
    assert rejection.reason
    rejection.origin.encode()


def test_an_empty_folder_says_what_tadqiq_reads(tmp_path):
    _, (rejection,) = split([tmp_path])
    assert rejection.origin == str(tmp_path)
    assert ".jsonl" in rejection.reason


def test_links_in_a_circle_end(tmp_path):
    write(tmp_path / "a" / "story.txt")
    (tmp_path / "a" / "back").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    articles, rejections = split([tmp_path])
    assert [article.id for article in articles] == ["story"]
    assert [rejection.origin for rejection in rejections] == [str(tmp_path / "self.txt")]


@contextmanager
def without_privileges() -> Iterator[None]:
    """Root may read everything, so for once it is somebody else."""
    user = os.geteuid()
    os.seteuid(user or 65534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.mark.parametrize("locked", ["secret.txt", "secret"])
def test_what_may_not_be_read_is_refused_and_the_rest_read(tmp_path, locked):
    write(tmp_path / "secret" / "story.txt")
    write(tmp_path / "secret.txt")
    own = (folder for folder in tmp_path.parents if folder.name.startswith(("pytest-", "popen-")))
    for folder in (tmp_path, *own):
        folder.chmod(0o755)
    (tmp_path / locked).chmod(0)
    with without_privileges():
        articles, (rejection,) = split([tmp_path])
    (tmp_path / locked).chmod(0o700)
    assert len(articles) == 1
    assert rejection.origin == str(tmp_path / locked)
    assert "permission denied" in rejection.reason


def test_a_device_is_refused():
    _, (rejection,) = split(["/dev/null"])
    assert "device" in rejection.reason


def test_a_pipe_named_as_a_file_is_read(tmp_path):
    reading, writing = os.pipe()
    os.write(writing, '{"id": "p", "text": "نص"}\n'.encode())
    os.close(writing)
    assert ids(f"/dev/fd/{reading}") == ["p"]
    os.close(reading)


def test_an_id_given_twice_is_refused_naming_both_places(tmp_path):
    path = write(tmp_path / "f.jsonl", '{"id": "a", "text": "نص"}\n{"id": "a", "text": "آخر"}\n')
    articles, (rejection,) = split([path])
    assert [article.text for article in articles] == ["نص"]
    assert rejection.origin == f"{path}:2"
    assert f"duplicate of {path}:1" in rejection.reason


def test_files_of_one_name_in_several_folders_are_all_kept(tmp_path):
    for folder in ("bbc", "dw", "x/dw"):
        write(tmp_path / folder / "001.txt")
    assert ids(tmp_path) == ["001", "dw/001", str(tmp_path / "x/dw/001.txt")]


def test_a_file_given_twice_is_audited_once(tmp_path):
    path = write(tmp_path / "a.txt")
    articles, (rejection,) = split([path, tmp_path])
    assert len(articles) == 1
    assert "given twice" in rejection.reason


def test_a_given_language_wins(tmp_path):
    path = write(tmp_path / "f.jsonl", '{"id": "a", "text": "نص", "lang": "fa"}')
    (article,) = read([path], lang="ar-EG")
    assert isinstance(article, Article)
    assert article.lang == "ar"
    with pytest.raises(ConfigError, match="not a language tag"):
        read([path], lang="Arabic!")


@pytest.mark.parametrize(
    ("data", "origins"),
    [
        ("نص الخبر\nسطر", ["<stdin>"]),
        ("[صورة] نص الخبر", ["<stdin>"]),
        ('\n{"id": "a", "text": "نص"}\n{"id": "b", "text": "نص"}\n', ["<stdin>:2", "<stdin>:3"]),
        ('[{"id": "a", "text": "نص"}]', ["<stdin>[0]"]),
        ('{\n "id": "a",\n "text": "نص"\n}', ["<stdin>"]),
        ("<!DOCTYPE html><html><body><p>" + "نص الخبر من الوكالة. " * 30, ["<stdin>"]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_standard_input_may_hold_any_format(data, origins, encoding):
    articles, rejections = split(["-"], data.encode(encoding))
    assert [article.origin for article in articles] == origins
    assert rejections == []


def test_records_from_a_pipe_are_passed_on_one_by_one():
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream, os.fdopen(writing, "wb", buffering=0) as feed:
        feed.write('{"id": "1", "text": "نص"}\n{"id": "2", "text": "نص"}\n'.encode())
        stream_of_items = read(["-"], stdin=stream)
        assert isinstance(next(stream_of_items), Article)  # the writer is still open


FORMATS = ["txt", "jsonl", "json", "html", "unknown"]
OPENINGS = [
    b"",
    b"{",
    b"[",
    b"<html><p>",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b'{"id":"a","text":"x"}\n',
]


@settings(max_examples=150)
@given(
    opening=st.sampled_from(OPENINGS), rest=st.binary(max_size=200), suffix=st.sampled_from(FORMATS)
)
def test_no_bytes_in_any_format_stop_a_batch(tmp_path_factory, opening, rest, suffix):
    folder = tmp_path_factory.mktemp("fuzz")
    wild = folder / f"wild.{suffix}"
    wild.write_bytes(opening + rest)
    last = write(folder / "last.txt")
    items = list(read([str(wild), last]))
    assert len(items) >= 2
    assert items[-1].origin == last
    assert all(item.origin.startswith(str(folder)) for item in items)


@given(st.lists(st.binary(max_size=40).filter(lambda line: b"\n" not in line), max_size=8))
def test_every_line_of_records_comes_out_exactly_once(lines):
    data = b'{"id": "first", "text": "abc"}\n' + b"\n".join(lines)
    counted = sum(bool(line.strip()) for line in data.split(b"\n"))
    articles, rejections = split(["-"], data)
    assert len(articles) + len(rejections) == counted


def test_standard_input_is_read_from_where_it_stands(tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_text('a line that somebody read\n{"id": "a", "text": "نص"}\n', "utf-8")
    with path.open("rb") as stream:
        stream.readline()
        (item,) = read(["-"], stdin=stream)
    assert isinstance(item, Article)
