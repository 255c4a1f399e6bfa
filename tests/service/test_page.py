"""The editor pastes an article in a real browser, sees what is wrong, and corrects it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def tab(browser, service) -> Iterator[object]:
    """A browser tab that may use the clipboard and reaches nothing but the service."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=service.url)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.outside, page.errors = [], []
    page.on(
        "request",
        lambda one: page.outside.append(one.url) if not one.url.startswith(service.url) else None,
    )
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda one: page.errors.append(one.text) if one.type == "error" else None)
    yield page
    context.close()


def paste(tab, service, text: str, *, locale: str = "ar") -> None:
    tab.goto(f"{service.url}/?locale={locale}")
    tab.fill("#text", text)
    tab.click("button.primary")
    tab.wait_for_selector(".verdict")


def until(tab, condition: str) -> None:
    """Waits for a condition of the page. Not with wait_for_function: our policy forbids eval."""
    for _ in range(200):
        if tab.evaluate(condition):
            return
        tab.wait_for_timeout(50)
    pytest.fail(f"never: {condition}")


def text_now(tab) -> str:
    return str(tab.locator("textarea[data-corrected]").input_value())


def chosen_quote(tab) -> str:
    return str(tab.locator(".card.chosen .quote").inner_text())


def test_the_editor_pastes_corrects_and_copies(tab, service, seed_texts) -> None:
    paste(tab, service, seed_texts["002"])
    assert tab.locator("html").get_attribute("dir") == "rtl"
    assert tab.locator("article.text").get_attribute("dir") == "rtl"
    marks = tab.locator("a.mark[id]")
    before = marks.count()
    assert before > 40
    assert {"minor", "major"} <= set(
        " ".join(tab.locator("a.mark").evaluate_all("all => all.map(one => one.className)")).split()
    )

    mark = tab.locator("a.mark", has_text="والأوكرانيين").first
    mark.click()
    card = tab.locator(".card.chosen")
    assert "والأوكرانيين" in card.locator(".quote").inner_text()
    assert card.locator(".reason").is_visible()
    assert card.locator(".choice .replacement").first.inner_text() == "والأوكرانيون"
    card.locator("button[data-accept]").click()
    tab.wait_for_selector("#note:not(.unseen)")

    assert "والأوكرانيون" in text_now(tab)
    assert marks.count() < before
    tab.click("[data-copy]")
    until(tab, "document.getElementById('live').textContent !== ''")
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied == seed_texts["002"].replace("والأوكرانيين", "والأوكرانيون", 1)
    assert tab.errors == []
    assert tab.outside == []


def test_all_safe_corrections_are_made_at_once_and_undone(tab, service, seed_texts) -> None:
    paste(tab, service, seed_texts["002"])
    tab.click('[data-key="safe"]')
    tab.wait_for_selector('[data-key="undo"]')
    assert " ، " not in text_now(tab)
    assert tab.locator('[data-key="safe"]').count() == 0
    tab.click('[data-key="undo"]')
    tab.wait_for_selector('[data-key="safe"]')
    assert text_now(tab) == seed_texts["002"]


def test_a_sibling_sentence_stands_beside_the_finding(tab, service, seed_texts, tmp_path) -> None:
    tab.goto(service.url)
    tab.fill("#text", seed_texts["003"])
    tab.click(".beside > summary")
    files = []
    for name in ("000", "001", "002"):
        path = tmp_path / f"{name}.txt"
        path.write_text(seed_texts[name], "utf-8")
        files.append(str(path))
    tab.set_input_files("#sibling-file", files)
    tab.click("button.primary")
    tab.wait_for_selector(".verdict")
    card = tab.locator(".card.critical:has(.sides)").first
    card.locator("summary").click()
    own, other = card.locator("blockquote").all()[:2]
    assert card.locator(".quote").inner_text() in own.inner_text()
    quoted = other.inner_text().strip()
    assert any(quoted in text for text in seed_texts.values())
    assert quoted not in seed_texts["003"]


def test_everything_can_be_done_by_keyboard(tab, service) -> None:
    text = "قال الوزير ، في تصريح أمس ، إن المفاوضات مستمرة."
    tab.goto(service.url)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.focus("#text")
    tab.keyboard.insert_text(text)
    for _ in range(12):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.value") == "check":
            break
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".verdict")
    assert tab.evaluate("document.activeElement.id") == "main"
    tab.keyboard.press("j")
    assert tab.evaluate("document.activeElement.id") == "mark-0"
    tab.keyboard.press("j")
    assert tab.locator("#card-1.chosen").count() == 1
    tab.keyboard.press("k")
    assert tab.locator("#card-0.chosen").count() == 1
    until(tab, "document.getElementById('live').textContent.length > 20")
    tab.keyboard.press("Escape")
    assert tab.locator(".chosen").count() == 0
    tab.keyboard.press("j")
    tab.keyboard.press("a")
    tab.wait_for_selector('[data-key="undo"]')
    assert text_now(tab).count(" ،") == 1
    tab.keyboard.press("s")
    until(tab, "!document.querySelector('.card')")
    assert text_now(tab) == "قال الوزير، في تصريح أمس، إن المفاوضات مستمرة."
    tab.keyboard.press("c")
    until(tab, "navigator.clipboard.readText().then(text => !text.includes(' ،'))")


def test_the_report_is_one_file_that_opens_anywhere(tab, service, seed_texts, tmp_path) -> None:
    paste(tab, service, seed_texts["003"])
    with tab.expect_download() as started:
        tab.click('button[value="report:html"]')
    assert started.value.suggested_filename == "tadqiq-report.html"
    page = Path(started.value.path()).read_text("utf-8")
    assert 'dir="rtl"' in page
    assert not re.search(r'(?:src|href)="(?!#|data:)', page)


def test_the_keys_can_be_switched_off(tab, service) -> None:
    paste(tab, service, "قال الوزير ، أمس")
    tab.click(".keys summary")
    tab.uncheck("#keys-on")
    tab.keyboard.press("j")
    assert tab.locator(".chosen").count() == 0
    paste(tab, service, "قال الوزير ، أمس")
    tab.keyboard.press("j")
    assert tab.locator(".chosen").count() == 0
    tab.evaluate("localStorage.clear()")


def test_a_kind_can_be_hidden(tab, service) -> None:
    paste(tab, service, "قال الوزير ، أمس، إن Zelenskyy وصل.")
    tab.uncheck("#show-punctuation")
    assert not tab.locator(".card.of-punctuation").first.is_visible()
    assert tab.locator(".card.of-latin").first.is_visible()


def test_english_is_there_too(tab, service) -> None:
    paste(tab, service, "قال الوزير ، أمس", locale="en")
    assert tab.locator("html").get_attribute("dir") == "ltr"
    assert "space" in tab.locator(".reason").first.text_content().lower()
    tab.click("button.language")
    tab.wait_for_selector("html[dir=rtl]")
    assert "مسافة" in tab.locator(".reason").first.text_content()


def test_a_service_that_is_gone_costs_no_text(tab, service) -> None:
    tab.goto(service.url)
    tab.fill("#text", "نص كتبته ساعة كاملة")
    tab.route("**/*", lambda route: route.abort())
    tab.click("button.primary")
    tab.wait_for_selector(".note.bad[role=alert]")
    assert tab.input_value("#text") == "نص كتبته ساعة كاملة"
    tab.unroute("**/*")
    tab.errors.clear()


def test_a_file_is_dropped_on_the_sheet(tab, service) -> None:
    tab.goto(service.url)
    tab.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["قال الوزير ، أمس"], "خبر.txt", { type: "text/plain" }));
          const drop = { dataTransfer: data, bubbles: true, cancelable: true };
          document.getElementById("text").dispatchEvent(new DragEvent("drop", drop));
        }"""
    )
    assert "خبر.txt" in tab.locator("output").first.inner_text()
    tab.click("button.primary")
    tab.wait_for_selector(".verdict")
    assert text_now(tab) == "قال الوزير ، أمس"


def test_what_is_refused_stays_on_the_page(tab, service) -> None:
    tab.goto(service.url)
    tab.fill("#text", "12345")
    tab.click("button.primary")
    tab.wait_for_selector(".note.bad")
    assert tab.input_value("#text") == "12345"
    tab.errors.clear()


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_no_screen_scrolls_sideways(tab, service, seed_texts, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    paste(tab, service, seed_texts["002"])
    tab.keyboard.press("j")
    wide = tab.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    if width < 900:
        box = tab.locator(".card.chosen").bounding_box()
        assert box["y"] + box["height"] == pytest.approx(800, abs=2)
    tab.set_viewport_size({"width": 1280, "height": 900})


SMALLEST = 24  # CSS pixels, WCAG 2.2 AA 2.5.8


def test_whatever_is_pressed_is_large_enough(tab, service, seed_texts) -> None:
    paste(tab, service, seed_texts["003"])
    tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    boxes = tab.locator("button:visible, .family:visible, summary:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(one => [one.width, one.height])"
    )
    assert boxes
    assert all(width >= SMALLEST and height >= SMALLEST for width, height in boxes if width > 1)


def test_it_works_without_a_script(browser, service, seed_texts, tmp_path) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(service.url)
    article = tmp_path / "خبر.txt"
    article.write_text("قال الوزير ، في تصريح أمس ، إن المفاوضات مستمرة.", "utf-8")
    page.set_input_files("#file", str(article))
    page.click(".beside > summary")
    page.click("button[value=add]")
    assert page.locator("textarea[name=sibling]").count() == 2
    page.set_input_files("#file", str(article))
    page.click("button.primary")
    assert page.locator(".card").count() == 2
    page.locator("summary").first.click()
    page.locator("button[data-accept]").first.click()
    assert page.locator(".card").count() == 1
    assert "الوزير،" in page.locator("textarea[name=text]").input_value()
    with page.expect_download() as started:
        page.click('button[value="report:json"]')
    report = json.loads(Path(started.value.path()).read_text("utf-8"))
    assert len(report["articles"][0]["findings"]) == 1
    page.click("button[value=edit]")
    assert "الوزير،" in page.locator("#text").input_value()
    context.close()


def test_colours_keep_wcag_aa_contrast() -> None:
    """4.5 to 1 for every pair of text and ground that the style sheet uses."""
    style = Path(__file__).parents[2] / "src/tadqiq/service/static/page.css"
    schemes = re.findall(r":root \{(.*?)\}", style.read_text("utf-8"), re.S)
    assert len(schemes) == 2
    for scheme in schemes:
        colour = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", scheme))
        pairs = [
            (ink, ground) for ink in ("ink", "soft", "accent") for ground in ("paper", "ground")
        ]
        pairs += [
            ("on-accent", "accent"),
            ("right", "paper"),
            ("right", "ground"),
            ("major", "paper"),
        ]
        for severity in ("minor", "major", "critical"):
            pairs += [
                (severity, "paper"),
                (severity, "ground"),
                ("ink", f"{severity}-tint"),
                ("paper", severity),
            ]
        for ink, ground in pairs:
            assert contrast(colour[ink], colour[ground]) >= 4.5, (ink, ground)


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)
