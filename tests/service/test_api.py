"""The desk's CMS asks for one article before publication."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from tadqiq.pipeline import Auditor
from tadqiq.report import schema

ROOT = Path(__file__).parents[2]
TEXT = "قال الوزير ، في تصريح أمس ، إن المفاوضات مستمرة."


def test_a_check_is_an_audit_record_as_published(service, question) -> None:
    answer = service.post("/v1/check", json=question)
    assert answer.status_code == 200
    jsonschema.validate(answer.json(), schema())
    record = answer.json()
    assert set(record["siblings"]) == {"000", "001", "003"}
    assert {found["code"] for found in record["findings"]} >= {"A403"}
    text = question["article"]["text"]
    for found in record["findings"]:
        assert text[found["start"] : found["end"]] == found["quote"]


def test_the_service_says_what_the_command_line_says(service, seed_texts) -> None:
    from tadqiq.model import Article
    from tadqiq.report import reporter

    articles = [Article(id=name, text=text) for name, text in seed_texts.items()]
    own = next(article for article in articles if article.id == "003")
    others = [article for article in articles if article.id != "003"]
    audit = Auditor().check(own, others)
    expected = json.loads(b"".join(reporter("jsonl").parts(audit, "ar")))
    body = {
        "article": {"id": "003", "text": own.text},
        "siblings": [{"id": one.id, "text": one.text} for one in others],
    }
    assert service.post("/v1/check?locale=ar", json=body).json() == expected


def test_a_text_alone_may_be_sent_as_it_is(service) -> None:
    answer = service.post(
        "/v1/check", content=TEXT.encode(), headers={"Content-Type": "text/plain; charset=utf-8"}
    )
    assert [found["code"] for found in answer.json()["findings"]] == ["P101", "P101"]
    assert answer.json()["id"] == "article"


def test_the_verdict_of_the_newsroom_is_in_a_header(service, question) -> None:
    assert service.post("/v1/check", json=question).headers["tadqiq-verdict"] == "reject"
    good = {"article": {"text": "التقى الرئيس نظيره الفرنسي أمس في باريس. " * 12}}
    assert service.post("/v1/check", json=good).headers["tadqiq-verdict"] != "reject"


def test_messages_come_in_the_language_asked_for(service) -> None:
    def message(path: str, **headers: str) -> str:
        answer = service.post(path, json={"article": {"text": TEXT}}, headers=headers)
        return str(answer.json()["findings"][0]["message"])

    arabic, english = message("/v1/check?locale=ar"), message("/v1/check?locale=en")
    assert arabic != english
    assert message("/v1/check", **{"Accept-Language": "ar-EG,ar;q=0.9,en;q=0.5"}) == arabic
    assert message("/v1/check") == english


def test_a_batch_is_ranked_and_keeps_its_order(service, seed_texts) -> None:
    articles = [{"id": name, "text": text} for name, text in seed_texts.items()]
    answer = service.post("/v1/audit", json={"articles": [*articles, {"id": "x", "text": " "}]})
    assert answer.status_code == 200
    told = answer.json()
    assert [one["id"] for one in told["articles"]] == list(seed_texts)
    assert max(told["articles"], key=lambda one: one["rank"])["id"] == "002"
    assert [one["origin"] for one in told["rejections"]] == ["/articles/5"]
    for record in told["articles"]:
        jsonschema.validate(record, schema())


def test_rules_are_listed_in_both_languages(service) -> None:
    english, arabic = (service.get(f"/v1/rules?locale={one}").json() for one in ("en", "ar"))
    assert [rule["code"] for rule in english] == [rule["code"] for rule in arabic]
    assert english[0]["title"] != arabic[0]["title"]


def test_the_same_question_is_answered_from_memory(service) -> None:
    body = {"article": {"text": TEXT + " وأضاف أن الحوار مستمر."}}
    first, second = (service.post("/v1/check", json=body) for _ in "12")
    assert "fwd=miss" in first.headers["cache-status"]
    assert "hit" in second.headers["cache-status"]
    assert first.content == second.content


def test_prometheus_finds_figures_and_no_words(service) -> None:
    service.post("/v1/check", json={"article": {"text": TEXT}})
    service.get("/no/such/زيلينسكي")
    told = service.get("/metrics").text
    assert 'tadqiq_requests_total{method="POST",route="/v1/check",status="200"}' in told
    assert "tadqiq_check_seconds_bucket" in told
    assert "process_resident_memory_bytes" in told
    assert not any("؀" <= char <= "ۿ" for char in told)


def test_health_is_a_word(service) -> None:
    assert service.get("/healthz").text == "ok\n"


def test_the_log_has_a_line_a_request_and_no_word_of_the_article(service) -> None:
    secret = "قرنبيطة"
    article = {"text": f"قال {secret} ، إن الأمر انتهى.", "title": secret, "outlet": secret}
    service.post("/v1/check?note=%D9%82", json={"article": article, "siblings": [article]})
    service.post("/v1/check", content=f'{{"article": "{secret}'.encode())
    service.post("/", data={"text": f"{secret} ، نص"})
    service.get(f"/{secret}?q={secret}")
    service.get("/healthz")
    for _ in range(100):
        if sum("GET /healthz 200" in line for line in service.log) >= 1:
            break
        time.sleep(0.05)
    log = "".join(service.log)
    assert "POST /v1/check 200" in log
    assert secret not in log
    assert "%D9%82" not in log


def test_every_schema_that_the_openapi_names_is_there(service) -> None:
    document = service.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == {"/v1/check", "/v1/audit", "/v1/rules", "/healthz", "/metrics"}
    for name in _references(document):
        assert name in document["components"]["schemas"]


def _references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield str(inner).rpartition("/")[2]
            else:
                yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def test_three_lines_of_python_are_a_client(service) -> None:
    code = f"""
import httpx
asked = {{"article": {{"text": open("corpora/seeds/003_be7402cde2decbdf.txt").read()}}}}
print(httpx.post("{service.url}/v1/check", json=asked, timeout=60).json()["quality"])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=ROOT
    )
    assert 0 <= float(done.stdout) <= 100


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl is installed")
def test_one_line_of_curl_is_a_client(service) -> None:
    line = (
        f"curl -sS -H Content-Type:text/plain "
        f"--data-binary @corpora/seeds/003_be7402cde2decbdf.txt {service.url}/v1/check"
    )
    done = subprocess.run(line.split(), capture_output=True, check=True, text=True, cwd=ROOT)
    assert json.loads(done.stdout)["lang"] == "ar"


def test_nothing_of_the_web_is_loaded_by_other_commands() -> None:
    code = (
        "import sys; sys.argv = ['tadqiq', 'rules']\n"
        "from tadqiq.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'fastapi', 'starlette', 'uvicorn', 'prometheus_client', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("missing", ["fastapi", "uvicorn", "prometheus_client"])
def test_without_the_extra_the_error_names_it(missing: str, tmp_path: Path) -> None:
    code = (
        f"import sys; sys.modules['{missing}'] = None; sys.argv = ['tadqiq', 'serve', '--no-drift']\n"
        "from tadqiq.cli import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'tadqiq[serve]'" in done.stderr
    assert "Traceback" not in done.stderr
