#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""test_draw.py ENTENTE

The example dossier drawn in every way: nothing overlaps, nothing is cut, the same bytes each time;
and what happens when the helper programs fail.
"""

import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

from check_svg import SVG, Drawing
from font_widths import LIBERATION

FACTS = "graphs/korea-singapore-ai-2026/facts.json"
WAYS = [
    [], ["--size-by", "betweenness"], ["--color-by", "group", "--direction", "down"],
    ["--direction", "left"], ["--direction", "up", "--type", "nation,leader,agreement"],
    ["--around", "south-korea"], ["--around", "global-fund:2"], ["--status", "planned"],
    ["--relation", "party-to,launches"], ["--as-of", "2026-03-02"], ["--min-confidence", "0.9"],
    ["--layout", "multilevel"], ["--layout", "neato"], ["--layout", "sfdp"], ["--layout", "twopi"],
    ["--layout", "circo"], ["--ranks"], ["--ranks", "--direction", "down"],
    ["--layout", "two-mode"], ["--layout", "rings"], ["--layout", "timeline"],
    ["--layout", "matrix", "--size-by", "degree"],
    ["--layout", "fdp", "--size-by", "degree"],
]
failures = []


def check(condition, what):
    if not condition:
        failures.append(what)
        print("failed:", what)


def draw(program, out, *options):
    return subprocess.run([program, "draw", FACTS, "-o", out, *options], capture_output=True,
                          text=True, timeout=600)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def check_ways(program, folder):
    measurable = os.path.exists(LIBERATION % "Regular")
    if not measurable:
        print("the Liberation fonts are not installed: overlaps are not measured")
    for number, way in enumerate(WAYS):
        first, second = (os.path.join(folder, "%d-%s.svg" % (number, n)) for n in "ab")
        for path in (first, second):
            done = draw(program, path, *way)
            check(done.returncode == 0, "%s: %s" % (way, done.stderr))
        if not (os.path.exists(first) and os.path.exists(second)):
            continue
        check(read(first) == read(second), "%s: other bytes on a second run" % way)
        if measurable:
            drawing = Drawing(first)
            drawing.check()
            check(not drawing.problems, "%s: %s" % (way, drawing.problems[:3]))


def facts(nodes, edges):
    return {"entente": 1, "schema": "open", "nodes": {n: {"type": "t"} for n in nodes},
            "edges": [{"from": a, "type": t, "to": b} for a, t, b in edges]}


def odd_graphs():
    many = range(60)
    return {
        "null": facts([], []),
        "one node": facts("a", []),
        "loops": facts("ab", [("a", "sees", "a"), ("a", "likes", "a"), ("a", "meets", "b")]),
        "parallel": facts("ab", [("a", "way %d" % i, "b") for i in range(9)] +
                          [("b", "back %d" % i, "a") for i in range(4)]),
        "two components": facts("abcde", [("a", "r", "b"), ("b", "r", "a"), ("c", "r", "d"),
                                          ("d", "s", "e"), ("e", "r", "c")]),
        "no edges": facts([str(i) for i in many], []),
        "star": facts(["hub"] + [str(i) for i in many],
                      [("hub", "knows" if i % 2 else "serves", str(i)) for i in many]),
        "path": facts([str(i) for i in many], [(str(i), "r", str(i + 1)) for i in many[:-1]]),
        "complete": facts([str(i) for i in range(9)], [(str(i), "meets", str(k)) for i in range(9)
                                                       for k in range(i)]),
    }


def check_odd_graphs(program, folder):
    source = os.path.join(folder, "odd.json")
    for name, value in odd_graphs().items():
        with open(source, "w", encoding="utf-8") as file:
            json.dump(value, file)
        for layout in ("auto", "sfdp", "circo", "rings", "two-mode", "timeline", "matrix"):
            out = os.path.join(folder, "odd.svg")
            done = subprocess.run([program, "draw", source, "-o", out, "--layout", layout],
                                  capture_output=True, text=True, timeout=600)
            check(done.returncode == 0, "%s, %s: %s" % (name, layout, done.stderr))
            root = ET.parse(out).getroot()
            kinds = [g.get("class") for g in root.iter(SVG + "g")]
            check(kinds.count("node") == len(value["nodes"]), "%s: nodes" % name)
            check(kinds.count("edge") == len(value["edges"]), "%s: edges" % name)
            if os.path.exists(LIBERATION % "Regular"):
                drawing = Drawing(out)
                drawing.check()
                check(not drawing.problems, "%s, %s: %s" % (name, layout, drawing.problems[:3]))


def check_content(program, folder):
    """The whole picture has every node and edge, each with its quote in the tooltip."""
    path = os.path.join(folder, "whole.svg")
    draw(program, path)
    root = ET.parse(path).getroot()
    groups = list(root.iter(SVG + "g"))
    nodes = {g.get("data-id"): g for g in groups if g.get("class") == "node"}
    edges = [g for g in groups if g.get("class") == "edge"]
    labels = [g for g in groups if g.get("class") == "edge-label"]
    check({"south-korea", "singapore", "global-fund"} <= set(nodes), "nodes are missing")
    check(len(labels) == len(edges) > 80, "labels are missing")
    check(all("“" in g.find(SVG + "title").text for g in edges), "an edge's tooltip has no quote")
    fund = nodes["global-fund"]
    check("US$300 million" in "".join(fund.itertext()), "the fund's sum is not shown")
    check(any(e.get("stroke-dasharray") for e in fund), "the planned fund is not dashed")
    planned = [g for g in edges if "· planned" in g.find(SVG + "title").text]
    check(planned and all(g.find(SVG + "path").get("stroke-dasharray") for g in planned),
          "planned edges are not dashed")
    text = " ".join(t.text for t in root.iter(SVG + "text"))
    check("Source:" in text and "CNA" in text, "the source line is missing")
    check("planned" in text and "nation" in text, "the legend is missing")


def check_common(program, folder):
    """What nearly all edges of some ends are stands in the legend, once; only the rest is labelled."""
    facts = "graphs/trade-korea-singapore/facts.json"
    with open(facts, encoding="utf-8") as file:
        edges = json.load(file)["edges"]
    signed = sum(edge["type"] == "signs" for edge in edges)
    path = os.path.join(folder, "common.svg")
    subprocess.run([program, "draw", facts, "-o", path], check=True)
    root = ET.parse(path).getroot()
    labels = ["".join(g.find(SVG + "text").itertext()) for g in root.iter(SVG + "g")
              if g.get("class") == "edge-label"]
    check(labels == ["signs"] * signed and 0 < signed < len(edges), f"labels: {labels}")
    text = " ".join("".join(t.itertext()) for t in root.iter(SVG + "text"))
    check("nation is party to trade agreement" in text, "the legend says what all edges are")


def check_dates(program, folder):
    """What holds on a date stands where it stands in the picture of all times, up to one move of
    the whole picture."""
    facts = "graphs/trade-korea-singapore/facts.json"
    drawn = []
    for words in ([], ["--as-of", "2004-12-31"], ["--as-of", "2012-12-31"]):
        path = os.path.join(folder, "date.svg")
        subprocess.run([program, "draw", facts, "-q", "-o", path, *words], check=True)
        drawn.append({g.get("data-id"): next(g.iter(SVG + "text"), None) for g in
                      ET.parse(path).getroot().iter(SVG + "g") if g.get("class") == "node"})
    whole = drawn[0]
    for part in drawn[1:]:
        check(0 < len(part) < len(whole) and part.keys() <= whole.keys(), "a date leaves a part")
        moves = {(round(float(part[key].get(axis)) - float(whole[key].get(axis)), 0), axis)
                 for key in part if part[key] is not None for axis in ("x", "y")}
        check(len(moves) <= 4, f"nodes stay where they are: {sorted(moves)[:6]}")


def check_frames(program, folder):
    """A sheet has, for each date, what a picture of that date has."""
    facts, dates = "graphs/trade-korea-singapore/facts.json", ("1990", "2004", "2019")
    sheet, one = (os.path.join(folder, name) for name in ("sheet.svg", "one.svg"))
    subprocess.run([program, "draw", facts, "-q", "-o", sheet, "--frames", ",".join(dates)],
                   check=True)
    ids = [g.get("id") for g in ET.parse(sheet).getroot().iter(SVG + "g") if g.get("id")]
    check(len(ids) == len(set(ids)), "ids of a sheet are unique")
    for number, date in enumerate(dates, 1):
        subprocess.run([program, "draw", facts, "-q", "-o", one, "--as-of", date], check=True)
        for kind in ("node", "edge"):
            there = sum(i.startswith(f"f{number}-{kind}-") for i in ids)
            alone = sum(g.get("class") == kind for g in ET.parse(one).getroot().iter(SVG + "g"))
            check(there == alone, f"{date}: {there} {kind}s on the sheet, {alone} alone")
    texts = ["".join(text.itertext()) for text in ET.parse(sheet).getroot().iter(SVG + "text")]
    check(all(date in texts for date in dates), "each picture has its date")


def check_raster(program, folder):
    svg, png, pdf = (os.path.join(folder, "r." + e) for e in ("svg", "png", "pdf"))
    for path in (svg, png, pdf):
        check(draw(program, path).returncode == 0, "cannot draw " + path)
    width = float(re.search(rb'<svg[^>]* width="([0-9.]+)"', read(svg)).group(1))
    check(read(png)[:8] == b"\x89PNG\r\n\x1a\n", "no PNG")
    check(abs(struct.unpack(">I", read(png)[16:20])[0] - 2 * width) <= 1, "PNG is not twice as wide")
    check(read(pdf)[:5] == b"%PDF-", "no PDF")
    again = os.path.join(folder, "again.pdf")
    draw(program, again)
    check(read(pdf) == read(again), "the PDF has other bytes on a second run")


def helper(folder, name, body):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="ascii") as file:
        file.write("#!/bin/sh\n" + body + "\n")
    os.chmod(path, 0o700)


def check_helpers(program, folder):
    """Helper programs that fail in every way, beside a copy of the program."""
    copy = os.path.join(folder, "entente")
    shutil.copy(program, copy)
    layout = os.path.join(os.path.dirname(os.path.abspath(program)), "entente-layout")
    raster = os.path.join(os.path.dirname(os.path.abspath(program)), "entente-raster")
    out = os.path.join(folder, "target.svg")
    for body in ("exit 4", "exit 3", "kill -SEGV $$", "cat > /dev/null; echo graph 1 1"):
        helper(folder, "entente-layout",
               'case $1 in dot) %s;; *) exec "%s" "$@";; esac' % (body, layout))
        done = draw(copy, out)
        check(done.returncode == 0 and "drawn with sfdp instead" in done.stderr,
              "no fallback after %r: %s" % (body, done.stderr))
        ET.parse(out)
        helper(folder, "entente-layout", body)
        with open(out, "w", encoding="ascii") as file:
            file.write("old")
        done = draw(copy, out)
        check(done.returncode == 2 and "cannot lay out" in done.stderr,
              "after %r twice: %s" % (body, done.stderr))
        check(read(out) == b"old", "the target was touched after %r" % body)
    helper(folder, "entente-layout", 'exec "%s" "$@"' % layout)
    out = os.path.join(folder, "target.png")
    for body in ("exit 4", "exit 3", "cat > /dev/null", 'exec "%s" "$@" | head -c 999' % raster):
        helper(folder, "entente-raster", body)
        done = draw(copy, out)
        check(done.returncode == 2 and not os.path.exists(out),
              "raster %r: %d %s" % (body, done.returncode, done.stderr))


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        check_ways(program, folder)
        check_odd_graphs(program, folder)
        check_content(program, folder)
        check_common(program, folder)
        check_dates(program, folder)
        check_frames(program, folder)
        check_raster(program, folder)
        check_helpers(program, folder)
    print("%d ways drawn, %d failures" % (len(WAYS), len(failures)))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
