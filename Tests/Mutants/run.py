#!/usr/bin/env python3
"""Puts small faults into the program, one at a time, and shows those that no test notices.

    Tests/Mutants/run.py [--list] [--check] [--only WORD] [GROUP …]

The faults stand in GROUP.toml beside this file. Each names a file, a text that stands in it exactly once, what to put in
its place, and the tests that ought to fail then. The work tree is built and tested in place; every file is put back,
also when the run is interrupted. All these tests are run without a fault first: on a red tree everything would be noticed.
Exit code 0: each fault was noticed; 1: some survived, or cannot be judged.
"""

import argparse
import dataclasses
import pathlib
import re
import shlex
import subprocess
import sys
import time
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# A fault may make a test wait for ever: that is noticed too, but only after so long.
HANGING = 900


@dataclasses.dataclass(frozen=True)
class Mutant:
    group: str
    name: str
    file: str
    find: str
    replace: str
    tests: str

    @property
    def path(self) -> pathlib.Path:
        return ROOT / self.file

    @property
    def is_browser(self) -> bool:
        return self.file.startswith("Sources/WebAssets/")

    def flaw(self) -> str | None:
        """Why this fault can be put nowhere; None where all is well."""
        if not self.path.is_file():
            return f"there is no file {self.file}"
        count = self.path.read_text().count(self.find)
        if count != 1:
            return f"{self.file} has its text {count} times, not once"
        return "it changes nothing" if self.find == self.replace else None


def mutants(groups: list[str], word: str) -> list[Mutant]:
    files = sorted(HERE.glob("*.toml"))
    unknown = set(groups) - {file.stem for file in files}
    if unknown:
        sys.exit(f"mutants: there is no group {', '.join(sorted(unknown))}")
    found = [
        Mutant(group=file.stem, **entry)
        for file in files
        if not groups or file.stem in groups
        for entry in tomllib.loads(file.read_text())["mutant"]
    ]
    return [mutant for mutant in found if word.lower() in mutant.name.lower()]


def run(command: str) -> tuple[int | None, str]:
    """The exit code (None where it hangs) and what was printed."""
    try:
        done = subprocess.run(
            shlex.split(command), cwd=ROOT, timeout=HANGING, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    except subprocess.TimeoutExpired:
        return None, ""
    return done.returncode, done.stdout


def browser_tests(chosen: list[Mutant]) -> str:
    patterns = {pattern for mutant in chosen for pattern in mutant.tests.split()}
    return f"node --test {shlex.join(sorted({str(file) for pattern in patterns for file in ROOT.glob(pattern)}))}"


def swift_tests(chosen: list[Mutant]) -> str:
    return f"swift test --skip-build --filter {shlex.quote('|'.join(sorted({mutant.tests for mutant in chosen})))}"


def failed_tests(output: str) -> list[str]:
    """The names of tests that failed, as far as their runner says."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", output)
    return sorted(set(re.findall(r"^✘ Test (\S+?)\(.*?(?: recorded| failed)|^not ok \d+ - (.+)$", plain, re.M)))


def red(chosen: list[Mutant]) -> str | None:
    """What fails of the chosen faults' tests without any fault; None where nothing does."""
    ours, theirs = [m for m in chosen if not m.is_browser], [m for m in chosen if m.is_browser]
    commands = (["swift build --build-tests", swift_tests(ours)] if ours else []) + ([browser_tests(theirs)] if theirs else [])
    for command in commands:
        code, output = run(command)
        if code != 0:
            names = ", ".join("".join(name) for name in failed_tests(output)) or output[-500:] or "it hangs"
            return f"{command.split()[0]} {command.split()[1]}: {names}"
    return None


def judge(mutant: Mutant) -> str:
    """'killed' and by which tests, 'SURVIVED', or what kept it from being judged."""
    if mutant.is_browser:
        command = browser_tests([mutant])
    else:
        code, output = run("swift build --build-tests")
        if code != 0:
            return "DOES NOT BUILD: " + next((line for line in output.splitlines() if "error:" in line), "no reason")
        command = swift_tests([mutant])
    code, output = run(command)
    if code == 0 and not mutant.is_browser and "0 tests in 0 suites passed" in output and "Executed 0 tests" in output:
        return f"NO TEST is called {mutant.tests}"
    if code == 0:
        return "SURVIVED"
    names = ["".join(name) for name in failed_tests(output)]
    return "killed by " + (", ".join(names[:3]) or ("waiting for ever" if code is None else f"exit code {code}"))


def put(mutant: Mutant) -> str:
    """Judges one fault and puts its file back."""
    original = mutant.path.read_bytes()
    try:
        mutant.path.write_text(original.decode().replace(mutant.find, mutant.replace))
        return judge(mutant)
    finally:
        mutant.path.write_bytes(original)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", metavar="GROUP")
    parser.add_argument("--list", action="store_true", help="say what faults there are")
    parser.add_argument("--check", action="store_true", help="see that each fault still fits its file")
    parser.add_argument("--only", default="", metavar="WORD", help="those with this word in their name")
    options = parser.parse_args()

    chosen = mutants(options.groups, options.only)
    if options.list:
        for mutant in chosen:
            print(f"{mutant.group:10} {mutant.name}")
        return 0
    flaws = [f"{mutant.group}: {mutant.name}: {flaw}" for mutant in chosen if (flaw := mutant.flaw())]
    for flaw in flaws:
        print("mutants:", flaw)
    if flaws or options.check:
        print(f"{len(chosen) - len(flaws)} passed, {len(flaws)} failed")
        return 1 if flaws else 0

    if fault := red(chosen):
        print(f"mutants: without any fault tests fail already: {fault}")
        return 1
    bad: list[str] = []
    for mutant in chosen:
        begun = time.monotonic()
        verdict = put(mutant)
        print(f"{mutant.group:10} {time.monotonic() - begun:5.0f} s  {mutant.name}: {verdict}", flush=True)
        if not verdict.startswith("killed"):
            bad.append(f"{mutant.group}: {mutant.name}: {verdict}")
    print(f"\n{len(chosen) - len(bad)} of {len(chosen)} faults were noticed")
    for line in bad:
        print("  ", line)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
