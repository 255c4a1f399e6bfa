# Two commands on a fresh machine: `make audit` ranks the seed articles, `make test` runs the tests.
# Everything lives in .venv; a target that finds it ready goes straight to work.

PYTHON ?= python3
RUN := .venv/bin/python -m
READY := .venv/ready

.PHONY: audit test bench check format clean

audit: $(READY)
	$(RUN) tadqiq audit corpora/seeds

test: $(READY)
	$(RUN) pytest

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
	$(RUN) pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,fast]'
	touch $(READY)

clean:
	rm -rf .venv
