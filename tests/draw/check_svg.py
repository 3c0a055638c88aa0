#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""check_svg.py FILE.svg

Reads a drawing as any program would and measures what a reader would complain about: text that
leaves its node, labels of edges on nodes or on one another, nodes on one another, parallel edges
that cannot be told apart, anything outside the page. Prints what it finds; exit status 1 if there
is anything, 77 (skipped) where the font to measure with is not installed.
"""

import math
import os
import re
import sys
import xml.etree.ElementTree as ET

from font_widths import LIBERATION, Font

SVG = "{http://www.w3.org/2000/svg}"
CAPITALS = 0.73  # of a font's size, above the base line
DESCENT = 0.21
SLACK = 0.6  # rounding, and lines that touch
APART = 3.0  # of parallel edges, at their widest


def numbers(text):
    return [float(n) for n in re.findall(r"-?[0-9.]+", text)]


def number(element, name):
    return float(element.get(name, "0"))


def boxes_overlap(a, b, slack=SLACK):
    return (a[0] + slack < b[2] and b[0] + slack < a[2] and
            a[1] + slack < b[3] and b[1] + slack < a[3])


def polygon_has(polygon, x, y):
    inside = False
    for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def bezier(p, t):
    u = 1 - t
    return tuple(u ** 3 * p[0][i] + 3 * u * u * t * p[1][i] + 3 * u * t * t * p[2][i] +
                 t ** 3 * p[3][i] for i in (0, 1))


def half_ellipse(a, b, rx, ry, clockwise, steps=24):
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    start = math.pi if a[0] < b[0] else 0
    turn = math.pi / steps * (1 if clockwise else -1)
    return [(middle[0] + rx * math.cos(start + turn * i),
             middle[1] + ry * math.sin(start + turn * i)) for i in range(1, steps + 1)]


def path_points(d, steps=16):
    """Points along a path of M, L, C and arcs that are half of an upright ellipse."""
    points, current = [], None
    for letter, rest in re.findall(r"([MLCAZ])([^MLCAZ]*)", d):
        n = numbers(rest)
        if letter in "ML":
            current = (n[0], n[1])
            points.append(current)
        elif letter == "A":
            points += half_ellipse(current, (n[5], n[6]), n[0], n[1], n[4])
            current = (n[5], n[6])
        elif letter == "C":
            for i in range(0, len(n), 6):
                four = [current] + [(n[i + k], n[i + k + 1]) for k in (0, 2, 4)]
                points += [bezier(four, s / steps) for s in range(1, steps + 1)]
                current = four[3]
    return points


def rect_box(element):
    x, y = number(element, "x"), number(element, "y")
    return (x, y, x + number(element, "width"), y + number(element, "height"))


def corners(box):
    return [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])]


def outline(element):
    """A shape as a polygon."""
    tag = element.tag.replace(SVG, "")
    if tag == "rect":
        return corners(rect_box(element))
    if tag == "ellipse":
        cx, cy, rx, ry = (number(element, n) for n in ("cx", "cy", "rx", "ry"))
        return [(cx + rx * math.cos(a * math.pi / 60), cy + ry * math.sin(a * math.pi / 60))
                for a in range(120)]
    if tag == "polygon":
        n = numbers(element.get("points"))
        return list(zip(n[::2], n[1::2]))
    points = path_points(element.get("d").split("Z")[0])
    return points


def bounds(points):
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys), max(xs), max(ys))


class Drawing:
    def __init__(self, path):
        self.root = ET.parse(path).getroot()
        self.fonts = {bold: Font(LIBERATION % ("Bold" if bold else "Regular"))
                      for bold in (False, True)}
        self.problems = []
        groups = [g for g in self.root.iter(SVG + "g")]
        self.nodes = [g for g in groups if g.get("class") == "node"]
        self.edges = [g for g in groups if g.get("class") == "edge"]
        self.labels = [g for g in groups if g.get("class") == "edge-label"]
        self.shapes = {g.get("id"): outline(self.shape_of(g)) for g in self.nodes}
        self.boxes = {key: bounds(points) for key, points in self.shapes.items()}
        self.turned = {text: numbers(g.get("transform")) for g in groups if g.get("transform")
                       for text in g.iter(SVG + "text")}
        self.beside = any(t.get("text-anchor") == "end" for g in self.nodes
                          for t in g.iter(SVG + "text"))
        self.cells = {g.get("id"): [rect_box(r) for r in g.findall(SVG + "rect")]
                      for g in self.edges if g.find(SVG + "rect") is not None}
        self.edges = [g for g in self.edges if g.get("id") not in self.cells]
        self.paths = {g.get("id"): path_points(g.find(SVG + "path").get("d")) for g in self.edges}
        self.rects = [rect_box(g.find(SVG + "rect")) for g in self.labels]

    @staticmethod
    def shape_of(group):
        return next(e for e in group if e.tag.replace(SVG, "") in
                    ("rect", "ellipse", "polygon", "path"))

    def say(self, kind, text):
        self.problems.append((kind, text))

    def text_box(self, text):
        """None where the font lacks a character."""
        size, content = number(text, "font-size"), text.text or ""
        font = self.fonts[text.get("font-weight") == "bold"]
        if not font.has(content):
            return None
        width = font.width(content, size)
        x, y = number(text, "x"), number(text, "y")
        x -= {"middle": width / 2, "end": width}.get(text.get("text-anchor"), 0)
        box = (x, y - CAPITALS * size, x + width, y + DESCENT * size)
        if text in self.turned:
            _, cx, cy = self.turned[text]
            box = (cx + box[1] - cy, cy - (box[2] - cx), cx + box[3] - cy, cy - (box[0] - cx))
        return box

    def check_names_beside(self):
        """Names on the left of their nodes lie on nothing."""
        names = [(g.get("id"), self.text_box(t)) for g in self.nodes for t in g.iter(SVG + "text")]
        names = [(key, box) for key, box in names if box]
        for i, (key, box) in enumerate(names):
            for other, shape in self.boxes.items():
                if boxes_overlap(box, shape):
                    self.say("name on a node", "%s on %s" % (key, other))
            for rect in self.rects:
                if boxes_overlap(box, rect):
                    self.say("label on a name", key)
            for other, second in names[:i]:
                if boxes_overlap(box, second):
                    self.say("name on a name", "%s on %s" % (key, other))

    def check_cells(self):
        """Cells of a matrix: in the row of their edge's start (or end), none on another."""
        boxes = [(key, box) for key, cells in self.cells.items() for box in cells]
        boxes.sort(key=lambda item: item[1])
        for i, (key, box) in enumerate(boxes):
            for other, second in boxes[i + 1:i + 200]:
                if boxes_overlap(box, second):
                    self.say("cell on a cell", "%s on %s" % (key, other))

    def check_node_texts(self):
        if self.beside:
            self.check_names_beside()
            return
        for group in self.nodes:
            polygon = self.shapes[group.get("id")]
            for text in group.iter(SVG + "text"):
                box = self.text_box(text)
                if box and not all(polygon_has(polygon, x, y) for x, y in corners(box)):
                    self.say("text leaves its node", text.text)

    def check_labels(self):
        for i, (group, box) in enumerate(zip(self.labels, self.rects)):
            name = "%s %r" % (group.get("data-edge"), [t.text for t in group.iter(SVG + "text")])
            for text in group.iter(SVG + "text"):
                inner = self.text_box(text)
                if inner and (inner[0] < box[0] - SLACK or inner[2] > box[2] + SLACK):
                    self.say("label wider than its ground", name)
            for key, node in self.boxes.items():
                if boxes_overlap(box, node):
                    self.say("label on a node", "%s on %s" % (name, key))
            for other in range(i):
                if boxes_overlap(box, self.rects[other]):
                    self.say("label on a label", name)

    def check_nodes(self):
        keys = list(self.boxes)
        for i, a in enumerate(keys):
            for b in keys[:i]:
                if boxes_overlap(self.boxes[a], self.boxes[b]):
                    self.say("node on a node", "%s on %s" % (a, b))

    def check_page(self):
        page = numbers(self.root.get("viewBox"))
        inside = lambda b: (b[0] >= -SLACK and b[1] >= -SLACK and
                            b[2] <= page[2] + SLACK and b[3] <= page[3] + SLACK)
        things = list(self.boxes.items()) + [(k, bounds(p)) for k, p in self.paths.items()]
        things += [("label", b) for b in self.rects]
        for text in self.root.iter(SVG + "text"):
            box = self.text_box(text)
            if box:
                things.append((text.text, box))
        for key, box in things:
            if not inside(box):
                self.say("outside the page", str(key))

    def check_ends(self):
        """Lines end at their nodes' outlines (tips of arrows are separate and a little longer)."""
        for group in self.edges if not self.beside else []:
            points = self.paths[group.get("id")]
            start, end = self.boxes[group.get("data-from")], self.boxes[group.get("data-to")]
            for point, box in ((points[0], start), (points[-1], end)):
                off = max(box[0] - point[0], point[0] - box[2], box[1] - point[1],
                          point[1] - box[3])
                if off > 12:
                    self.say("edge ends beside its node", group.get("id"))

    def check_parallels(self):
        by_ends = {}
        for group in self.edges:
            ends = tuple(sorted((group.get("data-from"), group.get("data-to"))))
            by_ends.setdefault(ends, []).append(group.get("id"))
        for ids in by_ends.values():
            for i, a in enumerate(ids):
                for b in ids[:i]:
                    apart = max(min(math.dist(p, q) for q in self.paths[b])
                                for p in self.paths[a])
                    if apart < APART:
                        self.say("parallel edges on one another", "%s and %s" % (a, b))

    def check_crossed_nodes(self):
        """Not counted as a problem: lines may have to pass behind a node."""
        count = 0
        for group in self.edges:
            own = (group.get("data-from"), group.get("data-to"))
            for key, polygon in self.shapes.items():
                if key not in own and any(polygon_has(polygon, x, y)
                                          for x, y in self.paths[group.get("id")]):
                    count += 1
        return count

    def check(self):
        self.check_node_texts()
        self.check_labels()
        self.check_nodes()
        self.check_page()
        self.check_ends()
        self.check_parallels()
        self.check_cells()


def main():
    if not os.path.exists(LIBERATION % "Regular"):
        print("skipped: the Liberation fonts are not installed")
        return 77
    drawing = Drawing(sys.argv[1])
    drawing.check()
    for kind, text in drawing.problems:
        print("%s: %s" % (kind, text))
    print("%s: %d nodes, %d edges, %d labels, %d lines behind nodes, %d problems" %
          (os.path.basename(sys.argv[1]), len(drawing.nodes), len(drawing.edges),
           len(drawing.labels), drawing.check_crossed_nodes(), len(drawing.problems)))
    return 1 if drawing.problems else 0


if __name__ == "__main__":
    sys.exit(main())
