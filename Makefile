# `make verify` judges the fixtures, `make test` runs everything that must pass; both set up what they need first.
# `make test-all` does so on every supported Python, with the long laws, and without a C compiler.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready

.PHONY: verify test test-all check coverage docs bench setup clean
verify: $(READY)
	$(BIN)/corrob check fixtures
	$(BIN)/corrob verify fixtures

test: check
	$(BIN)/corrob rules test
	$(BIN)/pytest -q -n auto --dist worksteal

test-all:
	$(PYTHON) scripts/test_all.py

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

coverage: $(READY)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --fail-under=95

docs: $(READY)
	$(BIN)/python scripts/pages.py

bench: $(READY)
	$(BIN)/python benchmarks/cold_start.py
	$(BIN)/python benchmarks/rules_check.py
	$(BIN)/python benchmarks/rules_test.py

setup: $(READY)

$(READY): pyproject.toml scripts/setup.sh
	PYTHON="$(PYTHON)" VENV="$(VENV)" sh scripts/setup.sh
	touch $(READY)

clean:
	rm -rf $(VENV) .venvs .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .mutation
