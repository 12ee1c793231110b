# What people run. Everything lives in .venv, made on first use; `make clean` takes it all away.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: site test lint types layers docs pictures wheel empty bench bench-serve bench-search clean

site: .venv/site.stamp ## make .venv, and build the sample journal into site/
	$(BIN)/journal build

test: .venv/test.stamp ## make .venv with the test tools, and run everything
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

lint: .venv/test.stamp ## rules of style
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/test.stamp ## types, strictly
	$(BIN)/mypy

layers: .venv/test.stamp ## imports point one way
	$(BIN)/lint-imports

docs: .venv/site.stamp ## the parts of docs/ that are made from the code
	$(BIN)/python -m journal.vocabulary.reference docs

pictures: .venv/test.stamp ## the README's pictures, taken in Debian's chromium
	$(BIN)/python docs/pictures/make.py

wheel: .venv/test.stamp ## dist/*.whl
	rm -rf dist && $(PIP) install build && $(BIN)/python -m build --wheel

empty: wheel ## the wheel in an empty environment: a new journal, and its site
	rm -rf .bench/empty && $(PYTHON) -m venv .bench/empty
	.bench/empty/bin/pip --quiet --disable-pip-version-check install dist/*.whl
	cd .bench && empty/bin/journal init mine && empty/bin/journal -C mine build && rm -rf mine

bench: .venv/site.stamp ## figures of speed, beside Hugo's
	$(BIN)/python benchmarks/run.py --sizes 300,2000

bench-serve: .venv/test.stamp ## the local server, beside Hugo's and MkDocs's
	$(BIN)/python benchmarks/serve.py

bench-search: .venv/test.stamp ## the search page, in Debian's chromium
	$(BIN)/python benchmarks/search.py

clean: ## take away what these targets made
	rm -rf .venv .bench site .journal-cache dist tests/web/node_modules

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/site.stamp: .venv/bin/python pyproject.toml
	$(PIP) install --editable .
	$(BIN)/python -m compileall -q journal # some systems keep Python from doing it at first use
	touch $@

.venv/test.stamp: .venv/bin/python pyproject.toml tests/web/package-lock.json
	$(PIP) install --editable '.[test]'
	if command -v npm >/dev/null; then npm ci --silent --no-audit --no-fund --prefix tests/web; fi
	touch $@ .venv/site.stamp
