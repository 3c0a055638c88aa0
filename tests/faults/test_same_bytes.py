#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The same input gives the same bytes: again, elsewhere, at another time, under another language,
by another user's settings. What is written has no date, path, version or machine's name in it."""
import contextlib
import datetime
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import zlib

import faults
import writing

LANGUAGES = ["tr_TR.UTF-8", "tr_TR.utf8", "de_DE.UTF-8", "de_DE.utf8", "C.UTF-8", "POSIX"]
# Places and settings that must not matter: variables, umask, words before the program.
SETTINGS = {
    "again": {},
    "another time zone": {"env": {"TZ": "Pacific/Kiritimati"}},
    "another date format": {"env": {"LC_TIME": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"}},
    "no HOME": {"env": {"HOME": None}},
    "another HOME": {"env": {"HOME": "/tmp", "USER": "somebody", "LOGNAME": "somebody"}},
    "another width": {"env": {"COLUMNS": "40", "LINES": "5", "TERM": "dumb"}},
    "no colours": {"env": {"NO_COLOR": "1"}},
    "another folder": {"cwd": "/"},
    "another umask": {"before": lambda: os.umask(0o077)},
    "one thread": {"env": {"OMP_NUM_THREADS": "1"}},
    "two threads": {"env": {"OMP_NUM_THREADS": "2"}},
    "more threads": {"env": {"OMP_NUM_THREADS": "7"}},
    "filled memory": {"env": {"MALLOC_PERTURB_": "85"}},
}


def languages():
    """Those of LANGUAGES that this machine has."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    known = {name.lower().replace("-", "") for name in known.split()}
    return [name for name in LANGUAGES if name.lower().replace("-", "") in known | {"posix"}]


def example(work):
    """A copy of the example in a folder with a name that would be noticed."""
    folder = work / "Distinct-Folder-Name"
    shutil.copytree(faults.EXAMPLE, folder)
    return str(folder / "facts.json")


def analyses(program, facts):
    """What computes: groups, paths, figures, stability, estimates, reasons."""
    found = [["groups", "--by", item["name"], "--format", "json", facts]
             for item in faults.lists(program, "groupings")]
    found += [["rank", "--by", "betweenness", "--sample", "0.05", "--format", "json", facts],
              ["rank", "--by", "degree,betweenness", "--stability", "--resamples", "50", "--format",
               "json", facts],
              ["rank", "--by", "bridge,edge-betweenness", "--format", "csv", facts],
              ["info", "--all", "--format", "json", facts],
              ["path", "--from", "htx", "--to", "asia", "--k", "5", "--format", "json", facts],
              ["show", "singapore", "--why", "betweenness", "--format", "json", facts]]
    return found


def commands(program, facts):
    """All that prints, and the commands and measures that have more to say."""
    found = writing.printing(program, facts, "singapore") + analyses(program, facts)
    every = ",".join(item["name"] for item in faults.lists(program, "measures"))
    found += [["rank", "--by", every, "--top", "0", "--format", form, *more, facts]
              for form in ("table", "json") for more in ([], ["--directed", "--normalized"])]
    found += [["export", "-f", "graphml", "--with", every, facts],
        ["check", "--message-format", "sarif", facts],
              ["draw", "-f", "svg", "--color-by", "group", "--size-by", "pagerank", facts]]
    found += [["draw", "-f", "svg", "--layout", item["name"], facts]
              for item in faults.lists(program, "layouts")]
    return [words for words in found if words[0] != "--version"]


def outcome(done):
    return done.status, done.out, done.err


def difference(first, second):
    for one, other in zip(first, second):
        if one != other and isinstance(one, bytes):
            at = next((i for i, pair in enumerate(zip(one, other)) if pair[0] != pair[1]),
                      min(len(one), len(other)))
            return one[max(at - 60, 0):at + 60], other[max(at - 60, 0):at + 60]
    return first[0], second[0]


def settings(program, report, work):
    """Every command under every setting; under a slow build each under some."""
    facts = example(work)
    turns = list(SETTINGS.items()) + [(name, {"env": {"LC_ALL": name, "LANG": name}})
        for name in languages()]
    for number, words in enumerate(commands(program, facts)):
        first = outcome(program.run(*words))
        report.check(first[0] == 0, f"{' '.join(words[:4])}: status", first[2])
        few = program.sanitized or words[0] == "draw"
        for turn, (name, options) in enumerate(turns):
            if few and (turn + number) % 4:
                continue
            again = outcome(program.run(*words, **options))
            report.check(again == first, f"{' '.join(words[:-1])}, {name}",
                difference(first, again))


def shuffled(program, report, work):
    """What is computed does not depend on the order of the facts."""
    facts, other = example(work), work / "shuffled"
    shutil.copytree(faults.EXAMPLE, other)
    content = json.loads((other / "facts.json").read_text(encoding="utf-8"))
    lots = random.Random(5)
    nodes = list(content["nodes"].items())
    lots.shuffle(nodes)
    lots.shuffle(content["edges"])
    content["nodes"] = dict(nodes)
    (other / "facts.json").write_text(json.dumps(content), encoding="utf-8")
    every = ",".join(item["name"] for item in faults.lists(program, "measures"))
    found = analyses(program, facts) + [["rank", "--by", every, "--format", "csv", *more, facts]
                                        for more in ([], ["--directed", "--normalized"])]
    for words in found:
        first = outcome(program.run(*words))
        again = outcome(program.run(*words[:-1], str(other / "facts.json")))
        report.check(first[0] == 0 and again == first, f"shuffled: {' '.join(words[:-1])}",
            difference(first, again))


def files(program, report, work):
    """Written files: twice the same, to whatever path, and of the same facts wherever they lie."""
    facts, other = example(work), work / "another" / "place"
    other.mkdir(parents=True)
    shutil.copytree(faults.EXAMPLE, other / "facts")
    for way in writing.ways(program):
        place, second = work / way.name, other / way.name
        place.mkdir()
        second.mkdir()
        report.sound(program.run(*way.words(place / way.target, facts)), way.name, (0,))
        done = program.run(*way.words(f"{way.name}/{way.target}", "facts/facts.json"), cwd=other,
                           env={"TZ": "Asia/Seoul"}, before=lambda: os.umask(0o077))
        report.sound(done, f"{way.name} elsewhere", (0,))
        report.check(faults.tree(place) == faults.tree(second),
            f"{way.name}: other bytes elsewhere")


def telltales():
    """What must not be in any file: with how it would be told."""
    now = datetime.datetime.now(datetime.timezone.utc)
    days = [now - datetime.timedelta(days=1), now, now + datetime.timedelta(days=1)]
    names = {socket.gethostname(), os.uname().nodename} - {"localhost"}
    found = {b"0.1.0", b"Graphviz", b"graphviz", b"cairo", b"librsvg", b"Distinct-Folder",
        b"/tmp/", b"/home/",
             b"/root/", b"/usr/", str(faults.ROOT).encode(), b"CreationDate", b"ModDate", b"tEXt",
                 b"tIME"}
    found |= {day.strftime(form).encode() for day in days for form in ("%Y-%m-%d", "%Y%m%d",
        "%d %b %Y")}
    return found | {name.encode() for name in names if len(name) > 5}


def unpacked(content):
    """With what is packed in a PDF or a PNG."""
    more = [content]
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        with contextlib.suppress(zlib.error):
            more.append(zlib.decompress(packed))
    return b"\n".join(more)


def no_traces(program, report, work):
    """No date of writing, no path, no version, no name of a program or a machine."""
    facts = example(work)
    text = b"".join(path.read_bytes() for path in faults.EXAMPLE.rglob("*") if path.is_file())
    for way in writing.ways(program):
        place = work / way.name
        place.mkdir()
        program.run(*way.words(place / way.target, facts))
        for name, content in faults.tree(place).items():
            content = unpacked(content)
            for trace in telltales():
                report.check(trace not in content or trace in text,
                    f"{way.name}: a trace in {name}",
                             trace + b": " + content[max(content.find(trace) - 50, 0):][:120])


def placed_memory(program, report, work):
    """Where things lie in memory does not matter: with and without the system's shuffling."""
    facts = example(work)
    words = ["setarch", "-R", program.path]
    if subprocess.run([*words, "--version"], capture_output=True, check=False).returncode != 0:
        report.skip("fixed addresses: setarch -R is not allowed here")
        return
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC", "HOME": "/nonexistent"}
    for command in commands(program, facts)[::2]:
        done = subprocess.run([*words, *command], capture_output=True, env=env, check=False)
        first = outcome(program.run(*command))
        again = (done.returncode, done.stdout, done.stderr)
        report.check(again == first, f"{' '.join(command[:-1])}, fixed addresses",
            difference(first, again))


if __name__ == "__main__":
    sys.exit(faults.main([settings, shuffled, files, no_traces, placed_memory]))
