# The commands of this project; `make help` lists them. Needs Python 3.11 or newer, and npm for `make test`.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

HOST ?= 127.0.0.1
PORT ?= 8000
# More arguments for pytest: make test ARGS="tests/records -k cursor"
ARGS ?=

export HOST PORT
# Tools that would call home.
export REDOCLY_TELEMETRY := off
export REDOCLY_SUPPRESS_UPDATE_NOTICE := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Where Python may not keep what it compiled, each server that a test starts compiles the service again.
unexport PYTHONDONTWRITEBYTECODE

bin := .venv/bin
pip_install := $(bin)/python -m pip install --quiet

# The first of these that really runs (a pyenv shim may not) and can make environments. 3.12 first: every package
# that the tests need has a ready-made wheel for it.
find_python = for python in $(PYTHON) python3.12 python3.11 python3.13 python3; do \
	if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo "$$python"; exit; fi; done

.PHONY: help
help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: serve
serve: .venv/.installed ## serve the record on HOST and PORT (127.0.0.1:8000); the first time install it and load the data set
	@$(bin)/peninsula serve

.PHONY: test
test: .venv/.installed-dev tests/node_modules/.installed ## run every test, on SQLite, PostgreSQL and Redis
	$(bin)/python -m pytest -n auto --maxprocesses 4 --dist loadfile $(ARGS)

.PHONY: test-python
test-python: ## run the contract tests on another Python, in an environment of its own: PYTHON=python3.13
	"$(PYTHON)" -m venv --clear .venv-other
	.venv-other/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements.txt -r requirements-build.txt
	.venv-other/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements-dev.txt
	.venv-other/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	.venv-other/bin/python -m pytest -n auto --maxprocesses 4 --dist loadfile tests/openapi/test_description.py \
		tests/openapi/test_answers.py tests/contracts tests/records $(ARGS)

.PHONY: test-faults
test-faults: .venv/.installed-dev ## run the fault tests that take minutes: servers killed a hundred times, and so on
	$(bin)/python -m pytest -m long tests/faults -n auto --maxprocesses 4 --dist worksteal $(ARGS)

.PHONY: soak
soak: .venv/.installed-dev ## check every answer for ten minutes on each kind of set-up while its parts break; ARGS="--seconds 60 --on sqlite-redis" is quick
	@$(bin)/python -m tests.faults.soak $(ARGS)

.PHONY: lint
lint: .venv/.installed-dev ## check style, types and the arrows between packages
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports

.PHONY: format
format: .venv/.installed-dev ## lay out the code as `make lint` wants it
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

.PHONY: bench
bench: .venv/.installed-dev ## measure the service beside peers and as the record grows; ARGS="pages --seconds 1" is quick
	@$(bin)/python -m benchmarks $(ARGS)

.PHONY: cluster
cluster: .venv/.installed-dev ## start two servers, PostgreSQL with a replica and Redis Cluster on loopback; ARGS=--measure kills each in turn
	@$(bin)/python -m benchmarks.cluster $(ARGS)

.PHONY: openapi
openapi: .venv/.installed-dev ## write openapi.yaml from the running code, and what clients have of it
	$(bin)/peninsula view-examples > view_examples.json.new
	mv view_examples.json.new service/openapi/view_examples.json
	$(bin)/peninsula openapi > openapi.yaml.new
	mv openapi.yaml.new openapi.yaml
	$(MAKE) clients

.PHONY: clients
clients: .venv/.installed-dev tests/node_modules/.installed ## write the generated parts of the clients from openapi.yaml
	$(bin)/python clients/python/generate.py
	node clients/typescript/generate.mjs
	$(bin)/python clients/collection/write_collection.py

.PHONY: coverage
coverage: .venv/.installed-dev ## check the bundled record, and write what it covers into service/dataset/README.md
	@$(bin)/peninsula check --dataset full --coverage service/dataset/README.md

.PHONY: pictures
pictures: .venv/.installed-dev tests/node_modules/.installed ## take the pictures of pages in docs/pictures, in a real browser
	@$(bin)/python -m tests.pages.pictures $(ARGS)

.PHONY: lock
lock: .venv/.installed-dev ## take the newest versions of all dependencies: write requirements*.txt anew
	for each in requirements requirements-build requirements-fast requirements-telemetry requirements-parquet requirements-dev; do \
		$(bin)/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --upgrade \
			--no-emit-index-url --no-annotate --no-header $$each.in --output-file $$each.txt || exit 1; \
	done

.PHONY: audit
audit: .venv/.installed-dev ## ask the public advisories about the locked requirements; needs the internet
	$(bin)/uv tool run pip-audit --require-hashes --disable-pip --strict --progress-spinner off -r requirements.txt

.PHONY: clean
clean: ## remove what make installed and built; the database under var/ stays
	rm -rf .venv .venv-other tests/node_modules build dist clients/*/build clients/*/dist *.egg-info clients/python/src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# A file that is newer than what it was made from: a second start finds all done.
.venv/.installed: requirements.txt requirements-build.txt requirements-fast.txt pyproject.toml
	@python=$$($(find_python)); \
	if [ -z "$$python" ]; then \
		echo "No Python 3.11 or newer with the venv module found. Install one, or name it: make PYTHON=/path/to/python3" >&2; \
		exit 1; \
	fi; \
	if ! $(bin)/python -c 'import pip' >/dev/null 2>&1; then echo "Making .venv with $$python"; "$$python" -m venv --clear .venv; fi
	@echo "Installing the locked requirements"
	@$(pip_install) --require-hashes --no-deps -r requirements.txt -r requirements-build.txt
	@$(pip_install) --require-hashes --no-deps --no-build-isolation -r requirements-fast.txt >.venv/fast.log 2>&1 \
		|| echo "No C compiler for gunicorn's fast parser (see .venv/fast.log): its Python parser serves instead"
	@$(pip_install) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.installed-dev: .venv/.installed requirements-dev.txt
	@echo "Installing what tests and checks need"
	@$(pip_install) --require-hashes --no-deps -r requirements-dev.txt
	@touch $@

tests/node_modules/.installed: tests/package.json tests/package-lock.json
	@if ! npm --version >/dev/null 2>&1; then \
		echo "npm not found: the tests make a TypeScript client with it. Install Node.js 20.19 or newer with npm." >&2; exit 1; fi
	@echo "Installing the tests' tools from npm"
	@cd tests && npm ci --silent
	@touch $@
