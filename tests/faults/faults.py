# SPDX-License-Identifier: MIT
"""What the fault tests share: the program under limits of time and memory, and what must be true of
it whatever it is given."""
import contextlib
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
EXAMPLE = ROOT / "graphs" / "korea-singapore-ai-2026"
OLD = b"what stood here before\n"
SKIP = 77
NOBODY = 65534

CPU_SECONDS = 20
WALL_SECONDS = 240  # the machine may be busy
MEGABYTES = 1024
KEPT = ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")
CRASHED = re.compile(rb"Sanitizer|runtime error:|CRITICAL|GLib-|\bassertion\b|Assertion|dumped|"
                     rb"malloc|free\(\)")
# What a terminal would obey: C0 and C1 controls other than line breaks, embeddings, isolates.
UNSAFE = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class Done:
    """What came of one run."""

    def __init__(self, words, status, out, err, seconds):
        self.words, self.status, self.out, self.err, self.seconds = words, status, out, err, seconds

    @property
    def message(self):
        return self.err.decode("utf-8", "replace")

    def codes(self):
        """Codes of the findings of `check --format json`."""
        try:
            return [finding["code"] for finding in json.loads(self.out)["findings"]]
        except (ValueError, KeyError, TypeError):
            return []


class Program:
    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.sanitized = b"__asan_init" in pathlib.Path(path).read_bytes()

    def limits(self, megabytes, more):
        """Called in the child, before the program starts."""
        seconds = CPU_SECONDS * (4 if self.sanitized else 1)

        def apply():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
            if not self.sanitized:  # it reserves terabytes of addresses
                resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
            if more:
                more()
        return apply

    def start(self, words, cwd=None, env=None, megabytes=MEGABYTES, before=None, **streams):
        variables = {name: os.environ[name] for name in KEPT if name in os.environ}
        variables.update({"LC_ALL": "C", "TZ": "UTC", "HOME": "/nonexistent", **(env or {})})
        variables = {name: value for name, value in variables.items() if value is not None}
        return subprocess.Popen([self.path, *words], cwd=cwd, env=variables,
                                preexec_fn=self.limits(megabytes, before), **streams)

    def run(self, *words, stdin=b"", stdout=subprocess.PIPE, **options):
        begin = time.monotonic()
        source = {"stdin": stdin if not isinstance(stdin, bytes) else subprocess.PIPE}
        process = self.start(words, stdout=stdout, stderr=subprocess.PIPE, **source, **options)
        try:
            out, err = process.communicate(stdin if isinstance(stdin, bytes) else None,
                                           timeout=WALL_SECONDS)
            status = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            status = "hang"
        return Done(words, status, out or b"", err or b"", time.monotonic() - begin)


class Report:
    """Counts what was looked at and prints what is wrong, at most MOST of a test."""
    MOST = 20

    def __init__(self):
        self.checks, self.failures, self.shown, self.skipped = 0, 0, 0, []
        self.slowest = (0, "")

    def check(self, truth, kind, detail=""):
        self.checks += 1
        if truth:
            return True
        self.failures += 1
        self.shown += 1
        if self.shown <= self.MOST:
            print(f"FAILED {kind}: {str(detail)[:1000]}", flush=True)
        return False

    def skip(self, what):
        """One part cannot be tested here."""
        self.skipped.append(what)
        print(f"skipped: {what}", flush=True)

    def sound(self, done, kind, statuses=(0, 1, 2)):
        """What holds of every run: an expected exit status, no crash, messages fit for a terminal,
        and where it failed a reason on standard error and nothing on standard output."""
        self.slowest = max(self.slowest, (done.seconds, kind))
        shown = f"{' '.join(map(repr, done.words))[:300]} -> {done.status}: {done.message[:600]!r}"
        good = self.check(done.status in statuses, f"{kind}: exit status", shown)
        good &= self.check(not CRASHED.search(done.err), f"{kind}: crash", shown)
        good &= self.check(is_safe(done.err), f"{kind}: unsafe message", shown)
        if done.status == 2:
            good &= self.check(b"error" in done.err, f"{kind}: no reason", shown)
            good &= self.check(done.out == b"", f"{kind}: output in spite of failure", shown)
        return good

    def end(self):
        skipped = f", {len(self.skipped)} parts skipped" if self.skipped else ""
        print(f"{self.checks} checks, {self.failures} failed{skipped}")
        return 1 if self.failures else 0


def is_safe(text):
    try:
        return not UNSAFE.search(text.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def lists(program, kind):
    """The program's own table of a kind of thing."""
    done = program.run("list", kind, "--format", "json")
    return json.loads(done.out)[kind]


def tree(folder):
    """All that is in a folder: name -> bytes, or what kind of thing it is."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        found[name] = path.read_bytes() if path.is_file() and not path.is_symlink() else \
            f"link to {os.readlink(path)}" if path.is_symlink() else f"mode {path.stat().st_mode:o}"
    return found


@contextlib.contextmanager
def folder():
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        yield pathlib.Path(name)


def become_nobody():
    """For the child of a test that root runs: from here on it writes only what anybody may."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def can_be_nobody(program):
    try:
        return program.run("--version", before=become_nobody).status == 0
    except (OSError, subprocess.SubprocessError):
        return False


def main(tests):
    """Runs each test with the program that the script was given; the exit status."""
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} PROGRAM [TEST...]")
    program, report = Program(sys.argv[1]), Report()
    for test in tests:
        if len(sys.argv) > 2 and test.__name__ not in sys.argv[2:]:
            continue
        begin, report.shown, report.slowest = time.monotonic(), 0, (0, "")
        with folder() as work:
            test(program, report, work)
        print(f"{test.__name__}: {time.monotonic() - begin:.1f} s, the longest %.1f s: %s" %
              report.slowest, flush=True)
    return report.end()
