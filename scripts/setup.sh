#!/bin/sh
# Makes the environment: Corrob itself, editable, with what its tests need, and durable-rules where it can be built.
set -eu
: "${PYTHON:=python3}" "${VENV:=.venv}"

"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "corrob needs Python 3.11 or later; $("$PYTHON" --version) was found" >&2
    exit 2
}
[ -x "$VENV/bin/python" ] || "$PYTHON" -m venv "$VENV"
pip() { "$VENV/bin/python" -m pip --disable-pip-version-check --quiet "$@"; }

# durable-rules is source only: it needs a C compiler and Python's headers. Its last release calls a function that
# Python 3.13 no longer has under that name; the compiler is told the new one.
build_durable_rules() {
    version=$(sed -n 's/^ *"durable-rules==\([0-9.]*\);.*/\1/p' pyproject.toml)
    if "$VENV/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 13))'; then
        CC="${CC:-gcc} -O2 -DPyEval_CallObject=PyObject_CallObject" \
            pip install --no-cache-dir --force-reinstall --no-binary durable-rules "durable-rules==$version"
    else
        pip install "durable-rules==$version"
    fi
    "$VENV/bin/python" -c 'import durable.engine'
}

if build_durable_rules >"$VENV/durable-rules.log" 2>&1; then
    pip install --editable '.[test,lint]'
else
    echo "durable-rules could not be built (see $VENV/durable-rules.log): Corrob runs on its direct matcher" >&2
    pip uninstall --yes durable-rules >/dev/null 2>&1 || true
    pip install --no-deps --editable .
    "$VENV/bin/python" scripts/requirements.py test lint | pip install --no-warn-conflicts --requirement /dev/stdin
fi
