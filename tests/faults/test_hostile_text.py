#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Hostile text in every field, through every command: accepted and unharmed, or refused with its
place."""
import csv
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

import faults

sys.path.insert(0, str(faults.ROOT / "tests" / "readers"))
import nasty  # noqa: E402 (beside other scripts)

PER_PICTURE = 60
BLANK = " \t\r\n\ufeff\u200b"
GOOD_URL = re.compile(r"(https?|mailto):", re.ASCII | re.IGNORECASE)
ELEMENTS = {"svg", "title", "desc", "style", "defs", "g", "rect", "ellipse", "circle", "path",
            "polygon", "polyline", "line", "text", "tspan", "marker", "clipPath", "a"}
EVIDENCE = {"source": "s", "quote": "q"}


def base():
    return {"entente": 1, "schema": "open", "sources": {"s": {}},
            "nodes": {"a": {"type": "t"}, "b": {"type": "t"}},
            "edges": [{"from": "a", "type": "r", "to": "b"}]}


def in_evidence(facts, **more):
    facts["nodes"]["a"]["evidence"] = [{**EVIDENCE, **more}]


def rename_node(facts, text):
    facts["nodes"][text] = facts["nodes"].pop("a")
    facts["edges"][0]["from"] = text


def rename_source(facts, text):
    facts["sources"][text] = facts["sources"].pop("s")


def set_in(kind, key, make=lambda text: text):
    """Sets a key of the node, the edge, the source or the top."""
    def put(facts, text):
        place = {"node": facts["nodes"]["a"], "edge": facts["edges"][0],
                 "source": facts["sources"]["s"], "top": facts}[kind]
        place[key] = make(text)
    return put


# Every place that a text may stand in; True: of any content.
FIELDS = {
    "title": (set_in("top", "title"), True),
    "description": (set_in("top", "description"), True),
    "schema": (set_in("top", "schema"), False),
    "$schema": (set_in("top", "$schema"), True),
    "top key": (lambda facts, text: facts.update({text: 1}), False),
    "top x-": (set_in("top", "x-own", lambda text: {"deep": [text, {text: 1}]}), True),
    "node id": (rename_node, False),
    "node type": (set_in("node", "type"), False),
    "name": (set_in("node", "name"), True),
    "alias": (set_in("node", "aliases", lambda text: [text]), True),
    "registry": (set_in("node", "ids", lambda text: {text: "Q1"}), False),
    "id there": (set_in("node", "ids", lambda text: {"wikidata": text}), True),
    "note": (set_in("node", "note"), True),
    "property": (set_in("node", "properties", lambda text: {text: 1}), False),
    "property's text": (set_in("node", "properties", lambda text: {"p": text}), True),
    "property's list": (set_in("edge", "properties", lambda text: {"p": [text, text]}), True),
    "node key": (lambda facts, text: facts["nodes"]["a"].update({text: 1}), False),
    "node x-": (set_in("node", "x-own", lambda text: [text, {text: [text]}]), True),
    "status": (set_in("node", "status"), False),
    "date": (set_in("node", "date"), False),
    "amount": (set_in("node", "amount", lambda text: {"value": text}), False),
    "currency": (set_in("node", "amount", lambda text: {"value": "1", "currency": text}), False),
    "amount's text": (set_in("node", "amount", lambda text: {"value": "1", "text": text}), True),
    "same_as": (set_in("node", "same_as", lambda text: [text]), False),
    "quote": (lambda facts, text: in_evidence(facts, quote=text), True),
    "prefix": (lambda facts, text: in_evidence(facts, prefix=text), True),
    "page": (lambda facts, text: in_evidence(facts, page=text), True),
    "evidence note": (lambda facts, text: in_evidence(facts, note=text), True),
    "evidence source": (lambda facts, text: in_evidence(facts, source=text), False),
    "evidence x-": (lambda facts, text: in_evidence(facts, **{"x-own": text}), True),
    "edge id": (set_in("edge", "id"), False),
    "edge from": (set_in("edge", "from"), False),
    "edge type": (set_in("edge", "type"), False),
    "edge note": (set_in("edge", "note"), True),
    "source id": (rename_source, False),
    "source title": (set_in("source", "title"), True),
    "publisher": (set_in("source", "publisher"), True),
    "author": (set_in("source", "author"), True),
    "url": (set_in("source", "url"), False),
    "file": (set_in("source", "file"), False),
    "sha256": (set_in("source", "sha256"), False),
    "language": (set_in("source", "language"), False),
    "licence": (set_in("source", "licence"), True),
    "reliability": (set_in("source", "reliability"), False),
}
# No text may hold these.
BAD = ["\0", "\x01", "\x07bell", "\x08", "\x1b]0;title\x07", "\x1b[2J", "\x7f", "\x85", "\x9b31m",
       "\ufffe", "\uffff", "\ud800", "\udfff", "\udc00\ud800"]
# Fields that nobody reads: whatever JSON can hold is kept.
FREE = {"$schema", "top x-", "node x-", "evidence x-"}
# Any text may, though not every field takes them.
ODD = ["", " ", "\n", "\r\n", "\t", "<script>alert(1)</script>", "javascript:alert(1)", "%s%n%p",
       "../../etc/passwd", "\u202egnp.exe", "e\u0301" * 40, "Z\u0351\u036f" * 500, "x" * 10000,
       "👩‍👩‍👧‍👦", "\ufeff", "\u200b", "'; DROP TABLE nodes;--", "=cmd|' /C calc'!A0", "\\N\\l\\G",
       "NaN", "1e400", "\U0010fffd", "&lt;", "]]>", "|", "a|b", "\"", "'", "\\", "/", "~0~1", "."]


def chosen(program, texts, turn):
    """All of them; of a slow build's, a third for each field."""
    return texts[turn % 3::3] if program.sanitized else texts


def check(program, path):
    return program.run("check", "--format", "json", str(path))


def refused_everywhere(program, report, work):
    """Characters that no text may have, in every field: refused, and the message is safe."""
    path = work / "bad.json"
    for turn, (field, (put, _)) in enumerate(FIELDS.items()):
        for text in chosen(program, BAD, turn):
            facts = base()
            put(facts, f"a{text}b")
            path.write_text(json.dumps(facts), encoding="utf-8")
            kind = f"{text!r} in {field}"
            done = check(program, path)
            report.sound(done, kind, (0, 1) if field in FREE else (1,))
            found = json.loads(done.out)["findings"]
            report.check(all(one["line"] for one in found), f"{kind}: place", done.out)
    for text in BAD:
        facts = base()
        facts["nodes"]["a"]["name"] = text
        path.write_text(json.dumps(facts), encoding="utf-8")
        report.sound(program.run("check", str(path)), f"{text!r} in a message", (1,))


def odd_everywhere(program, report, work):
    """Odd text in every field: taken or refused, never harmed; what is taken comes back."""
    path, out = work / "odd.json", work / "out.json"
    for turn, (field, (put, free)) in enumerate(FIELDS.items()):
        for text in chosen(program, ODD, turn):
            facts = base()
            put(facts, text)
            path.write_text(json.dumps(facts), encoding="utf-8")
            kind = f"{text[:30]!r} in {field}"
            if not free or text.strip(BLANK) == "":
                report.sound(program.run("check", str(path)), kind, (0, 1))
                continue
            done = program.run("export", "-o", str(out), str(path))
            if report.sound(done, kind, (0,)):
                report.check(json.loads(out.read_text("utf-8")) == facts, f"{kind}: comes back",
                             out.read_text("utf-8"))


def every_format_and_back(program, report, work):
    """All awkward texts at once, out and in again: an equal dossier."""
    path = work / "nasty.json"
    path.write_text(nasty.as_json(nasty.make()), encoding="utf-8")
    direct = program.run("export", "-f", "json", str(path))
    report.sound(direct, "nasty facts", (0,))
    for form in [item["name"] for item in faults.lists(program, "writers")]:
        place = work / form
        place.mkdir()
        done = program.run("export", "-f", form, "-o", str(place / f"out.{form}"), str(path))
        report.sound(done, f"nasty to {form}", (0,))
        parts = sorted(map(str, place.iterdir()))
        back = program.run("export", "-f", "json", "--schema", "open", *parts)
        report.sound(back, f"nasty from {form}", (0,))
        compare(report, f"nasty through {form}", back.out, direct.out, form == "csv")


def free_values_and_back(program, report, work):
    """What nobody reads may hold any character: every format keeps it, no terminal sees it."""
    path = work / "free.json"
    facts = base()
    values = {f"x-{i}": text for i, text in enumerate([*BAD[1:10], *ODD])}
    facts["nodes"]["a"] |= {**values, "x-deep": [values, {text: 1 for text in BAD[1:10]}]}
    facts["edges"][0] |= values
    facts |= values
    for ascii_only in (True, False):
        path.write_text(escape_controls(json.dumps(facts, ensure_ascii=ascii_only)),
            encoding="utf-8")
        direct = program.run("export", "-f", "json", str(path))
        report.sound(direct, "free values", (0,))
        report.check(json.loads(direct.out) == facts, "free values", direct.out)
        for form in [item["name"] for item in faults.lists(program, "writers")]:
            place = work / f"{form}-{ascii_only}"
            place.mkdir()
            done = program.run("export", "-o", str(place / f"out.{form}"), str(path))
            report.sound(done, f"free values to {form}", (0,))
            back = program.run("export", "-f", "json", "--schema", "open",
                               *sorted(map(str, place.iterdir()), reverse=True))
            report.sound(back, f"free values from {form}", (0,))
            got, wanted = json.loads(back.out or "{}"), facts
            for part in ("nodes", "edges"):
                report.check(got.get(part) == wanted[part], f"free values through {form}: {part}",
                             got.get(part))
        for words in (["show", "a"], ["info"], ["draw", "-f", "dot"], ["draw", "-f", "svg"]):
            done = program.run(*words, str(path))
            report.sound(done, f"free values, {words[0]}", (0,))
            report.check(words[0] == "draw" or faults.is_safe(done.out),
                f"free values, {words[0]}: unsafe")


def escape_controls(text):
    return re.sub("[\0-\x1f]", lambda found: f"\\u{ord(found[0]):04x}", text)


def compare(report, kind, got, wanted, facts_only):
    """Byte for byte; a table has no place for the title, nor for an empty note."""
    if not facts_only:
        report.check(got == wanted, kind, first_difference(got, wanted))
        return
    got, wanted = (json.loads(text, parse_float=str, parse_int=str) if text else {}
                   for text in (got, wanted))
    wanted["nodes"] = {key: {name: value for name, value in node.items()
        if (name, value) != ("note", "")}
                       for key, node in wanted["nodes"].items()}
    for part in ("sources", "nodes", "edges"):
        report.check(got.get(part) == wanted[part], f"{kind}: {part}")


def first_difference(got, wanted):
    for one, other in zip(got.split(b"\n"), wanted.split(b"\n")):
        if one != other:
            return one[:500], other[:500]
    return len(got), len(wanted)


def printed(program, report, work):
    """What people and programs read: safe for terminals, whole for parsers."""
    facts, path = nasty.make(), work / "nasty.json"
    path.write_text(nasty.as_json(facts), encoding="utf-8")
    ids = list(facts["nodes"])
    for words in (["info"], ["rank", "--top", "0"], ["check"]):
        for form in ("table", "csv", "json"):
            done = program.run(*words, "--format", form, str(path))
            kind = f"nasty, {words[0]} as {form}"
            report.sound(done, kind, (0,))
            report.check(form != "table" or faults.is_safe(done.out), f"{kind}: unsafe")
            if form == "json":
                report.check(json.loads(done.out), f"{kind}: JSON")
            if form == "csv":
                rows = list(csv.reader(io.StringIO(done.out.decode(), newline="")))
                report.check(len({len(row) for row in rows}) == 1, f"{kind}: columns", rows[:3])
    rows = list(csv.DictReader(io.StringIO(program.run(
        "rank", "--top", "0", "--format", "csv", str(path)).out.decode(), newline="")))
    report.check({row["id"] for row in rows} == set(ids), "nasty, rank as csv: ids")
    for node_id in ids[::7]:
        for form in ("table", "json"):
            done = program.run("show", "--format", form, "--", node_id, str(path))
            report.sound(done, f"show {node_id[:40]!r}", (0,))
            report.check(form == "json" or faults.is_safe(done.out),
                f"show {node_id[:40]!r}: unsafe",
                         done.out)
            if form == "json":
                report.check(json.loads(done.out)["node"]["id"] == node_id,
                    f"show {node_id[:40]!r}: id")


def message_forms(program, report, work):
    """Messages in each form, of facts that are wrong in nasty words."""
    facts = base()
    for text in nasty.texts():
        facts["edges"].append({"from": text or "-", "type": "r", "to": "a", text or "-": text})
    path = work / "wrong\u202e<b>%0A::error::x.json"
    path.write_text(nasty.as_json(facts), encoding="utf-8")
    for form in ("text", "json", "sarif", "github"):
        done = program.run("check", "--message-format", form, str(path))
        report.check(done.status == 1, f"messages as {form}: status", done.status)
        if form in ("json", "sarif"):
            report.check(json.loads(done.err), f"messages as {form}: JSON")
        if form == "text":
            report.check(faults.is_safe(done.err), "messages as text: unsafe")
        if form == "github":
            lines = done.err.decode().rstrip("\n").split("\n")
            report.check(all(line.startswith("::") for line in lines), "messages as github: lines",
                         [line for line in lines if not line.startswith("::")][:3])


def picture_facts():
    """Dossiers of some nodes each, with all awkward texts as names, types, quotes, addresses."""
    texts = nasty.texts()
    for start in range(0, len(texts), PER_PICTURE):
        facts = base() | {"title": texts[start]}
        facts["sources"]["s"] = {"title": texts[start], "url": "javascript:alert(1)"}
        for i, text in enumerate(texts[start:start + PER_PICTURE]):
            facts["nodes"][f"n{i}"] = {"type": text.strip("\t\r\n") or "t", "name": text,
                "note": text,
                                       "evidence": [{"source": "s", "quote": f"says {text}"}]}
            facts["edges"].append({"from": f"n{i}", "type": text.strip("\t\r\n") or "r", "to": "a",
                                   "evidence": [{"source": "s", "quote": f"that {text}"}]})
        for place in [*facts["nodes"].values(), *facts["edges"]]:
            place["type"] = re.sub("[\t\r\n]", " ", place["type"])[:300]
        facts["sources"]["s"].pop("url")
        yield start // PER_PICTURE, facts


def pictures(program, report, work):
    """Nothing in a picture runs, loads or leads anywhere."""
    for number, facts in picture_facts():
        path, kind = work / f"{number}.json", f"picture {number}"
        path.write_text(json.dumps(facts), encoding="utf-8")
        done = program.run("draw", "-f", "svg", str(path), megabytes=4096)
        if report.sound(done, kind, (0,)):
            check_svg(report, kind, done.out)
        done = program.run("draw", "-f", "dot", str(path))
        if report.sound(done, f"{kind} as DOT", (0,)):
            check_dot(report, kind, done.out)
    for form, start, end in (("png", b"\x89PNG\r\n", b"IEND"), ("pdf", b"%PDF-", b"%%EOF")):
        done = program.run("draw", "-f", form, str(work / "0.json"), megabytes=8192)
        report.sound(done, f"picture as {form}", (0,))
        report.check(done.out.startswith(start) and end in done.out[-1024:], f"picture as {form}")


def check_svg(report, kind, text):
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        report.check(False, f"{kind}: XML", error)
        return
    for element in root.iter():
        tag = element.tag.rsplit("}", 1)[-1]
        report.check(tag in ELEMENTS, f"{kind}: element", tag)
        for name, value in element.attrib.items():
            name = name.rsplit("}", 1)[-1].lower()
            report.check(not name.startswith("on"), f"{kind}: attribute", (name, value))
            if name in ("href", "src"):
                report.check(GOOD_URL.match(value) or value.startswith("#"), f"{kind}: address",
                    value)
            elif name != "id":
                report.check("url(" not in value or "url(#" in value, f"{kind}: url()", value)


def check_dot(report, kind, text):
    """Graphviz reads as many nodes and edges as were written."""
    if not shutil.which("gc"):
        return
    done = subprocess.run(["gc", "-n", "-e"], input=text, capture_output=True, check=False)
    report.check(done.returncode == 0 and not done.stderr, f"{kind}: DOT", done.stderr)


def addresses(program, report, work):
    """Addresses that lead anywhere but to the web never become links."""
    bad = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x",
           "vbscript:x", "file:///etc/passwd", "//evil.example", "java\tscript:alert(1)", "x:y",
           "http:\"onclick=\"alert(1)", "https://example.org/\"onclick=\"alert(1)", "<b>"]
    path = work / "facts.json"
    for url in bad:
        facts = base()
        facts["sources"]["s"]["url"] = url
        in_evidence(facts)
        path.write_text(json.dumps(facts), encoding="utf-8")
        done = program.run("draw", "-f", "svg", str(path))
        report.sound(done, f"address {url!r}", (0, 2))
        if done.status == 0:
            check_svg(report, f"address {url!r}", done.out)


if __name__ == "__main__":
    if not pathlib.Path(nasty.STRINGS).exists():
        print(f"skipped: no test data in {nasty.STRINGS}")
        sys.exit(faults.SKIP)
    sys.exit(faults.main([refused_everywhere, odd_everywhere, every_format_and_back,
                          free_values_and_back, printed,
                          message_forms, pictures, addresses]))
