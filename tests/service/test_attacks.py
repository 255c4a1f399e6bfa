"""What an attacker sends through an article runs nowhere and crashes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS

ATTACKS = (
    "<script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "</textarea><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    '" autofocus onfocus=alert(1) x="',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "{{ 7 * 7 }}{% raw %}${7*7}#{7*7}<%= 7*7 %>",
    "<svg><script>alert&#40;1)</script></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example><button>x</button></form>",
    "\u202e<script>alert(1)</script>\u2066",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)
BODY = "قال الوزير {attack} ، في تصريح أمس ، إن Zelenskyy وصل."


@pytest.fixture(scope="module")
def watched(browser, service) -> Iterator[object]:
    """A tab that notes every dialog, every policy violation and every request elsewhere."""
    context = browser.new_context()
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.seen = []
    page.on("dialog", lambda dialog: (page.seen.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda one: page.seen.append(one.text) if one.type == "error" else None)
    page.on(
        "request",
        lambda one: page.seen.append(one.url) if not one.url.startswith(service.url) else None,
    )
    yield page
    context.close()


def test_nothing_of_an_article_runs_on_the_page(watched, service, tmp_path) -> None:
    """Through body, title, outlet and address of article and siblings, and their file names."""
    own = "\n".join(BODY.format(attack=attack) for attack in ATTACKS)
    record = {
        "id": "<b>",
        "text": own,
        "title": ATTACKS[1],
        "outlet": ATTACKS[4],
        "url": ATTACKS[7],
    }
    article = tmp_path / "article.json"
    article.write_text(json.dumps(record), "utf-8")
    siblings = []
    for number, attack in enumerate(ATTACKS):
        name = "".join(char for char in attack if char not in "/\x00")[:60]
        path = tmp_path / f"{number}{name}.json"
        known = {"id": attack, "title": attack, "outlet": attack, "url": attack, "event": "e"}
        text = BODY.format(attack=attack).replace("Zelenskyy", f"زيلينسكي {number}")
        path.write_text(json.dumps({**known, "text": text}), "utf-8")
        siblings.append(str(path))
    watched.goto(service.url)
    watched.set_input_files("#file", str(article))
    watched.set_input_files("#sibling-file", siblings)
    watched.click("button.primary")
    watched.wait_for_selector(".verdict")
    assert watched.locator(".card").count() > 20
    watched.locator(".card:has([data-accept]) summary").first.click()
    watched.locator(".card.chosen button[data-accept]").click()
    watched.wait_for_selector('[data-key="undo"]')
    watched.click("button[value=edit]")
    watched.wait_for_selector("#text")
    assert ATTACKS[0] in watched.input_value("#text")
    assert watched.locator("main script, main iframe, main img, main svg, main base").count() == 0
    assert watched.evaluate(
        "[...document.querySelectorAll('*')].every(one => [...one.attributes].every(it => !it.name.startsWith('on')))"
    )
    assert watched.seen == []


def test_links_lead_only_to_the_web(watched, service, seed_texts, tmp_path) -> None:
    addresses = ["javascript:alert(1)", "data:text/html,x", "https://news.example/1?a=1&b=2"]
    files = []
    for name, address in zip(("000", "001", "002"), addresses, strict=True):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps({"id": name, "text": seed_texts[name], "url": address}), "utf-8")
        files.append(str(path))
    watched.goto(service.url)
    watched.fill("#text", seed_texts["003"])
    watched.click(".beside > summary")
    watched.set_input_files("#sibling-file", files)
    watched.click("button.primary")
    watched.wait_for_selector(".verdict")
    links = watched.locator(".sides a").evaluate_all("all => all.map(one => one.href)")
    assert set(links) == {"https://news.example/1?a=1&b=2"}


def test_the_policy_allows_nothing_that_is_not_ours(service) -> None:
    for path in ("/", "/v1/rules", "/static/page.css", "/nothing"):
        headers = service.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        assert headers["x-content-type-options"] == "nosniff"
    page = service.get("/").text
    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page


def test_files_of_the_service_are_its_own(service) -> None:
    for name in ("../page.py", "..%2fpage.py", "%2e%2e/page.py", "page.css/../../page.py", "x"):
        assert service.get(f"/static/{name}").status_code == 404


@pytest.mark.parametrize("attack", ATTACKS)
def test_json_and_problems_are_never_taken_for_a_page(service, attack: str) -> None:
    answer = service.post("/v1/check", json={"article": {"text": attack, "published": attack}})
    assert answer.headers["content-type"] == "application/problem+json"
    answer = service.get(f"/{attack.encode().hex()}?locale={attack.encode().hex()}")
    assert answer.headers["content-type"] == "application/problem+json"


def test_schemathesis_brings_out_no_fault(service) -> None:
    """Requests made from the OpenAPI, valid and not: no 5xx, and only answers it documents."""
    schema = schemathesis.openapi.from_url(f"{service.url}/openapi.json")
    checks = CHECKS.get_by_names(
        [
            "not_a_server_error",
            "status_code_conformance",
            "content_type_conformance",
            "response_schema_conformance",
        ]
    )
    for operation in schema.get_all_operations():
        strategy = operation.ok().as_strategy()
        run_examples(strategy, checks)


def run_examples(strategy: object, checks: object) -> None:
    from hypothesis import given

    @settings(
        max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @given(case=strategy)  # type: ignore[arg-type]
    def one(case) -> None:
        case.call_and_validate(checks=checks, timeout=30)

    one()
