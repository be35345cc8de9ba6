# Everything a newcomer or a machine does with the house. `make setup` needs Python 3.11+ and nothing else.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
LOCKS := requirements/core.txt requirements/dev.txt
TESTERS ?= 2

.PHONY: help setup demo test check evaluate benchmark ordeal background lock docs clean

help:            ## say what there is to do
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: $(STAMP)  ## give .venv/bin/stemma

$(STAMP): $(LOCKS) pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "stemma needs Python 3.11 or newer; set PYTHON=/path/to/it"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/core.txt -r requirements/dev.txt
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(STAMP)

demo: setup      ## compare the reports that ship with stemma: print the story, write demo.html
	$(BIN)/stemma demo

test: setup      ## run all tests
	$(BIN)/python -m pytest -q -n $(TESTERS)

check: setup     ## run every check that reads the code: style, types, walls, formats of the docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/docs

evaluate: setup  ## measure quality on the corpora in STEMMA_DATA; writes evaluation/results.json
	$(BIN)/python -m evaluation.gate

benchmark: setup .venv/.benched ## time the commands and the matching; writes docs/reference/benchmarks.md
	$(BIN)/python -m benchmarks

.venv/.benched: requirements/bench.txt
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/bench.txt
	touch $@

ordeal: setup .venv/.benched    ## the slow and rough tests: many reports, a full disk, a fresh install
	STEMMA_ORDEAL=1 $(BIN)/python -m pytest -q tests/ordeal
	$(BIN)/python -m benchmarks --install
	$(BIN)/python -m benchmarks.matching --large

background: setup ## make the background table of word pairs anew from the corpora in STEMMA_DATA
	$(BIN)/python tools/build_background.py

docs: setup      ## write the generated pages anew
	$(BIN)/python tools/pages.py

lock: setup      ## pin the newest versions of everything, with hashes
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile $(LOCK_OPTIONS) --output-file requirements/core.txt pyproject.toml
	$(BIN)/pip-compile $(LOCK_OPTIONS) --constraint requirements/core.txt --output-file requirements/dev.txt requirements/dev.in
	$(BIN)/pip-compile $(LOCK_OPTIONS) --constraint requirements/core.txt --extra spark --output-file requirements/spark.txt pyproject.toml
	$(BIN)/pip-compile $(LOCK_OPTIONS) --constraint requirements/core.txt --output-file requirements/bench.txt requirements/bench.in

LOCK_OPTIONS := --quiet --upgrade --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --strip-extras --allow-unsafe --no-header

clean:           ## take away what was built
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache demo.html
