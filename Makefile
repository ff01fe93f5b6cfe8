# Two commands: `make chat` to talk to Malleo, `make test` to run everything.
# Both install what they need into .venv and .tools, here in this folder, and nowhere else.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

UV_VERSION := 0.13.9
PYTHON := $(shell for p in python3.11 python3.12 python3.13 python3; do \
	"$$p" -c 'import sys; assert (3,11) <= sys.version_info[:2] <= (3,13); print(sys.executable)' 2>/dev/null && break; done)
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
MALLEO := .venv/bin/python -m bot
QUIET_ENV := env -u VIRTUAL_ENV -u PYTHONPATH

.PHONY: help
help: ## Show what there is to do
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: chat
chat: .venv/.run ## Talk to Malleo in this terminal
	@$(MALLEO) chat $(ARGS)

.PHONY: serve
serve: .venv/.run ## Serve the front ends over HTTP
	@$(MALLEO) serve $(ARGS)

.PHONY: train
train: .venv/.run ## Train the model if its training data changed
	@$(MALLEO) train $(ARGS)

.PHONY: bench
bench: .venv/.run ## Measure start-up, memory and speed
	@$(MALLEO) bench $(ARGS)

.PHONY: test
test: .venv/.test .venv/.browser ## Install what the tests need and run everything
	@echo "== Style and types"
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .
	@.venv/bin/mypy
	@echo "== Doors between the rooms"
	@.venv/bin/lint-imports
	@echo "== Knowledge base"
	@$(MALLEO) knowledge check
	@echo "== Model"
	@$(MALLEO) train
	@echo "== Tests"
	@.venv/bin/python -m pytest -n 2 --ignore=tests/widget
	@echo "== The widget in a browser"
	@.venv/bin/python -m pytest -n 2 tests/widget
	@$(MAKE) --no-print-directory other-pythons

.PHONY: other-pythons
other-pythons: .venv/.test ## Train and hold the conversations of docs/ on every other supported Python found here
	@bash .ci/other_pythons "$(UV)"

.PHONY: lint
lint: .venv/.test ## Format and check style
	@.venv/bin/ruff check --fix . && .venv/bin/ruff format .

.PHONY: requirements
requirements: $(UV) ## Write requirements.txt for people who use pip
	@$(UV) export --frozen --no-hashes --no-emit-project --no-annotate --no-header -o requirements.txt >/dev/null

.PHONY: clean
clean: ## Remove everything that was installed, trained or built here
	rm -rf .venv .venv-* .tools .malleo models .rasa .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/.run: pyproject.toml uv.lock | $(UV)
	@echo "== Installing (about 500 MB, once)"
	@$(QUIET_ENV) $(UV) sync --frozen --inexact $(if $(PYTHON),--python "$(PYTHON)")
	@touch $@

.venv/.test: pyproject.toml uv.lock | $(UV)
	@echo "== Installing, with the test tools"
	@$(QUIET_ENV) $(UV) sync --frozen --group test $(if $(PYTHON),--python "$(PYTHON)")
	@touch $@ .venv/.run

.venv/.browser: tests/widget/package-lock.json .ci/browser_tools | .venv/.test
	@echo "== Installing what the browser tests need"
	@bash .ci/browser_tools
	@touch $@

# uv, where the machine has none: into .tools, from the Python package index.
.tools/bin/uv:
	@test -n "$(PYTHON)" || { echo "Malleo needs Python 3.11, 3.12 or 3.13 on the PATH."; exit 1; }
	@echo "== Fetching uv $(UV_VERSION)"
	@"$(PYTHON)" -m venv .tools 2>/dev/null && .tools/bin/python -m pip install -q --disable-pip-version-check uv==$(UV_VERSION) \
		|| { rm -rf .tools; "$(PYTHON)" -m pip install -q --disable-pip-version-check --target .tools uv==$(UV_VERSION); }
