# One command sets up, one runs, one tests, one checks style. Each does by itself what has to be done first, once.
#
#   make run        this clone at http://localhost:8000 (PORT=8001 make run: another port)
#   make test       everything but the slow tests; make test-all: those too
#   make check      style, types, templates, import contracts, translations, migrations, production settings
#   make setup      everything the above need, without running anything
#   make bench      speed of the pages, as a multiple of the cheapest page there can be; whether people are found,
#                   among 100,000 residents (make bench SCALE=1000000: among a million, with as many cases; the
#                   pages of a large municipality beside those of a small one)
#   make clean      back to a fresh clone: removes what was installed and made, the demonstration's data included

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# the requirements name everything that is needed, each with its hash: nothing is left to be found out
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet install --no-compile --no-deps --require-hashes
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links \
	--no-emit-trusted-host
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadgroup
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))
# what reads the code needs settings that load, and no server
READING := EMBEDDED=0 SECRET_KEY=x FIELD_KEYS=x HASH_KEY=x REDIS_URL=redis://127.0.0.1:9/0 \
	DATABASE_APP_URL=postgresql://x@127.0.0.1:9/x
PRODUCTION := DEBUG=0 DEMO=0 SECURE=1 BEHIND_PROXY=1 ALLOWED_HOSTS=sociaal.example VIRUS_SCANNER=clamav:3310

# what does not need each other is made side by side
MAKEFLAGS += --jobs=2
export PIP_NO_INPUT = 1
# packages are compiled at their first import: then that must be kept, or every process does it again
unexport PYTHONDONTWRITEBYTECODE
export PYTHONUTF8 = 1

.PHONY: help setup run test test-all check bench clean requirements chromium template
.DEFAULT_GOAL := help

help:
	@sed -n 's/^#   //p' Makefile

setup: $(VENV)/.tests var/npm/.made $(CATALOGUES)

run: $(VENV)/.product var/npm/.made $(CATALOGUES)
	@exec $(BIN)/python -m sociaal.supervision --with-parent

test: setup chromium template
	$(PYTEST) --hypothesis-profile quick -m "not slow"

test-all: setup chromium template
	$(PYTEST) --hypothesis-profile thorough

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(READING) $(BIN)/mypy sociaal cases intake regie
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/python -m pytest -n 0 tests/architecture

bench: setup
	$(BIN)/python -m benchmarks $(if $(SCALE),--scale $(SCALE))

# a browser for the tests: the one that is there, else Debian's, else Playwright's
chromium: $(VENV)/.tests
	@$(BIN)/python -m tests.chromium

# the migrated database of the tests: needs the product only, so it is made beside the packages of the tests
template: $(VENV)/.product
	@$(BIN)/python -m tests.template

clean:
	$(PYTHON) -m sociaal.embedded.removing
	rm -rf $(VENV) node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -f $(CATALOGUES)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

requirements: $(VENV)/.tests
	$(COMPILE) --extra embedded --output-file requirements.txt pyproject.toml
	$(COMPILE) --allow-unsafe --extra embedded --extra dev --constraint requirements.txt \
		--output-file requirements-dev.txt pyproject.toml

# --- what is made, and from what ---------------------------------------------------------------------------------

$(VENV)/bin/python:
	@echo "setup: Python environment in $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.product: requirements.txt | $(VENV)/bin/python
	@echo "setup: Python packages (about half a minute)"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.tests: requirements-dev.txt $(VENV)/.product
	@echo "setup: Python packages for the tests (about half a minute)"
	@$(PIP) -r requirements-dev.txt
	@touch $@

node_modules/.made: package.json package-lock.json .npmrc
	@echo "setup: front-end packages"
	@npm ci --no-progress --loglevel=error
	@touch $@

var/npm/.made: node_modules/.made sociaal/core/frontend.py
	@echo "setup: styles, scripts, fonts and icons"
	@$(PYTHON) -m sociaal.core.frontend
	@touch $@

%.mo: %.po | $(VENV)/.product
	@echo "setup: translations $<"
	@$(BIN)/pybabel --quiet compile --domain django --input-file $< --output-file $@
