# make demo and make test do all of their set-up themselves, on a fresh Debian 12 with Swift 6.3.
OUT ?= demo-output
DATA ?= data
RUNS ?= 10000000
EVENINGS ?= 20

.PHONY: demo test test-browser lint serve release fuzz bench mutants secrecy pictures setup peers browser build clean

demo: build
	.build/debug/phieukin demo --out "$(OUT)"

# One heap: Foundation's Process copies the entries of /proc/self/fd past their end, which beside a test with thousands of
# connections may be the end of a thread's own heap.
test: setup peers lint
	swift build --build-tests
	MALLOC_ARENA_MAX=1 swift test --skip-build
	node --test Tests/Browser/modules/*.test.mjs

test-browser: build browser
	.build/browser/bin/pytest Tests/Browser

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

build: setup
	swift build --product phieukin

serve: build
	@test -f "$(DATA)/phieukin.sqlite" || .build/debug/phieukin init --trial --data "$(DATA)"
	.build/debug/phieukin serve --data "$(DATA)" --open

# Swift's runtime is linked into the program, as where it is installed: its own calls then cost less.
release: setup
	swift build -c release --static-swift-stdlib --product phieukin

# Everything that takes strangers' bytes apart, with RUNS inputs each that libFuzzer makes up; hours, not minutes.
fuzz: setup
	PHIEUKIN_FUZZ=1 swift build -c release --sanitize fuzzer --product Fuzz --scratch-path .build-fuzz
	Fuzz/run.sh $(RUNS)

bench: release browser
	.build/release/phieukin bench
	PHIEUKIN=.build/release/phieukin .build/browser/bin/python Tests/Browser/bench.py

# Small faults put into the program one at a time; those that no test notices are shown. Takes an hour or two.
mutants: setup peers
	Tests/Mutants/run.py $(GROUPS)

# Whole evenings of 15 members and 88 contests, EVENINGS for each size of mix: what somebody at the service can guess.
secrecy: setup
	swift build --build-tests
	PHIEUKIN_SECRECY=$(EVENINGS) MALLOC_ARENA_MAX=1 swift test --skip-build --filter ServiceTests.SecrecyTests

pictures: build browser
	scripts/pictures.sh

setup:
	@scripts/setup.sh

peers: setup
	@scripts/setup-peers.sh

browser: setup
	@scripts/setup-browser.sh

clean:
	swift package clean
