# 'make' alone lists what there is. Longer steps are scripts in .ci/.

.DEFAULT_GOAL := help
.PHONY: help install site serve test lint format audit bench pictures lock vendor clean

BIN := .venv/bin
NPM := npm --prefix tests/audit
export PYTHON

help: ## List these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-14s %s\n", $$1, $$2 }'

install: ## Install what the website needs into .venv
	@.ci/venv site

site: install ## Check the records and build the website into site/
	@$(BIN)/lrrt build
	@echo "Look at it with: make serve"

serve: install ## Show the website here while you edit, and rebuild on every change
	@$(BIN)/lrrt serve

test: ## Run every test (ARGS='-k name' runs some)
	@.ci/venv test
	@.ci/ensure browser
	@$(MAKE) --no-print-directory lint
	@$(BIN)/pytest --numprocesses auto --dist loadgroup $(ARGS)

lint: ## Check style and types
	@.ci/venv test
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

format: ## Put the Python code into the house style
	@.ci/venv test
	@$(BIN)/ruff check --fix-only
	@$(BIN)/ruff format

audit: site ## Run the checks that only npm has, on the built website
	@.ci/ensure node java browser
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel error >/dev/null
	@$(NPM) run --silent audit

bench: ## Time the validation and the build of many records
	@.ci/venv test
	@$(BIN)/python tests/benchmarks $(ARGS)

pictures: ## Take the pictures of the guides anew (ARGS='check program' takes some)
	@.ci/venv test
	@.ci/ensure browser
	@$(BIN)/python -m tests.pictures $(ARGS)

lock: ## Lock the dependencies anew (UPGRADE=1 takes the newest versions)
	@UPGRADE=$(UPGRADE) .ci/lock

vendor: ## Refresh the fonts and scripts that theme/ carries
	@.ci/venv test
	@.ci/ensure node
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel error >/dev/null
	@$(NPM) run --silent vendor
	@$(NPM)/fonts ci --ignore-scripts --no-audit --no-fund --loglevel error >/dev/null
	@$(BIN)/python tests/audit/fonts/make_fonts.py

clean: ## Remove everything that make made
	@rm -rf .venv .cache site tests/audit/node_modules tests/audit/fonts/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis
