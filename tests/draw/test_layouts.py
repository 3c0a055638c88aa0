#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""test_layouts.py ENTENTE

What places mean in layouts that say something by them: columns by type, two modes, rings,
timelines, matrices; and which of them are refused for what cannot show them.
"""

import collections
import json
import math
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
KOREA = "graphs/korea-singapore-ai-2026/facts.json"
TRADE = "graphs/trade-korea-singapore/facts.json"
failures = []


def check(condition, what):
    if not condition:
        failures.append(what)
        print("failed:", what)


def run(program, *words):
    return subprocess.run([program, *words], capture_output=True, text=True, timeout=600)


def middle(shape):
    tag, n = shape.tag.replace(SVG, ""), lambda name: float(shape.get(name, 0))
    if tag == "rect":
        return n("x") + n("width") / 2, n("y") + n("height") / 2
    if tag == "ellipse":
        return n("cx"), n("cy")
    numbers = [float(part) for part in
               (shape.get("points") or shape.get("d")).replace(",", " ").translate(
                   str.maketrans("MLCAZ", "     ")).split()]
    if tag == "polygon":
        xs, ys = numbers[::2], numbers[1::2]
    else:  # a cylinder: from the left end of its upper arc to the right end of its lower one
        xs, ys = [numbers[0], numbers[9]], [numbers[1], numbers[10]]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def places(svg):
    found = {}
    for group in ET.fromstring(svg).iter(SVG + "g"):
        if group.get("class") == "node":
            found[group.get("data-id")] = middle(group[1])
    return found


def groups_of(svg, kind):
    return [g for g in ET.fromstring(svg).iter(SVG + "g") if g.get("class") == kind]


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def draw(program, facts, *options):
    done = run(program, "draw", facts, "-o", "-", "-f", "svg", *options)
    check(done.returncode == 0, "%s: %s" % (options, done.stderr))
    return done.stdout


def check_ranks(program):
    """Types follow one another in the schema's order, from left to right, from top to bottom."""
    nodes = load(KOREA)["nodes"]
    schema = json.loads(run(program, "schema", "--format", "json").stdout)
    ranks = {}
    for name, node in schema["nodeTypes"].items():
        while "rank" not in node and "extends" in node:
            node = schema["nodeTypes"][node["extends"]]
        ranks[name] = node.get("rank", 1000)
    check(ranks, "the schema tells ranks")
    for options, axis in (([], 0), (["--direction", "down"], 1)):
        at = places(draw(program, KOREA, "--ranks", *options))
        columns = collections.defaultdict(list)
        for key, place in at.items():
            columns[ranks.get(nodes[key]["type"], 1000)].append(place[axis])
        last = -math.inf
        for rank in sorted(columns):
            # Neighbours may share a column, in which nodes of other sizes have the same middle.
            check(min(columns[rank]) >= last - 1, "%s: rank %s begins before the one before it ends"
                  % (options, rank))
            last = max(columns[rank])


def check_two_mode(program):
    nodes = load(TRADE)["nodes"]
    at = places(draw(program, TRADE, "--layout", "two-mode"))
    shared = {round(at[n][0]) for n in at if nodes[n]["type"] != "nation"}
    sides = {round(at[n][0]) for n in at if nodes[n]["type"] == "nation"}
    check(len(shared) == 1, "what is shared is in one column: %s" % shared)
    check(len(sides) == 2 and min(sides) < min(shared) < max(sides), "on both sides: %s" % sides)


def check_rings(program):
    """Steps from the centre by breadth-first search; rings are ellipses, 0.68 high to 1 wide."""
    facts = load(KOREA)
    svg = draw(program, KOREA, "--around", "global-fund:2")
    check('class="guides"' in svg, "rings are chosen for a picture around a node")
    at = places(svg)
    ties = collections.defaultdict(set)
    for edge in facts["edges"]:
        if edge["from"] in at and edge["to"] in at:
            ties[edge["from"]].add(edge["to"])
            ties[edge["to"]].add(edge["from"])
    steps, queue = {"global-fund": 0}, ["global-fund"]
    for node in queue:
        for other in sorted(ties[node] - set(steps)):
            steps[other] = steps[node] + 1
            queue.append(other)
    check(set(steps) == set(at), "all are reached")
    cx, cy = at["global-fund"]
    radii = collections.defaultdict(list)
    for node, (x, y) in at.items():
        radii[steps[node]].append(math.hypot(x - cx, (y - cy) / 0.68))
    check(max(radii[0]) < 1 and all(max(r) - min(r) < 3 for r in radii.values()), "radii: %s" % radii)
    check(min(radii[2]) > max(radii[1]) + 50, "the second ring is outside of the first")


def check_timeline(program, folder):
    dates = ["2001", "2003-05", "2003-05-07", "2010-12-31", "2011", "2030", None]
    facts = {"entente": 1, "schema": "open", "nodes": {n: {"type": "t"} for n in "abcd"},
             "edges": [{"from": "abc"[i % 3], "to": "d", "type": "r",
                        **({"date": date} if date else {})} for i, date in enumerate(dates)]}
    path = os.path.join(folder, "dates.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(facts, file)
    svg = draw(program, path, "--layout", "timeline")
    at, lines = places(svg), {}
    for group in groups_of(svg, "edge"):
        points = [[float(n) for n in p.split(",")] for p in
                  group.find(SVG + "path").get("d").replace("M", "").replace("C", "").split()]
        edge = facts["edges"][int(group.get("id").split("-")[1])]
        check(points[0][0] == points[-1][0], "upright")
        check(abs(points[0][1] - at[edge["from"]][1]) < 0.1, "begins in its row")
        check(abs(points[-1][1] - at[edge["to"]][1]) < 10, "ends in its row")
        lines[edge.get("date")] = points[0][0]
    order = [lines[date] for date in dates if date]
    check(order == sorted(order) and len(set(order)) == len(order), "by date: %s" % lines)
    check(lines[None] < min(order), "without a date, before the axis")
    texts = [t.text for t in ET.fromstring(svg).iter(SVG + "text")]
    for edge, date in zip(facts["edges"], ("0000", "9999-12-31")):
        edge["date"] = date
    with open(path, "w", encoding="utf-8") as file:
        json.dump(facts, file)
    far = [t.text for t in ET.fromstring(draw(program, path, "--layout", "timeline")).iter(SVG + "text")]
    check("0000" in far and "9500" in far and "9501" not in far, "all the years there are: %s" % far)
    check(texts.count("2010") == 2 and "2029" not in dates, "ticks above and below: %s" % texts)


def check_matrix(program, folder):
    facts = {"entente": 1, "nodes": {n: {"type": "nation"} for n in "abc"}, "edges": [
        {"from": "a", "type": "supports", "to": "b"}, {"from": "a", "type": "opposes", "to": "b"},
        {"from": "b", "type": "cooperates-with", "to": "c"}, {"from": "c", "type": "supports", "to": "c"},
        {"from": "c", "type": "supports", "to": "a", "status": "denied"}]}
    path = os.path.join(folder, "cells.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(facts, file)
    svg = draw(program, path, "--layout", "matrix")
    rows = {n: y for n, (_, y) in places(svg).items()}
    side = sorted(rows.values())[1] - sorted(rows.values())[0]
    left = {}
    for group in ET.fromstring(svg).iter(SVG + "g"):
        if group.get("transform"):
            _, x, _ = group.get("transform")[7:-1].split()
            left[group.find(SVG + "text").text] = float(x)
    check(set(left) == set("abc"), "columns have names: %s" % left)
    seen = {}
    for group in groups_of(svg, "edge"):
        edge = facts["edges"][int(group.get("id").split("-")[1])]
        cells = [middle(r) for r in group.findall(SVG + "rect")]
        wanted = [(edge["from"], edge["to"])]
        if edge["type"] == "cooperates-with":
            wanted.append((edge["to"], edge["from"]))
        check(len(cells) == len(wanted), "cells of %s" % edge)
        for row, column in wanted:
            check(any(abs(y - rows[row]) < 1 and abs(x - left[column]) < side / 2 for x, y in cells),
                  "cell of %s in row %s, column %s: %s" % (edge, row, column, cells))
        seen[edge["type"]] = group.find(SVG + "rect").get("fill")
    check(seen["supports"] != seen["opposes"], "types have colours of their own")
    check("is denied" in svg or "denied" in svg, "what is denied is crossed")


def check_refusals(program, folder):
    out = os.path.join(folder, "refused")
    for words, why in (
            (["--layout", "timeline", "-f", "html"], "makes pictures (SVG, PNG, PDF), not pages"),
            (["--layout", "matrix", "-f", "dot"], "makes pictures (SVG, PNG, PDF), not DOT"),
            (["--layout", "matrix", "--frames", "2015"], "not a sheet of several dates"),
            (["--layout", "sfdp", "--ranks"], "columns by type are of the layout dot")):
        done = run(program, "draw", KOREA, "-o", out + ".svg", *words)
        check(done.returncode == 2 and why in done.stderr and not os.path.exists(out + ".svg"),
              "%s: %d %s" % (words, done.returncode, done.stderr))
    many = {"entente": 1, "schema": "open", "nodes": {str(i): {"type": "t"} for i in range(1501)}}
    path = os.path.join(folder, "many.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(many, file)
    done = run(program, "draw", path, "-o", out + ".svg", "--layout", "matrix")
    check(done.returncode == 2 and "1500" in done.stderr and not os.path.exists(out + ".svg"),
          "too many for a matrix: %d %s" % (done.returncode, done.stderr))
    many["nodes"].update({str(i): {"type": "t"} for i in range(1501, 2001)})
    with open(path, "w", encoding="utf-8") as file:
        json.dump(many, file)
    done = run(program, "draw", path, "-o", out + ".svg", "--layout", "timeline")
    check(done.returncode == 2 and "2000" in done.stderr and not os.path.exists(out + ".svg"),
          "too many for a timeline: %d %s" % (done.returncode, done.stderr))


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        check_ranks(program)
        check_two_mode(program)
        check_rings(program)
        check_timeline(program, folder)
        check_matrix(program, folder)
        check_refusals(program, folder)
    sys.exit(1 if failures else 0)


main()
