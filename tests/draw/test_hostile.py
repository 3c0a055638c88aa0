#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""test_hostile.py ENTENTE

Naughty strings in every text field of a dossier: drawings stay well-formed, harmless, whole and
readable, in SVG and in DOT as Graphviz reads it.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET

from check_svg import SVG, Drawing
from font_widths import LIBERATION

NAUGHTY = "../shared/data/naughty-strings/blns.json"
OWN = [
    "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "' onclick='x", "javascript:alert(1)",
    "\\N", "\\G \\E \\T \\H \\L \\l \\r \\n", "ends in a backslash\\", "&amp;lt; &#60; &unknown;",
    "two\nlines\r\nand\ttabs", "\u202eright to left\u202c", "\u2067isolate never closed", "a\u200db",
    "]]>", "<!-- -->", "<?xml version='1.0'?>", "<!DOCTYPE x>", "${HOME} $(id) `id` %n %s %d",
    "x" * 10000, "word " * 2000, "\U0001f469\u200d\U0001f469\u200d\U0001f467 " * 30,
    "\ufdfd" * 8, "e" + "\u0301" * 500, "\u0645\u0631\u062d\u0628\u0627 world",
    "\u5927\u97d3\u6c11\u570b" * 40, "<b>bold</b>", "{a|b|<c>d}", "#", "/* */", "//", "\"\"\"",
]
ALLOWED = {"svg", "title", "desc", "g", "rect", "ellipse", "polygon", "path", "text", "a"}


def is_allowed(text):
    """FACTS: text has no control characters but tabs and line breaks; a quote is not empty."""
    visible = any(not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc") for c in text)
    return visible and not any(
        (unicodedata.category(c) == "Cc" and c not in "\t\n\r") or
        unicodedata.category(c) == "Cs" or ord(c) & 0xFFFE == 0xFFFE for c in text)


def strings():
    found = list(OWN)
    if os.path.exists(NAUGHTY):
        with open(NAUGHTY, encoding="utf-8") as file:
            found += json.load(file)
    else:
        print("the naughty strings of others are not there: only our own are tried")
    return [s for s in found if is_allowed(s)]


def dossier(texts):
    nodes, edges, sources, labels = {}, [], {}, {}
    for i, s in enumerate(texts):
        sources["s%d" % i] = {"title": s, "publisher": s, "url": s, "published": "2026"}
        evidence = [{"source": "s%d" % i, "quote": s}]
        nodes["n%d" % i] = {"type": "kind", "name": s, "aliases": [s], "note": s,
                            "amount": {"value": "1", "text": s}, "evidence": evidence}
        labels["t%d" % i] = {"label": s}
        edges.append({"from": "n%d" % i, "type": "t%d" % i, "to": "n%d" % ((i + 1) % len(texts)),
                      "status": ["actual", "planned", "alleged", "denied"][i % 4],
                      "evidence": evidence})
    schema = {"nodeTypes": {"kind": {"label": texts[0], "shape": "octagon"}}, "edgeTypes": labels}
    facts = {"entente": 1, "title": texts[0], "description": texts[-1], "schema": "schema.json",
             "sources": sources, "nodes": nodes, "edges": edges}
    return facts, schema


def write(folder, name, value):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump(value, file)


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, timeout=600)
    if done.returncode != 0:
        print(" ".join(arguments), "ended with", done.returncode)
        print(done.stderr.decode("utf-8", "replace")[-2000:])
        sys.exit(1)
    return done.stdout


def dense(text):
    """Without what breaking into lines changes."""
    return "".join(c for c in text if not c.isspace() and c not in "\u0085\u2028\u2029")


def check(condition, what):
    if not condition:
        print("failed:", what)
        sys.exit(1)


def check_harmless(path):
    for element in ET.parse(path).getroot().iter():
        tag = element.tag.replace(SVG, "")
        check(tag in ALLOWED, "an element %r" % tag)
        for name, value in element.attrib.items():
            check(not name.lower().startswith("on"), "an attribute %r" % name)
            check("style" not in name and "src" not in name, "an attribute %r" % name)
            if name.endswith("href"):
                check(value.split(":")[0].lower() in ("http", "https", "mailto"), value)


def check_svg(path, texts):
    check_harmless(path)
    root = ET.parse(path).getroot()
    for group in root.iter(SVG + "g"):
        if group.get("class") != "node":
            continue
        name = texts[int(group.get("data-id")[1:])]
        tip = group.find(SVG + "title").text
        check(tip.startswith(name), "the tooltip of %r: %r" % (name[:60], tip[:60]))
        shown = dense("".join(t.text or "" for t in group.iter(SVG + "text")))
        check(shown.startswith(dense(name)[:5]), "the label of %r: %r" % (name[:60], shown[:60]))
    if os.path.exists(LIBERATION % "Regular"):
        drawing = Drawing(path)
        drawing.check()
        check(not drawing.problems, drawing.problems[:5])


def check_dot(path, texts):
    """What Graphviz shows is what was written."""
    if not shutil.which("dot"):
        print("Graphviz is not installed: DOT is not read back")
        return
    root = ET.fromstring(run("dot", "-Tsvg", path))
    for group in root.iter(SVG + "g"):
        if group.get("class") != "node":
            continue
        number = int(group.find(SVG + "title").text[1:])
        shown = dense("".join(t.text or "" for t in group.iter(SVG + "text")).replace("\xa0", " "))
        name = dense(texts[number].replace("\xa0", " "))
        wanted = shown.split("\u2026")[0] if "\u2026" in shown else name[:5]
        check(name.startswith(wanted[:40]) or shown.startswith(name[:5]),
              "dot shows %r for %r" % (shown[:60], name[:60]))


def main():
    program = sys.argv[1]
    texts = strings()
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(texts), 45):
            chunk = texts[start:start + 45]
            facts, schema = dossier(chunk)
            write(folder, "facts.json", facts)
            write(folder, "schema.json", schema)
            source = os.path.join(folder, "facts.json")
            for ending in ("svg", "dot"):
                out = os.path.join(folder, "out." + ending)
                run(program, "draw", "-q", source, "-o", out)
                (check_svg if ending == "svg" else check_dot)(out, chunk)
    print("%d strings drawn" % len(texts))


if __name__ == "__main__":
    main()
