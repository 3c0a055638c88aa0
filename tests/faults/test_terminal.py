#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The program at a terminal, in a pipe, interrupted, and with every option misused.

    test_terminal.py PROGRAM
"""

import json
import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
FACTS = str(ROOT / "tests" / "cases" / "facts" / "talks.json")
HOSTILE = str(ROOT / "tests" / "cases" / "facts" / "hostile.json")
PROGRAM = os.path.abspath(sys.argv[1])
SECONDS = 120
KEPT = ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")
failures = []


def check(truth, what):
    if not truth:
        failures.append(what)
        print(f"FAILED: {what}")


def environment(**more):
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {"LC_ALL": "C", "TERM": "xterm", **kept, **more}


def run(*words, env=None, **more):
    return subprocess.run([PROGRAM, *words], env=env or environment(), capture_output=True,
                          timeout=SECONDS, check=False, **more)


def at_terminal(*words, env=None, feed=None):
    """Standard output and error on a terminal: what appeared there, and the exit status."""
    mine, theirs = pty.openpty()
    process = subprocess.Popen([PROGRAM, *words], env=env or environment(), stdout=theirs,
                               stderr=theirs, stdin=subprocess.PIPE if feed else subprocess.DEVNULL)
    os.close(theirs)
    if feed:
        threading.Thread(target=feed, args=(process.stdin,)).start()
    shown = b""
    try:
        while piece := os.read(mine, 65536):
            shown += piece
    except OSError:
        pass  # how a terminal ends
    os.close(mine)
    return shown.decode().replace("\r\n", "\n"), process.wait(timeout=SECONDS)


def columns(line):
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in line)
    return len(line) + wide - sum(unicodedata.combining(c) > 0 or c in "\ufeff\u200b\u200d\ufe0f\xad"
                                  for c in line)


def test_colors():
    bad = ["check", "--schema", "nowhere", FACTS]
    check("\033[1;31m" in at_terminal(*bad)[0], "errors are coloured on a terminal")
    for name, env in (("NO_COLOR", environment(NO_COLOR="1")), ("dumb", environment(TERM="dumb"))):
        check("\033" not in at_terminal(*bad, env=env)[0], f"no colours with {name}")
    check("\033" in at_terminal(*bad, env=environment(NO_COLOR=""))[0], "an empty NO_COLOR is none")
    check("\033" not in at_terminal(*bad, "--color", "never")[0], "no colours with --color never")
    check(b"\033" not in run(*bad).stderr, "no colours in a pipe")
    check(b"\033" in run(*bad, "--color", "always").stderr, "colours in a pipe with --color always")
    check("\033" not in at_terminal("rank", "-q", FACTS)[0], "no escapes in tables")


def test_width():
    for words in (["rank", FACTS], ["rank", HOSTILE], ["help"], ["rank", "--help"], ["list"],
                  ["check", "--format", "table", FACTS]):
        for width in (72, 120):
            shown, _ = at_terminal(*words, env=environment(COLUMNS=str(width)))
            long = [line for line in shown.splitlines()
                    if columns(line) > width and not line.startswith(("#", "  entente", "ok:"))]
            check(not long, f"{words} fits {width} columns: {long[:2]}")
    wide = run("rank", HOSTILE).stdout.decode().splitlines()
    check(max(map(len, wide)) < 400, "in a pipe a long name is cut, too")


def test_caret_in_view():
    """On a narrow terminal the part of a long line with the fault in it is shown."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a.json"
        path.write_text('{"entente":1,"title":"' + "long " * 20 +
                        '","edges":[{"from":"国国国","type":"allied-with","to":"b"}]}')
        shown, _ = at_terminal("check", "--color", "never", str(path),
                               env=environment(COLUMNS="60"))
    lines = shown.splitlines()
    at = next(i for i, line in enumerate(lines) if "国" in line and " | " in line)
    start = columns(lines[at + 1][:lines[at + 1].index("^")])
    check(columns(lines[at]) <= 60, "the excerpt fits the terminal")
    check(columns(lines[at][:lines[at].index('"国')]) == start, "the caret stands under the fault")
    check(lines[at + 1].count("~") + 1 == 8, "and underlines it, wide characters and all")


def test_draw_to_terminal():
    shown, status = at_terminal("draw", FACTS)
    check(status == 2 and "-o FILE" in shown, "no picture is drawn on a terminal")


def test_progress():
    def feed(stream):
        stream.write(b'{"entente":1}\n')
        for start in range(0, 240000, 20000):
            stream.write(b"".join(b'{"node":"n%d","type":"t"}\n' % (start + i)
                                  for i in range(20000)))
            stream.flush()
            time.sleep(0.2)
        stream.close()

    words = ["check", "--from", "ndjson", "--schema", "open", "-"]
    shown, _ = at_terminal(*words, feed=feed)
    check("reading" in shown, "progress is shown when work lasts")
    check(shown.rpartition("\r\033[K")[2].startswith("ok:"), "and erased when it is done")
    check("reading" not in at_terminal(*words, "--no-progress", feed=feed)[0], "--no-progress")


def test_standard_files():
    for closed in (0, 1, 2):
        done = run("rank", FACTS, preexec_fn=lambda fd=closed: os.close(fd))
        check(done.returncode == (2 if closed == 1 else 0), f"descriptor {closed} closed")
        if closed == 1:
            check(b"cannot write standard output" in done.stderr, "a closed output is told")
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.json"
        done = run("export", "-v", "-o", str(out), FACTS, preexec_fn=lambda: os.close(2))
        check(json.loads(out.read_text())["entente"] == 1, "messages never get into a file")
    line = subprocess.run(f"'{PROGRAM}' list | head -n 1", shell=True, env=environment(),
                          capture_output=True, timeout=SECONDS, check=False)
    check(line.stderr == b"" and line.stdout.count(b"\n") == 1, "a reader may leave early")


def test_not_utf8():
    done = run("check", b"\xff.json")
    check(done.returncode == 2 and b"not valid UTF-8" in done.stderr, "arguments are UTF-8")


def options_of(command):
    text = run(command, "--help").stdout.decode()
    return re.findall(r"^  (?:-(\w), |    )--([a-z-]+)(?: (?:\[\w+\] )?([A-Z][A-Z|a-z\[\]:,…]*|\S+\|\S+))?",
                      text, re.MULTILINE)


def test_every_option():
    commands = json.loads(run("list", "commands", "--format", "json").stdout)["commands"]
    count = 0
    for command in (entry["name"] for entry in commands):
        for letter, name, argument in options_of(command):
            count += 1
            wrong = [[f"--{name}"]] if argument else [[f"--{name}=x"]]
            if argument and argument not in ("FILE", "TEXT"):
                wrong.append([f"--{name}="])
            if letter and argument:
                wrong.append([f"-{letter}"])
            for words in wrong:
                done = run(command, *words)
                check(done.returncode == 2 and done.stdout == b"" and b"--" + name.encode() in
                      done.stderr, f"{command} {words}: {done.returncode} {done.stderr!r}")
    check(count > 100, f"options were found in the help: {count}")


def test_interrupts():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        process = subprocess.Popen([PROGRAM, "check", "-"], stdin=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=environment())
        time.sleep(0.3)
        process.send_signal(number)
        _, message = process.communicate(timeout=SECONDS)
        check(process.returncode == -number and message == b"", f"signal {number} ends it")
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "old.json"
        out.write_text("old")
        for delay in (0.0, 0.02, 0.05, 0.1):
            process = subprocess.Popen([PROGRAM, "export", "-o", str(out), FACTS],
                                       stderr=subprocess.PIPE, env=environment())
            time.sleep(delay)
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=SECONDS)
            text = out.read_text()
            check(text == "old" or json.loads(text), "a file is old or whole")
            check(os.listdir(folder) == ["old.json"], f"nothing is left: {os.listdir(folder)}")


def test_same_bytes():
    other = environment(LC_ALL="tr_TR.UTF-8", TZ="Asia/Seoul", LANG="de_DE.UTF-8")
    for words in (["info", FACTS], ["rank", "--by", "degree,eigenvector,pagerank", FACTS],
                  ["show", "norland", "--format", "json", FACTS], ["draw", "-f", "svg", FACTS],
                  ["export", "-f", "graphml", "--with", "closeness", FACTS], ["list"]):
        first, second = run(*words), run(*words, env=other)
        check(first.returncode == 0, f"{words} works: {first.stderr!r}")
        check(first.stdout == second.stdout, f"{words} gives the same bytes anywhere")


def test_generated():
    for shell in ("bash", "zsh", "fish"):
        script = run("generate", shell).stdout
        check(re.search(rb"(--|-l )by\b", script), f"completion for {shell}")
        if shutil.which(shell):
            done = subprocess.run([shell, "-n"], input=script, capture_output=True,
                                  timeout=SECONDS, check=False)
            check(done.returncode == 0 and not done.stderr, f"{shell} reads it: {done.stderr!r}")
    commands = json.loads(run("list", "commands", "--format", "json").stdout)["commands"]
    for page in ["man"] + ["man-" + entry["name"] for entry in commands]:
        source = run("generate", page).stdout
        check(source.startswith(b"entente"), f"{page} is there")
        if shutil.which("scdoc"):
            done = subprocess.run(["scdoc"], input=source, capture_output=True, timeout=SECONDS,
                                  check=False)
            check(done.returncode == 0, f"scdoc reads {page}: {done.stderr!r}")


def test_bash_completion():
    script = run("generate", "bash").stdout.decode()
    ask = script + """
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _entente 2>/dev/null; echo "${COMPREPLY[*]}"
    """
    for words, wanted in ((["ra"], "rank"), (["rank", "--by", "deg"], "degree"),
                          (["rank", "--by", "degree,pag"], "degree,pagerank"),
                          (["rank", "--format", "=", "j"], "json"), (["rank", "--we"], "--weight"),
                          (["schema", "op"], "open"), (["draw", "-f", "p"], "pdf png")):
        done = subprocess.run(["bash", "-c", ask, "bash", "entente", *words], capture_output=True,
                              timeout=SECONDS, check=False, text=True)
        check(done.stdout.strip() == wanted, f"{words} completes to {wanted}: {done.stdout!r}")


if __name__ == "__main__":
    tests = [value for name, value in sorted(globals().items()) if name.startswith("test_")]
    for test in tests:
        test()
    print(f"{len(tests)} tests, {len(failures)} failures")
    sys.exit(1 if failures else 0)
