#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Runs the program on case folders and compares what it prints and leaves.

    run_cases.py [-u] PROGRAM CASE...

A case is a folder with
    args      one line: the words after the program's name, as a shell would split them;
              {root} is the repository, {data} the shared test data beside it
    stdin     optional: what the program reads
    env       optional: NAME=VALUE, one a line
    stdout    expected, as is stderr; a missing one must stay empty
    exit      expected exit status; missing: 0
    expect/F  the file F as it must be after the run
Other files are its input: the program runs in a copy of the folder. The repository's own path is
written {root} in what is compared.

-u writes what the program did as what is expected, for a person to read before it is kept.
Exit status: 0 all as expected, 1 not, 77 skipped because data is missing.
"""

import difflib
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
OWN = {"args", "stdin", "env", "stdout", "stderr", "exit", "expect"}
SECONDS = 120
KEPT = ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LD_LIBRARY_PATH")


class Skipped(Exception):
    pass


def read(path):
    return path.read_bytes() if path.exists() else b""


def environment(case, home):
    env = {name: os.environ[name] for name in KEPT if name in os.environ}
    env.update(LC_ALL="C", TZ="UTC", COLUMNS="80", HOME=home, TMPDIR=home)
    for line in read(case / "env").decode().splitlines():
        name, _, value = line.partition("=")
        env[name] = value
    return env


def words(case):
    line = (case / "args").read_text(encoding="utf-8").strip()
    if "{data}" in line and not DATA.is_dir():
        raise Skipped(f"no test data in {DATA}")
    return [word.replace("{root}", str(ROOT)).replace("{data}", str(DATA))
            for word in shlex.split(line)]


def run(program, case, folder):
    """What came out: stdout, stderr, exit status and the expected files, all as bytes."""
    work = folder / "work"
    home = folder / "home"
    work.mkdir()
    home.mkdir()
    for path in case.iterdir():
        if path.name not in OWN:
            (shutil.copytree if path.is_dir() else shutil.copy)(path, work / path.name)
    done = subprocess.run([program, *words(case)], input=read(case / "stdin"), cwd=work,
                          env=environment(case, str(home)), capture_output=True, timeout=SECONDS,
                          check=False)
    hide = lambda text: text.replace(str(DATA).encode(), b"{data}").replace(str(ROOT).encode(), b"{root}")
    found = {"stdout": hide(done.stdout), "stderr": hide(done.stderr),
             "exit": str(done.returncode).encode() if done.returncode else b""}
    for path in sorted((case / "expect").rglob("*")) if (case / "expect").is_dir() else []:
        if path.is_file():
            name = path.relative_to(case)
            found[str(name)] = read(work / path.relative_to(case / "expect"))
    return found


def expected(case, name):
    text = read(case / name)
    if name == "exit":
        return b"" if text.strip() in (b"", b"0") else text.strip()
    return text


def show(name, wanted, got):
    lines = difflib.unified_diff(wanted.decode(errors="replace").splitlines(),
                                 got.decode(errors="replace").splitlines(),
                                 f"{name} (expected)", f"{name} (got)", lineterm="")
    text = "\n".join(lines)
    print(text if text else f"{name}: the same lines, other bytes at line ends or the end")


def update(case, found):
    for name, got in found.items():
        path = case / name
        if got:
            path.write_bytes(got + (b"\n" if name == "exit" else b""))
        elif path.exists():
            path.unlink()


def try_case(program, case, renew):
    with tempfile.TemporaryDirectory(prefix="entente-case-") as folder:
        found = run(program, case, pathlib.Path(folder))
    if renew:
        update(case, found)
        return True
    wrong = [name for name, got in found.items() if got != expected(case, name)]
    for name in wrong:
        print(f"{case}: {name} is not as expected")
        show(name, expected(case, name), found[name])
    return not wrong


def main(arguments):
    renew = "-u" in arguments
    arguments = [word for word in arguments if word != "-u"]
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    program = os.path.abspath(arguments[0])
    good, skipped = True, 0
    for name in arguments[1:]:
        case = pathlib.Path(name).resolve()
        try:
            good = try_case(program, case, renew) and good
        except Skipped as why:
            print(f"{case.name}: skipped: {why}")
            skipped += 1
        except subprocess.TimeoutExpired:
            print(f"{case}: not done after {SECONDS} seconds")
            good = False
    if not good:
        return 1
    return 77 if skipped == len(arguments) - 1 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
