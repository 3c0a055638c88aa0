#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A disk that fills up: every format says so, exits with 2 and leaves what was there.

The full disk is a node of its own in a temporary folder, never the system's, and a tiny file
system that only the program's own name space sees. Skipped where neither can be made."""
import os
import shutil
import stat
import subprocess
import sys

import faults
import writing

SMALL = "8k"
# Mounts a tiny file system, puts the old file there, runs the program, tells what was left.
SCRIPT = """
mount -t tmpfs -o size=$0 none small && cp old "small/$1" || exit 99
file=$1; shift
status=0; "$@" || status=$?
echo "status $status"
ls -A small
cmp old "small/$file"
"""


def make_full(path):
    """Whether there is now a private node there whose every write finds the disk full."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 7))
        with open(path, "wb", buffering=0) as node:
            node.write(b"x")
    except OSError as error:
        return error.errno == 28
    return False


def can_make_full(work):
    made = make_full(work / "try")
    (work / "try").unlink(missing_ok=True)
    return made


def can_mount(work):
    words = ["unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=8k none ."]
    if not shutil.which("unshare"):
        return False
    return subprocess.run(words, cwd=work, capture_output=True, check=False).returncode == 0


def full_target(program, report, work):
    """-o names the full disk."""
    for way in writing.ways(program):
        place = work / way.name
        place.mkdir()
        nodes = [place / name for name in way.files]
        for node in nodes:
            make_full(node)
        done = program.run(*way.words(place / way.target, writing.LARGE))
        report.sound(done, f"full disk, {way.name}", (2,))
        report.check(b"No space left" in done.err, f"full disk, {way.name}: reason", done.message)
        kept = all(stat.S_ISCHR(os.lstat(node).st_mode) for node in nodes)
        report.check(kept and len(list(place.iterdir())) == len(nodes),
                     f"full disk, {way.name}: the node stays", list(place.iterdir()))


def full_stdout(program, report, work):
    """Standard output is on the full disk."""
    node = work / "stdout"
    make_full(node)
    for words in writing.printing(program, writing.LARGE, "singapore"):
        with open(node, "wb", buffering=0) as out:
            done = program.run(*words, stdout=out)
        report.sound(done, f"full standard output, {words[0]}", (2,))
        report.check(b"No space left" in done.err, f"full standard output, {words[0]}: reason",
                     done.message)


def small_disk(program, report, work):
    """The disk fills up beside a file that was there: it stays, and nothing lies beside it."""
    (work / "small").mkdir()
    (work / "old").write_bytes(faults.OLD)
    for way in writing.ways(program):
        words = [program.path, *way.words(f"small/{way.target}", writing.LARGE)]
        done = subprocess.run(["unshare", "-m", "sh", "-c", SCRIPT, SMALL, way.files[0], *words],
                              cwd=work, capture_output=True, text=True, check=False)
        lines = done.stdout.splitlines()
        report.check(lines == ["status 2", way.files[0]] and done.returncode == 0,
                     f"small disk, {way.name}", done.stdout + done.stderr)
        report.check("No space left" in done.stderr, f"small disk, {way.name}: reason", done.stderr)


def tests():
    with faults.folder() as work:
        full, small = can_make_full(work), can_mount(work)
    if not full:
        print("skipped: no device node that is full can be made here")
    if not small:
        print("skipped: no tiny file system can be mounted here")
    return (full_target, full_stdout) * full + (small_disk,) * small


if __name__ == "__main__":
    CHOSEN = tests()
    sys.exit(faults.main(CHOSEN) if CHOSEN else faults.SKIP)
