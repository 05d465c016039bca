# What a person types. `make demo` needs Swift 6.2 and make; it installs the rest and says so.
SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
QUESTION ?= who chaired ISECG in 2020

RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product spacekb
BINARY = .build/release/spacekb
DEMO = .build/demo.db

.PHONY: demo test build lint format golden install uninstall release setup clean

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

build: setup
	$(SWIFT) build --build-tests

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

## install: place one program under PREFIX (default /usr/local); it needs nothing of this folder
install: release
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/spacekb"
	strip "$(DESTDIR)$(PREFIX)/bin/spacekb" 2>/dev/null || true

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/spacekb"

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
