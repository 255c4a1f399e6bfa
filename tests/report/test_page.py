"""The page in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tadqiq.ingest import read
from tadqiq.model import (
    ArticleAudit,
    Audit,
    Document,
    Evidence,
    Finding,
    Locale,
    Message,
    Rejection,
    Score,
    Severity,
    Span,
)
from tadqiq.pipeline import Auditor
from tadqiq.report import Layout, reporter

SEEDS = Path(__file__).parents[2] / "corpora" / "seeds"
Open = Callable[..., Any]

# Every one of these runs in a page that puts what it is given into its markup unescaped.
ATTACKS = (
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<svg/onload=window.ran=1>",
    '"><script>window.ran=1</script>',
    "' onmouseover='window.ran=1' x='",
    '" autofocus onfocus=window.ran=1 x="',
    "</title></style></textarea><script>window.ran=1</script>",
    "<a href=javascript:window.ran=1>x</a>",
    "{{ ''.__class__ }}{% raw %}${window.ran=1}",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<details open ontoggle=window.ran=1>",
    "--><script>window.ran=1</script>",
    "<base href=//example.invalid/><meta http-equiv=refresh content=0;url=javascript:window.ran=1>",
    "\u202e<style>*{display:none}</style>\x00<scr\x00ipt>window.ran=1</script>",
)
URLS = (
    "javascript:window.ran=1", "JaVaScRiPt:window.ran=1", " javascript:window.ran=1",
    "java\tscript:window.ran=1", "data:text/html,<script>window.ran=1</script>", "vbscript:x",
    "//example.invalid", "https:javascript", 'https://example.org/" onclick="window.ran=1',
)  # fmt: skip


@pytest.fixture(scope="module")
def judged() -> Audit:
    return Auditor().audit(read([str(SEEDS)]))


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a report: ``page(audit, "ar", width=390)``. Nothing may be fetched, nothing fail."""
    contexts, troubles = [], []

    def show(audit: Audit, locale: Locale = "en", **how: Any) -> Any:
        layout, width = how.pop("layout", Layout()), how.pop("width", 1280)
        path = tmp_path / "report.html"
        path.write_bytes(b"".join(reporter("html", layout).parts(audit, locale)))
        context = browser.new_context(viewport={"width": width, "height": 900}, **how)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda said: troubles.append(said.text))
        tab.on("pageerror", lambda error: troubles.append(str(error)))
        tab.on("request", lambda asked: asked.url.startswith("file:") or troubles.append(asked.url))
        tab.goto(path.as_uri())
        return tab

    yield show
    for context in contexts:
        context.close()
    assert troubles == []


def rows(tab: Any) -> list[str]:
    """The names of the articles in the ranking, as they stand."""
    found: list[str] = tab.eval_on_selector_all(
        ".rank tbody tr:not([hidden]) .what small", "all => all.map(one => one.textContent)"
    )
    return [name[:3] for name in found]


def ranked(audit: Audit, key: Callable[[ArticleAudit], Any]) -> list[str]:
    """The names in the order of a key, ties in the order of rank."""
    return [
        one.document.id[:3] for one in sorted(audit.articles, key=lambda one: (key(one), one.rank))
    ]


def those(audit: Audit, fits: Callable[[ArticleAudit], bool]) -> list[str]:
    """The names of the articles that fit, worst first."""
    return [
        name
        for name in ranked(audit, lambda one: -one.rank)
        if name in {one.document.id[:3] for one in audit.articles if fits(one)}
    ]


MARKS = """
detail => {
  const text = detail.querySelector(".text");
  return [...text.querySelectorAll("mark")].map(mark => {
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEndBefore(mark);
    return [[...range.toString()].length, mark.textContent, mark.className];
  });
}
"""


def test_every_mark_stands_on_the_words_of_its_finding(judged: Audit, page: Open) -> None:
    tab = page(judged)
    for number, article in enumerate(judged.articles):
        detail = tab.locator(f'details[data-n="{number}"]')
        assert detail.locator(".text").evaluate("one => one.textContent") == article.document.text
        placed = [tuple(mark) for mark in detail.evaluate(MARKS)]
        clear = [f for f in article.findings if not overlaps(f, article.findings)]
        assert {(f.span.start, f.quote, f.severity.value) for f in clear} <= set(placed)
        covered = {at for f in article.findings for at in range(f.span.start, f.span.end)}
        assert covered == {at + i for at, text, _ in placed for i in range(len(text))}


def test_arabic_runs_from_right_to_left_in_either_interface(judged: Audit, page: Open) -> None:
    for locale, side in (("en", "ltr"), ("ar", "rtl")):
        tab = page(judged, locale)
        assert tab.evaluate("getComputedStyle(document.body).direction") == side
        tab.click("a[href='#a2']")
        text = tab.locator("details[open] .text")
        assert text.evaluate("one => getComputedStyle(one).direction") == "rtl"
        assert text.get_attribute("lang") == "ar"
        first, second = (text.locator("[data-i='0'] mark").nth(i).bounding_box() for i in (0, 1))
        assert first["y"] < second["y"] or first["x"] > second["x"]


def test_columns_sort_both_ways_and_say_so(judged: Audit, page: Open) -> None:
    tab = page(judged)
    assert rows(tab) == ranked(judged, lambda one: -one.rank)
    tab.click("th button:text('Rank')")
    assert rows(tab) == ranked(judged, lambda one: one.rank)
    tab.click("th button:text('Words')")
    assert rows(tab) == ranked(judged, lambda one: one.score.words)
    tab.click("th button:text('Words')")
    assert rows(tab) == ranked(judged, lambda one: -one.score.words)
    assert tab.get_attribute("th:has(button:text('Words'))", "aria-sort") == "descending"
    tab.click("th button:text('Drift')")
    assert rows(tab)[-1] == "004"  # no sibling: neither the least nor the most


def test_search_reads_titles_and_texts_however_they_are_spelt(judged: Audit, page: Open) -> None:
    tab = page(judged)
    for words, found in (
        ("اكسيوس التابع", ["003"]),
        ("أكْسيوس التّابع", ["003"]),
        ("zelenskyy", ["002"]),
        ("003_be74", ["003"]),
        ("لا يوجد هذا", []),
    ):
        tab.fill("#find", words)
        tab.wait_for_timeout(200)
        assert rows(tab) == found, words
    assert tab.inner_text("#shown") == "0 of 5 articles shown"


def test_filters_narrow_the_ranking_and_the_texts_alike(judged: Audit, page: Open) -> None:
    tab = page(judged)
    departing = those(judged, lambda one: any(f.kind == "meaning" for f in one.findings))
    tab.select_option("#by-kind", "meaning")
    assert rows(tab) == departing
    assert tab.locator("details.article:visible").count() == len(departing) < 5
    assert tab.locator(".event:visible").count() == 1
    tab.select_option("#by-kind", "")
    rejected = those(judged, lambda one: one.score.quality < 90)
    tab.select_option("#by-verdict", "reject")
    assert rows(tab) == rejected
    tab.select_option("#by-event", "0")
    assert tab.inner_text("#shown") == f"{len(rejected)} of 5 articles shown"


def test_pointing_at_a_mark_shows_reason_and_correction(judged: Audit, page: Open) -> None:
    tab = page(judged, "ar")
    tab.click("a[href='#a2']")
    tab.hover("details[open] mark:text-is('Zelenskyy') >> nth=0")
    tip = tab.locator("#tip")
    assert tip.is_visible()
    assert "L101" in tip.inner_text()
    assert tip.locator("ins").first.inner_text() == "زيلينسكي"
    tab.hover("h1")
    assert tip.is_hidden()


def test_the_keyboard_reaches_every_mark_and_leaves_again(judged: Audit, page: Open) -> None:
    tab = page(judged)
    tab.click("a[href='#a2']")
    first = tab.locator("details[open] .text mark").first
    first.focus()
    assert tab.locator("#tip").is_visible()
    described = first.get_attribute("aria-describedby")
    assert first.get_attribute("role") == "button"
    assert tab.locator(f"#{described}").count() == 1
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.tagName") == "MARK"
    tab.keyboard.press("Escape")
    assert tab.locator("#tip").is_hidden()


def test_a_departure_stands_beside_the_siblings_sentence(judged: Audit, page: Open) -> None:
    tab = page(judged)
    tab.click("a[href='#a3']")
    card = tab.locator("details[open] .cards > .critical").first
    ours, theirs = card.locator(".beside").first.locator("p").all()
    assert ours.locator("mark").inner_text() == "أكسيوس التابع للاستخبارات الأمريكية"
    assert "Axios" in theirs.inner_text()
    assert ours.bounding_box()["y"] == theirs.bounding_box()["y"]


def test_whole_articles_can_be_read_side_by_side(judged: Audit, page: Open) -> None:
    tab = page(judged)
    tab.click("a[href='#a3']")
    tab.locator("details[open] [data-beside]").first.click()
    table = tab.locator("details[open] .aligned table")
    sentences = tab.locator("details[open] .text [data-i]")
    assert table.locator("tbody tr").count() == sentences.count()
    first = table.locator("tbody tr").first.locator("td")
    assert first.nth(0).inner_text() == sentences.first.inner_text()
    other = int(tab.locator("details[open] [data-beside]").first.get_attribute("data-beside"))
    beside = table.locator("td:last-child:not(.gap)").all_inner_texts()
    assert len(beside) >= 3
    assert all(text.strip() in judged.articles[other].document.text for text in beside)
    assert table.locator("mark.critical").count() >= 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_readable_has_the_contrast_of_wcag_aa(
    judged: Audit, page: Open, scheme: str
) -> None:
    tab = page(judged, color_scheme=scheme)
    tab.click("a[href='#a2']")
    tab.hover("details[open] mark.major >> nth=0")
    poor = tab.evaluate(CONTRAST)
    assert poor == []


CONTRAST = """
() => {
  const channel = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const behind = node => {
    for (; node; node = node.parentElement) {
      const colour = parts(getComputedStyle(node).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !node.checkVisibility() || node.closest("script, svg")) continue;
    const [a, b] = [light(parts(getComputedStyle(node).color)), light(behind(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.add(node.tagName + "." + node.className + " " + ratio.toFixed(2));
  }
  return [...poor];
}
"""


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_phone_shows_it_without_scrolling_sideways(
    judged: Audit, page: Open, locale: Locale
) -> None:
    tab = page(judged, locale, width=390)
    tab.click("a[href='#a2']")
    tab.click("details[open] .text mark >> nth=0")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    tab.select_option("#by-key", "1")
    assert rows(tab) == ranked(judged, lambda one: one.score.quality)


def test_nothing_of_an_article_ever_runs(audit: Audit, page: Open) -> None:
    hostile = attacked(audit)
    for locale in ("en", "ar"):
        tab = page(hostile, locale)
        tab.click("[data-open='1']")
        tab.evaluate(TOUCH_EVERYTHING)
        tab.fill("#find", ATTACKS[0])
        tab.wait_for_timeout(300)
        assert tab.evaluate("window.ran") is None
        assert 0 < len(rows(tab)) < len(ATTACKS)
        targets = tab.eval_on_selector_all("a[target]", "all => all.map(one => one.href)")
        assert [url for url in targets if not url.startswith("https://example.org/")] == []
        assert tab.locator("iframe, img, base, svg[onload], [onerror], [onclick]").count() == 0


TOUCH_EVERYTHING = """
() => {
  for (const mark of document.querySelectorAll(".text mark"))
    for (const name of ["mouseover", "focusin", "click"]) mark.dispatchEvent(new Event(name, { bubbles: true }));
  for (const button of document.querySelectorAll("[data-beside]")) button.click();
}
"""


def test_a_single_article_has_its_page_to_itself(judged: Audit, page: Open) -> None:
    tab = page(replace(judged, articles=(judged.articles[2],)), "ar")
    assert tab.locator(".rank").count() == 0
    assert tab.locator("details[open] .text mark").first.is_visible()
    assert tab.inner_text("h1") == "تدقيق المقال"


def test_only_the_worst_texts_are_kept_of_a_batch_too_large(judged: Audit, page: Open) -> None:
    tab = page(judged, layout=Layout(bodies=2))
    assert len(rows(tab)) == 5
    kept = tab.eval_on_selector_all("details", "all => all.map(one => one.dataset.n)")
    worst = sorted(range(5), key=lambda place: -judged.articles[place].rank)[:2]
    assert sorted(kept) == sorted(map(str, worst))
    assert "the first 2 articles" in tab.inner_text("#texts .note")


def test_a_sender_who_declares_machine_translation_is_shown_beside_one_who_does_not(
    judged: Audit, page: Open
) -> None:
    base = judged.articles[2]
    source = replace(base.document.article, declared_mt=True, extra={"mt_source_lang": "en"})
    document = Document(source, base.document.profile, base.document.paragraphs)
    tab = page(replace(judged, articles=(replace(base, document=document), *judged.articles[:2])))
    assert "declared as machine translation" in tab.inner_text(".rank")
    tab = page(judged)
    assert "looks machine-translated, nothing is declared" in tab.inner_text(".rank")


def test_a_batch_of_which_nothing_could_be_read_says_why(page: Open) -> None:
    tab = page(Audit((), (Rejection("feed.xml", "no article in it"),), "s"), "ar")
    assert "no article in it" in tab.inner_text("#rejections")


def test_the_page_is_the_same_to_the_byte_for_the_same_audit(judged: Audit) -> None:
    once, again = (b"".join(reporter("html").parts(judged, "ar")) for _ in range(2))
    assert once == again
    assert re.search(rb"https?://(?!example)", once.replace(b"http://www.w3.org", b"")) is None


def overlaps(finding: Finding, others: tuple[Finding, ...]) -> bool:
    return any(o is not finding and o.span.overlap(finding.span) for o in others)


def attacked(audit: Audit) -> Audit:
    """An article for every attack, in every field that a sender fills in."""
    base = audit.articles[0]
    articles = []
    for number, attack in enumerate(ATTACKS):
        text = f"{attack}\nنص {attack} آخر"
        source = replace(
            base.document.article,
            id=f"{number}{attack}",
            text=text,
            title=attack,
            outlet=attack,
            url=URLS[number % len(URLS)] if number else "https://example.org/a?b=<c>&d='e\"",
            origin=attack,
            lang=attack,
            extra={"mt_source_lang": attack},
            declared_mt=True,
        )
        finding = replace(
            base.findings[1],
            span=Span(0, len(attack)),
            quote=attack,
            kind=attack,
            message=Message(attack, attack),
            severity=list(Severity)[number % 3],
            suggestions=(replace(base.findings[1].suggestions[0], replacement=attack),),
            evidence=(Evidence(f"0{ATTACKS[0]}", Span(0, 3), attack, 0.5),),
        )
        articles.append(
            ArticleAudit(
                Document(source, base.document.profile, ()),
                (finding,),
                base.drift,
                Score(10.0 + number, 5.0, 50.0, True, 1.0, 30, 0.9),
                replace(base.event, id=attack, members=(source.id,)),
                rank=number + 1,
            )
        )
    rejected = tuple(Rejection(attack, attack) for attack in ATTACKS)
    return Audit(tuple(articles), rejected, ATTACKS[0])
