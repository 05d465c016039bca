# What a person types. `make demo` needs Swift 6.2 and make; it installs the rest and says so.
SWIFT ?= swift
PYTHON ?= python3
PREFIX ?= /usr/local
DESTDIR ?=
QUESTION ?= who chaired ISECG in 2020

RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product spacekb
BINARY = .build/release/spacekb
DEMO = .build/demo.db
MANUAL = .build/manual
ENVIRONMENT = .build/python
READERS = $(ENVIRONMENT)/bin/python -m pytest --basetemp .build/tables Tests/Dump
SHARE = $(DESTDIR)$(PREFIX)/share
COMPLETIONS = $(SHARE)/bash-completion/completions/spacekb $(SHARE)/zsh/site-functions/_spacekb \
  $(SHARE)/fish/vendor_completions.d/spacekb.fish

# The package manager leaves an empty folder behind for each thing it does: not in the folder of everybody.
export TMPDIR := $(shell mkdir -p .build/tmp && echo "$(CURDIR)/.build/tmp")

.PHONY: demo test test-tables check-all picture build lint format golden install uninstall manual release setup clean

## demo: build the program once, read the bundled reports, answer a question
demo: release
	@rm -f $(DEMO) $(DEMO)-journal
	@echo "Reading the bundled reports into $(DEMO)"
	@$(BINARY) --db $(DEMO) ingest --quiet Data/reports
	@echo "Asking: $(QUESTION)"
	@echo
	@$(BINARY) --db $(DEMO) ask "$(QUESTION)"

## test: build, lint and run every test
test: build lint
	$(SWIFT) test --skip-build
	@$(MAKE) --no-print-directory -o build test-tables

## test-tables: dumps and exports as pandas, DuckDB, networkx and others read them, in a Python environment of its own
test-tables: build $(ENVIRONMENT)/ready
	$(READERS) --ignore Tests/Dump/Heavy

$(ENVIRONMENT)/ready: Tests/Dump/requirements.txt
	@echo "Installing what reads tables in tests into $(ENVIRONMENT)"
	@rm -rf $(ENVIRONMENT)
	@$(PYTHON) -m venv $(ENVIRONMENT) || { echo "Python 3.11 or later with venv is missing: install python3-venv" >&2; exit 69; }
	@$(ENVIRONMENT)/bin/python -m pip install --quiet --disable-pip-version-check --no-compile -r $< \
	  || { echo "The packages of $< cannot be installed (is there a network?), so the tests of tables do not run." >&2; exit 69; }
	@touch $@

build: setup
	$(SWIFT) build --build-tests

## check-all: every test, tables in PostgreSQL, R and LibreOffice, timelines in a real browser (needs those four)
check-all: test release
	$(READERS)/Heavy
	.ci/check-pictures $(BINARY)

## picture: draw the timeline that README shows anew
picture: release
	@rm -f $(DEMO) $(DEMO)-journal
	@$(BINARY) --db $(DEMO) ingest --quiet Data/reports
	$(BINARY) --db $(DEMO) timeline ISECG --format svg > .ci/isecg.svg

## lint: the form of the code, and calls that are banned from it
lint:
	$(SWIFT) format lint --strict --parallel -r Sources Tests Data Schema Package.swift
	@! grep -rnE --include='*.swift' \
	  '\b(NSRegularExpression|ISO8601DateFormatter|DateFormatter|URLSession|try!|fatalError)|(^|[^a-zA-Z.])print\(|\bRegex[<({]|separator: "\\n"' \
	  Sources --exclude-dir=Build || { echo "lint: the calls above are banned, see CONTRIBUTING.md" >&2; exit 1; }

## format: put the code in its form
format:
	$(SWIFT) format format --in-place --parallel -r Sources Tests Data Schema Package.swift

## golden: write Tests/Golden anew from what the program answers now; the diff is the review
golden: build
	UPDATE_GOLDEN=1 $(SWIFT) test --skip-build
	@git --no-pager diff --stat -- Tests/Golden 2>/dev/null || true

release: setup
	$(RELEASE)

## manual: a man page for each command, from its help
manual: release
	@rm -rf $(MANUAL) && mkdir -p $(MANUAL)
	@$(SWIFT) package --allow-writing-to-package-directory generate-manual --help > /dev/null
	@"$$($(SWIFT) build --show-bin-path)/generate-manual-tool" $(BINARY) --multi-page --output-directory $(MANUAL)
	@cd $(MANUAL) && for page in spacekb.*.1; do mv "$$page" "spacekb-$${page#spacekb.}"; done

## install: place the program, its man pages and completions under PREFIX (default /usr/local)
install: release manual
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/man/man1" $(foreach file,$(COMPLETIONS),"$(dir $(file))")
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/spacekb"
	strip "$(DESTDIR)$(PREFIX)/bin/spacekb" 2>/dev/null || true
	install -m 644 $(MANUAL)/*.1 "$(SHARE)/man/man1/"
	$(BINARY) --generate-completion-script bash > "$(word 1,$(COMPLETIONS))"
	$(BINARY) --generate-completion-script zsh > "$(word 2,$(COMPLETIONS))"
	$(BINARY) --generate-completion-script fish > "$(word 3,$(COMPLETIONS))"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/spacekb" "$(SHARE)"/man/man1/spacekb.1 "$(SHARE)"/man/man1/spacekb-*.1 \
	  $(foreach file,$(COMPLETIONS),"$(file)")

## setup: install the headers of SQLite where they are missing
setup:
	@command -v $(SWIFT) >/dev/null || { echo "Swift is missing: https://www.swift.org/install" >&2; exit 69; }
	@if [ "$$(uname)" = Linux ] && [ ! -e /usr/include/sqlite3.h ] && ! pkg-config --exists sqlite3 2>/dev/null; then \
	  if [ "$$(id -u)" = 0 ]; then run=""; else run=sudo; fi; \
	  if command -v apt-get >/dev/null; then \
	    echo "Installing libsqlite3-dev (SQLite's headers) with: $$run apt-get install libsqlite3-dev"; \
	    $$run apt-get install -y -q libsqlite3-dev || { $$run apt-get update -q && $$run apt-get install -y -q libsqlite3-dev; }; \
	  else echo "SQLite's headers are missing: install libsqlite3-dev or sqlite-devel" >&2; exit 69; fi; \
	fi

clean:
	rm -rf .build

## help: this list
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)
