#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Broken and odd input: a message with its place, exit 1 from check and 2 from what needs the
facts, no output touched; and others' test files of every kind as facts."""
import json
import os
import pathlib
import sys
import threading

import faults

EXAMPLE = faults.EXAMPLE / "facts.json"
FORMATS = ("json", "ndjson", "csv", "graphml")
PIECES = 50
GOOD = {
    "json": b'{"entente":1,"schema":"open","nodes":{"a":{"type":"t"},"b":{"type":"t"}},\n'
            b' "edges":[{"from":"a","type":"r","to":"b"}]}\n',
    "ndjson": b'{"entente":1,"schema":"open"}\n{"node":"a","type":"t"}\n{"node":"b","type":"t"}\n'
              b'{"edge":["a","r","b"]}\n',
    "csv": b"id,type,name\na,nation,A\nb,nation,B\n",
    "graphml": b'<?xml version="1.0" encoding="UTF-8"?>\n'
               b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
               b'<graph edgedefault="directed"><node id="a"/><node id="b"/>\n'
               b'<edge source="a" target="b"/></graph></graphml>\n',
}
BOM = b"\xef\xbb\xbf"


def check(program, path, *more):
    return program.run("check", "--format", "json", *more, str(path))


def refused(program, report, kind, path, more=()):
    """What must be true when facts are broken; the findings' codes."""
    done = check(program, path, *more)
    report.sound(done, f"{kind}: check", (1,))
    findings = json.loads(done.out)["findings"] if done.status == 1 else []
    errors = [finding for finding in findings if finding["severity"] == "error"]
    report.check(errors and all(finding["file"] for finding in errors), f"{kind}: findings",
        done.out)
    target = path.parent / "target.graphml"
    target.write_bytes(faults.OLD)
    done = program.run("export", *more, "-o", str(target), str(path))
    report.sound(done, f"{kind}: export", (2,))
    report.check(target.read_bytes() == faults.OLD, f"{kind}: target touched")
    return [finding["code"] for finding in errors], findings


def truncated(program, report, work):
    """The example's facts in each format, broken off everywhere."""
    (work / "sources").symlink_to(faults.EXAMPLE / "sources")
    for form in FORMATS:
        whole = work / f"whole.{form}"
        program.run("export", "-o", str(whole), str(EXAMPLE))
        for part in sorted(work.glob("whole*")):
            truncate(program, report, part, form)
            part.unlink()


def truncate(program, report, part, form):
    text = part.read_bytes()
    must_fail = form in ("json", "graphml")  # the others may end after any line
    for piece in range(PIECES):
        path = part.with_name(f"cut{part.name[5:]}")
        path.write_bytes(text[:len(text) * piece // PIECES])
        if not must_fail:
            report.sound(check(program, path), f"{part.name} cut", (0, 1))
        elif piece % 5 == 0:
            codes, findings = refused(program, report, f"{part.name} cut", path)
            report.check("syntax" in codes, f"{part.name} cut: code", codes)
            places = [finding["line"] for finding in findings if finding["code"] == "syntax"]
            report.check(all(places), f"{part.name} cut: place", findings)
        else:
            done = check(program, path)
            report.sound(done, f"{part.name} cut", (1,))
            report.check("syntax" in done.codes(), f"{part.name} cut: code", done.codes())
        path.unlink()


def json_suite(program, report, work):
    """y_: JSON, if no facts; n_: no JSON; i_ may be either."""
    del work
    for path in sorted((faults.DATA / "json-testsuite-a" / "test_parsing").glob("*.json")):
        done = check(program, path)
        report.sound(done, path.name, (1,))
        if path.name[0] in "yn":
            report.check(("syntax" in done.codes()) == (path.name[0] == "n"), f"{path.name}: codes",
                         done.codes())
    for path in sorted((faults.DATA / "json-testsuite-a" / "test_transform").glob("*.json")):
        report.sound(check(program, path), path.name, (1,))


def json_suite_inside(program, report, work):
    """The same values where facts may have any: who reads a fact agrees with the slicer."""
    for path in sorted((faults.DATA / "json-testsuite-a" / "test_parsing").glob("*.json")):
        value = path.read_bytes().strip(b" \t\r\n")
        if len(value) > 10000 or value.startswith(BOM) or b"\n" in value:
            continue
        facts = work / "facts.json"
        facts.write_bytes(b'{"entente":1,"schema":"open","nodes":{"a":{"type":"t","x-v":' + value +
                          b'}}}\n')
        lines = work / "facts.ndjson"
        lines.write_bytes(b'{"node":"a","type":"t","x-v":' + value + b'}\n')
        for inside in (facts, lines):
            done = check(program, inside)
            kind = f"{path.name} inside {inside.suffix[1:]}"
            report.sound(done, kind, (0, 1))
            if path.name[0] == "n" and value not in (b"", b"[1]]", b"1]", b"[]]"):
                report.check("syntax" in done.codes(), f"{kind}: codes", (value, done.codes()))
            if path.name[0] == "y":
                report.check("syntax" not in done.codes(), f"{kind}: codes", (value, done.codes()))


def others_files(program, report, work):
    """Hostile and foreign files: read as what their ending says, and as everything else."""
    del work
    folders = ["xml-hostile", "csv-hostile-a", "graphml-graphinout-a", "naughty-strings",
               *sorted(path.name for path in faults.DATA.glob("graph-files-*"))]
    endings = {".csv": "csv", ".tsv": "csv", ".graphml": "graphml", ".xml": "graphml",
               ".json": "json"}
    every = []
    for folder in folders:
        for path in sorted((faults.DATA / folder).rglob("*")):
            if not path.is_file() or path.suffix == ".md":
                continue
            every.append(str(path))
            if path.suffix in endings:
                done = check(program, path, "--from", endings[path.suffix])
                report.sound(done, f"{folder}/{path.name}")
                report.check(b"root:" not in done.out + done.err, f"{path.name}: leaks", done.out)
    for form in FORMATS:
        report.sound(check(program, every[0], "--from", form, *every[1:]), f"all as {form}", (1,))


# What is odd: bytes of a file made from a good one, and the exit status of check in each format.
ODD = {
    "empty": (lambda good: b"", {"json": 1, "ndjson": (0, 1), "csv": 1, "graphml": 1}),
    "white space": (lambda good: b" \t\r\n\n  ", {"json": 1, "ndjson": (0, 1), "csv": 1,
        "graphml": 1}),
    "one NUL": (lambda good: b"\0", 1),
    "NULs": (lambda good: b"\0" * 100000, 1),
    "NUL at the end": (lambda good: good + b"\0", 1),
    "NUL in an id": (lambda good: good.replace(b"a", b"\0", 1), 1),
    "a BOM": (lambda good: BOM + good, 0),
    "two BOMs": (lambda good: BOM + BOM + good, 1),
    "only a BOM": (lambda good: BOM, {"json": 1, "ndjson": (0, 1), "csv": 1, "graphml": 1}),
    "CRLF": (lambda good: good.replace(b"\n", b"\r\n"), 0),
    "CR alone": (lambda good: good.replace(b"\n", b"\r"), {"json": 0, "ndjson": (0, 1), "csv": 0,
        "graphml": 0}),
    "no last line break": (lambda good: good.rstrip(b"\n"), 0),
    "UTF-16": (lambda good: good.decode().encode("utf-16"), (0, 1)),
    "UTF-16 without BOM": (lambda good: good.decode().encode("utf-16-le"), (0, 1)),
    "UTF-32": (lambda good: good.decode().encode("utf-32"), (0, 1)),
    "a Latin-1 letter": (lambda good: good.replace(b"a", b"\xe9", 1), 1),
    "overlong UTF-8": (lambda good: good.replace(b"a", b"\xc0\xaf", 1), 1),
    "a surrogate in UTF-8": (lambda good: good.replace(b"a", b"\xed\xa0\x80", 1), 1),
    "beyond Unicode": (lambda good: good.replace(b"a", b"\xf4\x90\x80\x80", 1), 1),
    "half a character at the end": (lambda good: good + b"\xe2\x82", 1),
    "an escape sequence": (lambda good: good.replace(b"a", b"\x1b[31m", 1), 1),
    "twice": (lambda good: good + good, {"json": 1, "ndjson": (0, 1), "csv": (0, 1), "graphml": 1}),
    "ELF": (lambda good: pathlib.Path("/bin/true").read_bytes(), 1),
}


def odd_files(program, report, work):
    for kind, (make, statuses) in ODD.items():
        for form in FORMATS:
            wanted = statuses[form] if isinstance(statuses, dict) else statuses
            wanted = wanted if isinstance(wanted, tuple) else (wanted,)
            path = work / f"odd.{form}"
            path.write_bytes(make(GOOD[form]))
            done = check(program, path)
            report.sound(done, f"{kind}, {form}", wanted)
            with open(path, "rb") as source:
                piped = program.run("check", "--format", "json", "--from", form, "-", stdin=source)
            report.check((piped.status, piped.out.replace(b"<stdin>", str(path).encode())) ==
                         (done.status, done.out), f"{kind}, {form}: standard input", piped.out)


def no_files(program, report, work):
    """What cannot be read at all: exit 2 from every command."""
    (work / "folder.json").mkdir()
    (work / "loop.json").symlink_to("loop.json")
    (work / "facts.txt").write_bytes(GOOD["json"])
    (work / "facts").write_bytes(GOOD["json"])
    cases = ["none.json", "folder.json", "loop.json", "facts.txt", "facts", "", ".", "..", "/",
             "folder.json/x.json", "facts/x.json", "x" * 300 + ".json", "none.json\nx: error"]
    for case in cases:
        for words in (["check"], ["info"], ["rank"], ["export", "-f", "json"], ["draw"], ["fmt"],
                      ["show", "a"]):
            done = program.run(*words, case, cwd=work)
            report.sound(done, f"{case[:20]!r}, {words[0]}", (2,))
            report.check(done.message.count("\n") == 1, f"{case[:20]!r}, {words[0]}: lines",
                         done.message)


def special_files(program, report, work):
    """Pipes and devices as facts, and standard input in its forms."""
    for form in FORMATS:
        fifo = work / f"fifo.{form}"
        os.mkfifo(fifo)
        writer = threading.Thread(target=lambda f=fifo, t=GOOD[form]: f.write_bytes(t), daemon=True)
        writer.start()
        report.sound(check(program, fifo), f"FIFO, {form}", (0,))
        writer.join(5)
        # Of lines, all are read, whatever is wrong with some.
        endless = ["/dev/zero", "/dev/urandom"] if form != "ndjson" else []
        for device in ["/dev/null", *endless]:
            report.sound(check(program, device, "--from", form), f"{device} as {form}", (0, 1))
        done = program.run("check", "--format", "json", "--from", form, "-", stdin=GOOD[form],
                           env={"TMPDIR": "/nonexistent"})
        report.sound(done, f"no folder for temporary files, {form}", (0,))
        twice = program.run("check", "--format", "json", "--from", form, "-", "-", stdin=GOOD[form])
        report.sound(twice, f"standard input twice, {form}")
        done = program.run("check", "--from", form, "-", stdin=None,
                           before=lambda: os.close(0))
        report.sound(done, f"standard input closed, {form}", (0, 1, 2))


def many_files(program, report, work):
    """More files than may be open at once, and the same file again and again."""
    path = work / "a.ndjson"
    path.write_bytes(b'{"node":"a","type":"t"}\n')
    report.sound(check(program, path, "--schema", "open", *[str(path)] * 3000),
        "a file 3,001 times")
    names = []
    for i in range(2000):
        names.append(f"{i}.ndjson")
        (work / names[-1]).write_bytes(b'{"node":"n%d","type":"t"}\n' % i)
    done = program.run("check", "--schema", "open", *names, cwd=work)
    report.sound(done, "2,000 files", (0,))


if __name__ == "__main__":
    if not faults.DATA.is_dir():
        print(f"skipped: no test data in {faults.DATA}")
        sys.exit(faults.SKIP)
    sys.exit(faults.main([truncated, json_suite, json_suite_inside, others_files, odd_files,
                          no_files, special_files, many_files]))
