# What people run. Everything lives in .venv, made on first use; `make clean` takes it all away.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PINNED := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-annotate --custom-compile-command "make requirements" --output-file

# The day on which the sample journal in content/ ends; its pages stay on that day.
SAMPLE_DAY := 2026-11-20

.PHONY: site test quick oldest newest requirements lint types layers docs pictures wheel empty bench \
	bench-serve bench-search clean

site: .venv/site.stamp ## make .venv, and build the sample journal into site/
	$(BIN)/journal build --today $(SAMPLE_DAY)

test: .venv/test.stamp ## make .venv with the test tools, and run everything
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

quick: .venv/test.stamp ## in under a minute: no browser, no server, nothing slow
	$(BIN)/python -m pytest -q -n auto --dist loadfile --ignore=tests/browser \
		-m "not (server or slow or long)"

# Where Python may keep no compiled modules, pytest compiles every test anew in every process.
test quick: export PYTHONDONTWRITEBYTECODE :=

oldest: .venv/test.stamp ## all but browser and the longest, with the oldest libraries that are allowed
	$(BIN)/python -m tests.support.environments oldest

newest: .venv/test.stamp ## all but browser and the longest, on the newest Python of this machine
	$(BIN)/python -m tests.support.environments newest

lint: .venv/test.stamp ## rules of style
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/test.stamp ## types, strictly
	$(BIN)/mypy

layers: .venv/test.stamp ## imports point one way
	$(BIN)/lint-imports

docs: .venv/site.stamp ## the parts of docs/ that are made from the code
	$(BIN)/python -m journal.reference docs

pictures: .venv/test.stamp ## the README's pictures, taken in Debian's chromium
	$(BIN)/python docs/pictures/make.py

requirements: .venv/bin/python ## pin anew, by hash, what the two targets at the end install
	$(PIP) install uv
	$(PINNED) requirements/run.txt pyproject.toml
	$(PINNED) requirements/dev.txt pyproject.toml --extra dev

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

.venv/site.stamp: .venv/bin/python pyproject.toml requirements/run.txt
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --no-deps --editable .
	$(BIN)/python -m compileall -q journal # some systems keep Python from doing it at first use
	touch $@

.venv/test.stamp: .venv/bin/python pyproject.toml requirements/dev.txt tests/web/package-lock.json
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	$(PIP) install --no-deps --editable .
	if command -v npm >/dev/null; then npm ci --silent --no-audit --no-fund --prefix tests/web; fi
	touch $@ .venv/site.stamp
