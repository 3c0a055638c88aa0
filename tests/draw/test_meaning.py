#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""test_meaning.py ENTENTE

What a line's width and opacity say, in SVG, DOT and on a sheet of frames.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
FACTS = {
    "entente": 1,
    "nodes": {
        "a": {"type": "nation", "name": "Aland"},
        "b": {"type": "fund", "name": "Baltic Fund", "confidence": 0.4},
        "c": {"type": "nation", "name": "Cyprus"},
        "d": {"type": "company", "name": "Delta"},
    },
    "edges": [
        {"from": "a", "type": "funds", "to": "b", "weight": 1,
         "amount": {"value": "300000000", "currency": "USD"}, "start": "2015"},
        {"from": "c", "type": "funds", "to": "b", "weight": 4, "confidence": 0.5,
         "amount": {"value": "100000000", "currency": "USD"}, "start": "2020"},
        {"from": "b", "type": "funds", "to": "d", "weight": 2, "status": "planned",
         "amount": {"value": "30000000.5", "currency": "USD"}},
        {"from": "c", "type": "funds", "to": "d", "weight": 3},
    ],
}
failures = []


def check(condition, what):
    if not condition:
        failures.append(what)
        print("failed:", what)


def draw(program, folder, facts, name, *options):
    path, out = os.path.join(folder, "facts.json"), os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(facts, file)
    done = subprocess.run([program, "draw", path, "-o", out, *options], capture_output=True,
                          text=True, timeout=600)
    text = ""
    if os.path.exists(out):
        with open(out, encoding="utf-8") as file:
            text = file.read()
    return done, text


def edges(svg):
    """By the edge's place in the facts: its opacity and its line's width."""
    found = {}
    for group in ET.fromstring(svg).iter(SVG + "g"):
        if group.get("class") == "edge":
            line = group.find(SVG + "path")
            found[group.get("id")] = (float(group.get("opacity", 1)),
                                      float(line.get("stroke-width")))
    return found


def sizes(svg, prefix=""):
    """Of the nodes: the width of their letters."""
    found = {}
    for group in ET.fromstring(svg).iter(SVG + "g"):
        if group.get("class") == "node" and group.get("id").startswith(prefix):
            text = next(group.iter(SVG + "text"))
            shape = group[1]
            found[group.get("data-id")] = (text.get("font-size"), shape.get("rx"),
                                           shape.get("fill"))
    return found


def check_widths(program, folder):
    done, svg = draw(program, folder, FACTS, "amount.svg", "--width-by", "amount")
    check(done.returncode == 0, "by amount: " + done.stderr)
    widths = [edges(svg)["edge-%u" % i][1] for i in range(4)]
    # In proportion to 300, 100 and 30 million, the largest 10 wide; the last tells no sum.
    check(widths == [10, 3.33, 1, 0.8], "widths by amount: %s" % widths)
    for words in ("width by amount in USD:", ">300 million<", ">75 million<", ">none told<"):
        check(words in svg, "the legend has no '%s'" % words)
    _, svg = draw(program, folder, FACTS, "weight.svg", "--width-by", "weight")
    widths = [edges(svg)["edge-%u" % i][1] for i in range(4)]
    check(widths == [2.5, 10, 5, 7.5], "widths by weight: %s" % widths)
    check("none told" not in svg, "each edge has a weight")
    _, dot = draw(program, folder, FACTS, "amount.dot", "--width-by", "amount")
    found = re.findall(r"penwidth=([\d.]+)", dot)
    check(found == ["10.00", "3.33", "1.00", "0.80"], "penwidths: %s" % found)
    mixed = json.loads(json.dumps(FACTS))
    mixed["edges"][1]["amount"]["currency"] = "EUR"
    done, svg = draw(program, folder, mixed, "mixed.svg", "--width-by", "amount")
    check(done.returncode == 2 and not svg and "EUR" in done.stderr and "USD" in done.stderr,
          "two currencies: %d %s" % (done.returncode, done.stderr))


def check_opacity(program, folder):
    _, svg = draw(program, folder, FACTS, "plain.svg")
    found = [edges(svg)["edge-%u" % i][0] for i in range(4)]
    check(found == [1, 0.63, 1, 1] or found == [1, 0.62, 1, 1], "opacities: %s" % found)
    shapes = {g.get("data-id"): [s.get("opacity") for s in g if s.get("opacity")]
              for g in ET.fromstring(svg).iter(SVG + "g") if g.get("class") == "node"}
    check(shapes["b"] and set(shapes["b"]) == {"0.55"} and not shapes["a"], "of nodes: %s" % shapes)
    texts = [t.get("opacity") for t in ET.fromstring(svg).iter(SVG + "text")]
    check(not any(texts), "texts keep their colour")
    check(">confidence:<" in svg, "the legend says what is pale")
    sure = json.loads(json.dumps(FACTS))
    del sure["edges"][1]["confidence"], sure["nodes"]["b"]["confidence"]
    _, svg = draw(program, folder, sure, "sure.svg")
    check("confidence" not in svg and " opacity=" not in svg, "all are sure")
    _, matrix = draw(program, folder, FACTS, "matrix.svg", "--layout", "matrix")
    cells = [g for g in ET.fromstring(matrix).iter(SVG + "g") if g.get("class") == "edge"]
    check([g.get("opacity") for g in cells].count(None) == 3, "one cell of four is pale")
    check(not any(r.get("opacity") for g in cells for r in g), "and it is so once")
    _, dot = draw(program, folder, FACTS, "plain.dot")
    check(len(re.findall(r' color="#[0-9a-f]{6}9f"', dot)) == 1, "alpha of the edge in DOT")
    check(len(re.findall(r'fillcolor="#[0-9a-f]{6}8c"', dot)) == 1, "alpha of the node in DOT")


def check_frames(program, folder):
    """A sheet's pictures show sizes, colours and widths of the picture of all times."""
    ways = ["--size-by", "degree", "--color-by", "group", "--width-by", "amount"]
    _, whole = draw(program, folder, FACTS, "whole.svg", *ways)
    _, sheet = draw(program, folder, FACTS, "sheet.svg", *ways, "--frames", "2016,2021")
    check(sizes(sheet, "f2-") == sizes(whole), "sizes on the sheet: %s, alone %s" %
          (sizes(sheet, "f2-"), sizes(whole)))
    check(edges(sheet).get("f2-edge-0") == edges(whole)["edge-0"], "lines on the sheet")
    done, _ = draw(program, folder, FACTS, "boxes.svg", "--groups", "--frames", "2016")
    check(done.returncode == 0 and "a sheet draws no boxes" in done.stderr, done.stderr)


def check_gathered(program, folder):
    """Parallel edges that agree have one label; those of another status or way have their own."""
    tie = {"from": "a", "type": "supports", "to": "c"}
    facts = {"entente": 1, "nodes": {n: FACTS["nodes"][n] for n in "ac"}, "edges": [
        {**tie, "date": "2015"}, {**tie, "date": "2017"}, {**tie, "date": "2019"},
        {**tie, "status": "planned"}, {**tie, "from": "c", "to": "a"}]}
    _, svg = draw(program, folder, facts, "gathered.svg")
    labels = [[t.text for t in g.iter(SVG + "text")] for g in ET.fromstring(svg).iter(SVG + "g")
              if g.get("class") == "edge-label"]
    words = sorted(" ".join(label) for label in labels)
    check(words == ["supports", "supports", "supports \u00d7\u00a03: 2015, 2017, 2019"],
          "labels: %s" % words)
    check(len(edges(svg)) == 5, "each edge is drawn")


def check_links(program, folder):
    """Lines and their labels lead to the first quote in its source, as a text fragment."""
    long = " ".join("word%d" % i for i in range(40))
    facts = {"entente": 1, "nodes": {n: FACTS["nodes"][n] for n in "acd"},
             "sources": {"w": {"title": "W", "url": "https://example.org/a?b=1&c"},
                         "f": {"title": "F", "url": "http://example.org/#top"},
                         "bad": {"title": "B", "url": "javascript:alert(1)"}},
             "edges": [
                 {"from": "a", "type": "supports", "to": "c", "evidence": [
                     {"source": "bad", "quote": "no"},
                     {"source": "w", "quote": "well-known, & caf\u00e9"}]},
                 {"from": "a", "type": "opposes", "to": "c",
                  "evidence": [{"source": "f", "quote": long}]},
                 {"from": "c", "type": "funds", "to": "d",
                  "evidence": [{"source": "bad", "quote": "no"}]}]}
    done, svg = draw(program, folder, facts, "links.svg")
    check(done.returncode == 0, done.stderr)
    links = {}
    for link in ET.fromstring(svg).iter(SVG + "a"):
        for group in link.findall(SVG + "g"):
            links.setdefault(group.get("id") or group.get("data-edge"), []).append(link.get("href"))
    short = "https://example.org/a?b=1&c#:~:text=well%2Dknown%2C%20%26%20caf%C3%A9"
    check(links.get("edge-0") == [short] * 2, "of the line and its label: %s" % links)
    ends = [" ".join(long.split()[:4]), " ".join(long.split()[-4:])]
    check(links.get("edge-1") == ["http://example.org/#top:~:text=" +
                                  ",".join(urllib.parse.quote(end) for end in ends)] * 2,
          "of a long quote: %s" % links)
    check("edge-2" not in links and "javascript" not in svg, "no link to what is no page")


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_widths(sys.argv[1], folder)
        check_opacity(sys.argv[1], folder)
        check_frames(sys.argv[1], folder)
        check_gathered(sys.argv[1], folder)
        check_links(sys.argv[1], folder)
    sys.exit(1 if failures else 0)


main()
