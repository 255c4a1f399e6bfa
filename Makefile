# Two commands on a fresh machine: `make audit` ranks the seed articles, `make test` runs the tests.
# Everything lives in .venv; a target that finds it ready goes straight to work.

PYTHON ?= python3
RUN := .venv/bin/python -m
READY := .venv/ready

.PHONY: audit test bench browser check format clean

audit: $(READY)
	$(RUN) tadqiq audit corpora/seeds

test: $(READY) browser
	$(RUN) pytest --numprocesses auto --dist loadscope

bench: $(READY)
	$(RUN) pytest benchmarks --benchmark-enable --benchmark-only

check: $(READY)
	$(RUN) ruff format --check src tests benchmarks
	$(RUN) ruff check src tests benchmarks
	$(RUN) mypy
	.venv/bin/lint-imports

format: $(READY)
	$(RUN) ruff format src tests benchmarks
	$(RUN) ruff check --fix src tests benchmarks

$(READY): pyproject.toml constraints.txt
	test -x .venv/bin/python || $(PYTHON) -m venv .venv
	$(RUN) pip install --quiet --disable-pip-version-check --constraint constraints.txt torch
	$(RUN) pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,fast,fluency,onnx,parquet,serve]'
	touch $(READY)

# The pages are tested in a real browser: Debian's Chromium, fetched where we may.
browser:
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
	  && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	     --no-install-recommends chromium fonts-noto-core >/dev/null; } \
	  || echo "no chromium: tests of the pages are skipped; install it to run them"

clean:
	rm -rf .venv
