#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Files outside the facts' folder: nothing that facts, schemas, tables or XML say makes the program
read or name one, and nothing of it appears anywhere."""
import json
import os
import shutil
import subprocess
import sys

import faults

SECRET = "SECRET-of-another-folder"
COMMANDS = (["check"], ["check", "--format", "json"], ["info"], ["show", "a"],
    ["export", "-f", "json"],
            ["export", "-f", "graphml"], ["draw", "-f", "svg"], ["draw", "-f", "dot"])


def facts_with(**more):
    return json.dumps({"entente": 1, "schema": "open",
                       "nodes": {"a": {"type": "t", "evidence": [{"source": "s",
                           "quote": SECRET}]}},
                       **more})


def sources_outside(work):
    """Name of a source's file -> whether it must be called outside (or else unreadable)."""
    inside, outside = work / "inside", work / "outside"
    (outside / "secret.txt").write_text(SECRET, encoding="utf-8")
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "relative.txt").symlink_to("../outside/secret.txt")
    (inside / "twice.txt").symlink_to("link.txt")
    (inside / "way").symlink_to(outside)
    (inside / "root").symlink_to("/")
    (inside / "folder").mkdir()
    (inside / "loop").symlink_to("loop")
    os.mkfifo(inside / "fifo")
    (inside / "zero").symlink_to("/dev/zero")
    secret = str(outside / "secret.txt")
    return {"../outside/secret.txt": True, secret: True, "/etc/passwd": True, "/dev/stdin": True,
            "./../outside/secret.txt": True, "folder/../../outside/secret.txt": True,
            "none/../../outside/secret.txt": True, ".//..//outside/secret.txt": True,
            "link.txt": True, "relative.txt": True, "twice.txt": True, "way/secret.txt": True,
            f"root{secret}": True, "folder": False, "fifo": False,
            "zero": True, "loop": False, "none.txt": False, ".": False, "..": True, "": False,
            "folder/": False, "facts.json/x": False, "x" * 300: False, "/proc/self/environ": True,
            "/": True, "//": True, f"file://{secret}": False, "~/x": False, "$HOME": False}


def sources(program, report, work):
    (work / "inside").mkdir()
    (work / "outside").mkdir()
    path = work / "inside" / "facts.json"
    for name, outside in sources_outside(work).items():
        path.write_text(facts_with(sources={"s": {"file": name}}), encoding="utf-8")
        kind = f"source in {name[:60]!r}"
        for words in COMMANDS:
            done = program.run(*words, str(path))
            report.sound(done, f"{kind}, {words[0]}", (1,) if words[0] == "check" else (0, 2))
        done = program.run("check", "--format", "json", str(path))
        report.check(("source-outside" in done.codes()) == outside, f"{kind}: code", done.out)
        report.check("quote-not-found" not in done.codes(), f"{kind}: was read", done.out)


def from_elsewhere(program, report, work):
    """The folder is the facts file's, however that is reached."""
    (work / "inside").mkdir()
    (work / "outside").mkdir()
    (work / "secret.txt").write_text(SECRET, encoding="utf-8")
    (work / "inside" / "own.txt").write_text("own " + SECRET, encoding="utf-8")
    facts = work / "inside" / "facts.json"
    for name, status in (("own.txt", 0), ("../secret.txt", 1), ("../inside/own.txt", 1)):
        facts.write_text(facts_with(sources={"s": {"file": name}}), encoding="utf-8")
        for cwd, path in ((work, "inside/facts.json"), (work / "inside", "facts.json"),
                          (work / "outside", "../inside/facts.json"), ("/", str(facts)),
                          (work / "inside", "./facts.json"), (work, "inside/../inside/facts.json")):
            done = program.run("check", path, cwd=cwd)
            report.sound(done, f"{path} in {cwd}, {name}", (status,))
    with open(facts, "rb") as source:
        done = program.run("check", "-", cwd=work / "outside", stdin=source)
    report.sound(done, "standard input has the working folder's files", (1,))


def link_to_facts(program, report, work):
    """A facts file that is a link has the files of the folder where it is called."""
    (work / "there").mkdir()
    (work / "here").mkdir()
    (work / "there" / "own.txt").write_text(SECRET, encoding="utf-8")
    (work / "there" / "facts.json").write_text(facts_with(sources={"s": {"file": "own.txt"}}))
    (work / "here" / "facts.json").symlink_to("../there/facts.json")
    done = program.run("check", str(work / "here" / "facts.json"))
    report.sound(done, "linked facts", (0, 1))


def schemas(program, report, work):
    """A schema that facts name is inside their folder; one that a person names may be anywhere."""
    (work / "inside").mkdir()
    secret, path = work / "schema.json", work / "inside" / "facts.json"
    secret.write_text('{"' + SECRET + '": 1', encoding="utf-8")
    (work / "inside" / "link.json").symlink_to("../schema.json")
    os.mkfifo(work / "inside" / "fifo.json")
    (work / "inside" / "folder.json").mkdir()
    for name in ("../schema.json", str(secret), "link.json", "fifo.json", "folder.json",
        "none.json",
                 "/etc/passwd", "/dev/zero", "./x", "../", "/", "inside/../../schema.json"):
        path.write_text(json.dumps({"entente": 1, "schema": name, "nodes": {}}), encoding="utf-8")
        for words in COMMANDS:
            done = program.run(*words, str(path))
            report.sound(done, f"schema {name!r}, {words[0]}", (1,) if words[0] == "check"
                else (2,))
            report.check(SECRET.encode() not in done.out + done.err, f"schema {name!r}: leaks",
                         done.message)
    secret.write_text('{"nodeTypes": {"t": {}}, "edgeTypes": {}}', encoding="utf-8")
    path.write_text('{"entente": 1, "nodes": {"a": {"type": "t"}}}', encoding="utf-8")
    report.sound(program.run("check", "--schema", str(secret), str(path)), "--schema", (0,))
    for name in ("/dev/zero", "/dev/null", "/dev/urandom", str(work), str(work / "none.json"),
                 str(work / "inside" / "link.json") + "/x.json", "/etc/passwd", "nothing"):
        for words in (["check", "--schema", name, str(path)], ["schema", name]):
            report.sound(program.run(*words), f"schema {name!r}, {words[0]}", (1, 2))


XML = ('<?xml version="1.0"?>\n%s\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns"%s>\n%s'
       '<key id="d" for="node" attr.name="note" attr.type="string"/><graph edgedefault="directed">'
       '<node id="a"><data key="d">%s</data></node></graph></graphml>\n')


def xml(program, report, work):
    """Entities, document types, includes, schema locations: refused or not followed."""
    secret = work / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    (work / "evil.dtd").write_text(f'<!ENTITY x "{SECRET}">', encoding="utf-8")
    uri = secret.as_uri()
    cases = {
        "entity": XML % (f'<!DOCTYPE graphml [<!ENTITY x SYSTEM "{uri}">]>', "", "", "&x;"),
        "public entity": XML % (f'<!DOCTYPE graphml [<!ENTITY x PUBLIC "p" "{uri}">]>', "", "",
            "&x;"),
        "parameter entity": XML % (f'<!DOCTYPE graphml [<!ENTITY % x SYSTEM "{uri}"> %x;]>', "",
            "", ""),
        "external subset": XML % ('<!DOCTYPE graphml SYSTEM "evil.dtd">', "", "", "&x;"),
        "internal entity": XML % (f'<!DOCTYPE graphml [<!ENTITY x "{SECRET}">]>', "", "", "&x;"),
        "entity in an attribute": XML % ('<!DOCTYPE graphml [<!ATTLIST graphml y CDATA "z">]>', "",
            "", ""),
        "include": XML % ("", ' xmlns:xi="http://www.w3.org/2001/XInclude"',
                          f'<xi:include href="{uri}" parse="text"/>', ""),
        "schema location": XML % (
            "", ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
                f' xsi:schemaLocation="x {uri}"', "", ""),
        "style sheet": XML % (f'<?xml-stylesheet href="{uri}"?>', "", "", ""),
        "unknown entity": XML % ("", "", "", "&x;"),
    }
    for name, text in cases.items():
        path = work / "facts.graphml"
        path.write_text(text, encoding="utf-8")
        statuses = (0,) if name in ("include", "schema location", "style sheet") else (1,)
        done = program.run("check", str(path))
        report.sound(done, f"XML, {name}", statuses)
        done = program.run("export", "-f", "json", str(path))
        report.check(SECRET.encode() not in done.out, f"XML, {name}: leaks", done.out)
    for path in sorted((faults.DATA / "xml-hostile").glob("*.xml")):
        done = program.run("export", "--from", "graphml", "-f", "json", str(path))
        report.sound(done, path.name, (0, 2))
        report.check(b"root:" not in done.out + done.err, f"{path.name}: leaks", done.out)


def opened(program, report, work):
    """Which files it opens at all, as the system sees it."""
    trace = work / "trace"
    if program.sanitized or not shutil.which("strace"):
        report.skip("what is opened: there is no strace here, or the build is not a plain one")
        return
    inside = work / "inside"
    inside.mkdir()
    names = ["../outside.txt", str(work / "outside.txt"), "own.txt"]
    (work / "outside.txt").write_text(SECRET, encoding="utf-8")
    (inside / "own.txt").write_text(SECRET, encoding="utf-8")
    (inside / "facts.json").write_text(facts_with(sources={
        "s": {"file": "own.txt", "url": "https://example.org/"},
        **{f"s{i}": {"file": name} for i, name in enumerate(names)}}), encoding="utf-8")
    for words in COMMANDS[:7]:
        subprocess.run(["strace", "-f", "-e", "trace=openat,open,connect,socket", "-o", str(trace),
                        program.path, *words, str(inside / "facts.json")], capture_output=True,
                            check=False)
        text = trace.read_text("utf-8", "replace")
        report.check("own.txt" in text, f"{words[0]} opens its own file", text[-500:])
        report.check("outside.txt" not in text, f"{words[0]} opens a file outside", text[-500:])
        report.check("AF_INET" not in text, f"{words[0]} looks for the network", text[-500:])


if __name__ == "__main__":
    sys.exit(faults.main([sources, from_elsewhere, link_to_facts, schemas, xml, opened]))
