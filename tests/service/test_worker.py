"""The one who audits: questions asked at once, too many, too long, asked again."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from tadqiq.archive import Archive
from tadqiq.config import Config
from tadqiq.model import Article, Audit
from tadqiq.pipeline import Auditor
from tadqiq.service import Settings
from tadqiq.service.memory import Memory, digest
from tadqiq.service.metrics import Metrics
from tadqiq.service.problems import RefusedError
from tadqiq.service.worker import Worker

SEEDS = sorted((Path(__file__).parents[2] / "corpora" / "seeds").glob("*.txt"))


def article(name: str, text: str = "قال الوزير ، في تصريح أمس ، إن المفاوضات مستمرة.") -> Article:
    return Article(id=name, text=text, lang="ar")


class Gated(Auditor):
    """The real auditor, behind a gate that a test opens; counts its audits."""

    def __init__(self) -> None:
        super().__init__(Config(drift=False))
        self.gate = threading.Event()
        self.made = 0

    def check(self, *args: object) -> Audit:  # type: ignore[override]
        self.gate.wait(10)
        self.made += 1
        return super().check(*args)  # type: ignore[arg-type]


def worker(auditor: Auditor, **settings: object) -> Worker:
    return Worker(auditor, Settings(**settings), Metrics())  # type: ignore[arg-type]


def test_equal_questions_asked_at_once_are_answered_once() -> None:
    auditor = Gated()
    asked = worker(auditor)

    async def ask() -> list[tuple[Audit, bool]]:
        tasks = [asyncio.create_task(asked.check(article("a"), ())) for _ in range(20)]
        await asyncio.sleep(0.05)
        auditor.gate.set()
        return await asyncio.gather(*tasks)

    answers = asyncio.run(ask())
    assert auditor.made == 1
    assert all(audit is answers[0][0] for audit, _ in answers)


def test_beyond_its_places_everybody_is_asked_back_and_places_come_free() -> None:
    auditor = Gated()
    asked = worker(auditor, concurrency=3, kept=0)

    async def ask() -> list[object]:
        tasks = [asyncio.create_task(asked.check(article(str(n)), ())) for n in range(10)]
        await asyncio.sleep(0.05)
        auditor.gate.set()
        first = await asyncio.gather(*tasks, return_exceptions=True)
        again = await asyncio.gather(asked.check(article("again"), ()))
        return [*first, *again]

    answers = asyncio.run(ask())
    refused = [one for one in answers if isinstance(one, RefusedError)]
    assert [one.kind.status for one in refused] == [429] * 7
    assert all(1 <= int(one.headers["Retry-After"]) <= 30 for one in refused)
    assert isinstance(answers[-1], tuple)


def test_a_check_that_takes_too_long_is_given_up_and_keeps_its_place_until_it_ends() -> None:
    auditor = Gated()
    asked = worker(auditor, working=0.05, concurrency=1)

    async def ask() -> None:
        with pytest.raises(RefusedError) as slow:
            await asked.check(article("slow"), ())
        assert slow.value.kind.status == 408
        with pytest.raises(RefusedError) as busy:
            await asked.check(article("next"), ())
        assert busy.value.kind.status == 429
        auditor.gate.set()
        await asyncio.sleep(0.3)
        audit, _ = await asked.check(article("next"), ())
        assert audit.articles

    asyncio.run(ask())


def test_safe_corrections_leave_no_finding_that_they_are_for() -> None:
    asked = worker(Auditor(Config(drift=False)))
    audit, _ = asyncio.run(asked.correct(article("a"), ()))
    (audited,) = audit.articles
    assert audited.document.text == "قال الوزير، في تصريح أمس، إن المفاوضات مستمرة."
    assert not audited.findings


def test_memory_is_bounded_by_the_length_of_texts_and_forgets_the_longest_unasked() -> None:
    auditor = Auditor(Config(drift=False))
    audits = {name: auditor.check(article(name, f"نص {name} قصير جدا.")) for name in "abc"}
    memory = Memory(2 * len("نص a قصير جدا."))
    memory.put("a", audits["a"])
    memory.put("b", audits["b"])
    assert memory.get("a") is audits["a"]
    memory.put("c", audits["c"])
    assert memory.get("b") is None
    assert memory.get("a") is audits["a"]
    assert len(memory) == 2


def test_questions_differ_by_anything_that_is_known_of_an_article() -> None:
    one = article("a")
    others = [
        article("b"),
        article("a", "نص"),
        Article(id="a", text=one.text, lang="fa"),
        Article(id="a", text=one.text, lang="ar", outlet="x"),
    ]
    digests = {digest("check", [other]) for other in (one, *others)}
    digests |= {digest("audit", [one]), digest("check", [one, one])}
    assert len(digests) == len(others) + 3


def test_siblings_are_found_in_the_archive(tmp_path) -> None:
    texts = {path.name[:3]: path.read_text("utf-8") for path in SEEDS}
    auditor = Auditor()
    others = [Article(id=name, text=text) for name, text in texts.items() if name != "003"]
    with Archive.open(tmp_path / "wire", write=True) as archive:
        list(auditor.audit(others, archive=archive).articles)
    asked = worker(auditor, archive=tmp_path / "wire")
    own = Article(id="own", text=texts["003"])

    async def ask() -> Audit:
        siblings = await asked.siblings(own)
        return (await asked.check(own, siblings))[0]

    audit = asyncio.run(ask())
    (audited,) = audit.articles
    assert {finding.severity.value for finding in audited.findings} >= {"critical"}
    assert set(audited.event.siblings("own")) == {"000", "001", "002"}
