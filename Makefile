# `make verify` judges the fixtures, `make test` runs everything that must pass; both set up what they need first.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready

.PHONY: verify test check bench setup clean
verify: $(READY)
	$(BIN)/corrob check fixtures
	$(BIN)/corrob verify fixtures

test: check
	$(BIN)/corrob rules test
	$(BIN)/pytest -q -n auto

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python benchmarks/cold_start.py

setup: $(READY)

$(READY): pyproject.toml scripts/setup.sh
	PYTHON="$(PYTHON)" VENV="$(VENV)" sh scripts/setup.sh
	touch $(READY)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
