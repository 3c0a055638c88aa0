#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every option of every command with a value that is missing, empty, unknown or hostile; words that
are no command, no option, no text.

Values that nobody chose one by one must not be able to do harm: the program runs in a folder of its
own, on a copy of the facts, as a user who may write nowhere else, and no option that names a file
is given a path that leads out of the folder."""
import os
import re
import shutil
import sys

import faults

SMALL = faults.ROOT / "tests" / "faults" / "small.json"
FACTS = "facts.json"
OPTION = re.compile(r"^ +(?:-(\w), )?--([a-z-]+)(?: ([A-Z|a-z][^ ]*))?(?:  |$)")
WORDS = {"show": ["ann", FACTS], "path": ["--from", "ann", "--to", "bob", FACTS],
         "schema": [], "list": [], "help": []}
HOSTILE = ["-1", "0", "00", "+1", "1e999", "nan", "inf", "0x10", "1.5", "1,5", "٣", " 1", "1 ", "-",
           "--", "=", ",", ",,,", "\\", "\\,", ":", "a:", ":1", "a:b", "a:-1",
               "a:99999999999999999999",
           "18446744073709551615", "18446744073709551616", "9" * 400, "%s%n%p",
               "../../../etc/passwd",
           "/dev/null", "/", ".", "~", "*", "$(id)", "`id`", ";", "\n", "a\nb", "\t",
               "\x1b[31mred", "\x7f",
           "\u202eabc", "é", "日本", "x" * 5000, "2026-13-45", "0000", "9999-12-31", "2026-02-30",
               "2026~?",
           "degree,degree", "degree,", "json,csv", "actual,plnned", "auto,always"]


def commands(program):
    return [item["name"] for item in faults.lists(program, "commands")]


def options(program, command):
    """(name, letter, argument) of each, as its help has them."""
    text = program.run(command, "--help").out.decode()
    found = [OPTION.match(line) for line in text.splitlines()]
    return [(match[2], match[1], match[3]) for match in found if match]


def harmless():
    """What the program is before it starts: no user who may write outside."""
    return faults.become_nobody if os.geteuid() == 0 else None


def run(program, work, command, words):
    return program.run(command, *WORDS.get(command, [FACTS]), *words, cwd=work, before=harmless())


def prepare(work):
    """The folder as it is before each command: the facts, and nothing else."""
    work.chmod(0o777)
    for path in list(work.iterdir()):
        path.unlink()
    shutil.copy(SMALL, work / FACTS)


def left(work):
    return sorted(path.name for path in work.iterdir())


def values_for(program, turn, argument):
    """Hostile values; for a file, only names in the folder itself."""
    values = HOSTILE[turn % 4::4] if program.sanitized else HOSTILE
    return [value for value in values if "/" not in value] if "FILE" in argument else values


def missing_values(program, report, work):
    """Nothing behind an option that wants something, and something behind one that does not."""
    for command in commands(program):
        prepare(work)
        found = options(program, command)
        report.check(len(found) >= 5 or command == "help", f"{command}: options in its help", found)
        for name, letter, argument in found:
            kind = f"{command} --{name}"
            if argument:
                for word in [f"--{name}"] + ([f"-{letter}"] if letter else []):
                    done = program.run(command, *WORDS.get(command, [FACTS]), word, cwd=work,
                                       before=harmless())
                    report.sound(done, f"{kind}, nothing", (2,))
                    report.check(f"--{name}" in done.message, f"{kind}, nothing: names it",
                        done.message)
                done = run(program, work, command, [f"--{name}="])
                report.sound(done, f"{kind}, empty", (0, 2))
            else:
                done = run(program, work, command, [f"--{name}=x"])
                report.sound(done, f"{kind}, too much", (2,))
                report.check("takes no argument" in done.message, f"{kind}, too much", done.message)
            done = run(program, work, command, [f"--{name}s"])
            report.sound(done, f"{kind}s", (2,))
            report.check("did you mean" in done.message or "unknown" in done.message or
                         "takes no option" in done.message, f"{kind}s: suggests", done.message)


def hostile_values(program, report, work):
    """Each option with each hostile value, by the quickest command that has it."""
    seen = set()
    for command in sorted(commands(program), key=lambda name: name in ("draw", "fmt")):
        for name, _, argument in options(program, command):
            if not argument or (name, argument) in seen:
                continue
            prepare(work)
            seen.add((name, argument))
            for turn, value in enumerate(values_for(program, len(seen), argument)):
                words = [f"--{name}={value}"] if turn % 2 else [f"--{name}", value]
                done = run(program, work, command, words)
                report.sound(done, f"{command} --{name} {value[:30]!r}", (0, 1, 2))
    report.check(len(seen) > 20, "options seen", seen)


def unknown_values(program, report, work):
    """A choice names what there is; a nearly right word is guessed."""
    prepare(work)
    for command in commands(program):
        for name, _, argument in options(program, command):
            if (command, name) == ("path", "from"):  # a node there: tests/cases/path
                continue
            if name in ("format", "color", "message-format", "layout", "direction", "weight",
                "parallel",
                        "undated", "from", "by", "with", "size-by", "color-by", "json-schema",
                            "status"):
                form = ["-f", "json"] if command == "export" and name != "format" else []
                done = run(program, work, command, [*form, f"--{name}", "no-such-thing"])
                kind = f"{command} --{name} no-such-thing"
                report.sound(done, kind, (2,))
                report.check("no-such-thing" in done.message, f"{kind}: names it", done.message)
                report.check(re.search("may be|did you mean|there|one of|known|list", done.message),
                             f"{kind}: tells what there is ({argument})", done.message)


# Words -> what the message must have.
WRONG = [
    (["chekc"], "check"), (["Check"], "check"), (["exprot", FACTS], "export"),
    (["c"], ""), ([""], ""), (["-"], ""), (["--"], ""), (["--no-such"], ""), (["-x"], ""),
    (["--verison"], ""), (["no\nsuch"], ""), (["\x1b[31m"], ""), (["x" * 10000], ""),
    (["check"], "FACTS"), (["rank"], "FACTS"), (["draw"], "FACTS"), (["show"], "ID"),
        (["show", FACTS], ""),
    (["rank", "--tpo", "3", FACTS], "--top"), (["rank", "--b", "degree"], ""),
        (["rank", "-x", FACTS], "-x"),
    (["rank", "-qz", FACTS], "-z"), (["rank", "-é", FACTS], ""), (["rank", "---top", FACTS], ""),
    (["rank", "--=3", FACTS], ""), (["rank", "--top=", FACTS], "--top"),
        (["list", "measurs"], "measures"),
    (["list", "a", "b"], ""), (["schema", "diplomcy"], "diplomacy"), (["schema", "a", "b"], ""),
    (["help", "chekc"], "check"), (["help", "a", "b"], ""), (["rank", "--by", "degere", FACTS],
        "degree"),
    (["show", "an", FACTS], ""), (["show", "nobody", FACTS], "nobody"),
        (["info", "--around", "an", FACTS], "ann"),
    (["info", "--type", "persn", FACTS], "person"), (["info", "--relation", "know", FACTS],
        "knows"),
    (["info", "--source", "t", FACTS], ""), (["export", FACTS], "-o"),
        (["export", "-o", "x.graphm", FACTS], "graphml"),
    (["draw", "-o", "x", FACTS], ""), (["draw", "-o", "x.jpg", FACTS], "png"),
        (["export", "-o", "x.svg", FACTS], ""),
    (["draw", "-o", "", FACTS], ""), (["export", "-o", "", "-f", "json", FACTS], ""),
]


def wrong_words(program, report, work):
    prepare(work)
    for words, expected in WRONG:
        done = program.run(*words, cwd=work, before=harmless())
        report.sound(done, repr(words)[:60], (2,))
        report.check(expected in done.message, f"{words!r:.60}: message", done.message)
        report.check(left(work) == [FACTS], f"{words!r:.60}: leaves a file", left(work))
    done = program.run(cwd=work)
    report.check(done.status == 2 and b"Usage" in done.err and not done.out, "no words at all",
        done.err)


def invalid_text(program, report, work):
    """Arguments that are no UTF-8, wherever they stand."""
    prepare(work)
    bad = os.fsdecode(b"x\xff\xfe")
    for words in ([bad], ["check", bad], ["rank", "--by", bad, FACTS],
        ["rank", f"--by={bad}", FACTS],
                  ["rank", f"--{bad}", FACTS], ["show", bad, FACTS], ["draw", "-o", bad, FACTS],
                  ["draw", "--title", bad, FACTS], ["export", "-o", f"{bad}.json", FACTS],
                      ["help", bad],
                  ["check", FACTS, os.fsdecode(b"\xed\xa0\x80.json")], ["list", bad],
                      ["schema", bad]):
        done = program.run(*words, cwd=work, before=harmless())
        report.sound(done, repr(words)[:60], (2,))
        report.check(left(work) == [FACTS], f"{words!r:.60}: leaves a file", left(work))


def environment(program, report, work):
    """Odd variables change nothing but what they are for."""
    prepare(work)
    plain = program.run("info", FACTS, cwd=work)
    for env in ({"COLUMNS": "0"}, {"COLUMNS": "-1"}, {"COLUMNS": "9" * 100}, {"COLUMNS": "1"},
        {"TERM": "x" * 9999},
                {"HOME": None}, {"HOME": ""}, {"PATH": None}, {"PATH": ""},
                    {"LC_ALL": "xx_XX.UTF-8"},
                {"LANG": "\x1b[31m"}, {"TMPDIR": "/nonexistent"}, {"TZ": "x" * 999},
                    {"NO_COLOR": ""},
                {"G_DEBUG": "fatal-warnings"}, {"G_MESSAGES_DEBUG": "all"},
                    {"G_SLICE": "always-malloc"},
                {"XML_CATALOG_FILES": "/etc/passwd"}, {"OMP_NUM_THREADS": "99999999"},
                    {"MALLOC_ARENA_MAX": "x"}):
        done = program.run("info", FACTS, env=env, cwd=work)
        report.check((done.status, done.out) == (plain.status, plain.out), f"with {str(env)[:60]}",
                     done.message)
        done = program.run("draw", "-f", "svg", FACTS, env=env, cwd=work)
        report.sound(done, f"draw with {str(env)[:60]}", (0,))


if __name__ == "__main__":
    if os.geteuid() == 0 and not faults.can_be_nobody(faults.Program(sys.argv[1])):
        print("skipped: as root and with no other user at hand, hostile values might do harm")
        sys.exit(faults.SKIP)
    sys.exit(faults.main([missing_values, hostile_values, unknown_values, wrong_words, invalid_text,
                          environment]))
