# SPDX-License-Identifier: MIT
"""What the oracle tests share: asking the program, comparing, counting.

A test is called with the path of the program, prints how many values it compared for each measure,
and fails on any difference. The program is asked as a user would: facts on standard input, the
JSON answer of `rank` back, whose numbers carry 9 significant digits.
"""
import collections
import csv
import json
import math
import pathlib
import subprocess
import sys

DATA = pathlib.Path(__file__).resolve().parents[3] / "shared" / "data"
SKIPPED = 77  # exit status: nothing could be compared
MEASURES = ("articulation", "authority", "betweenness", "closeness", "closeness-in",
            "closeness-out", "clustering", "constraint", "coreness", "degree", "eccentricity",
            "effective-size", "eigenvector", "harmonic", "harmonic-in", "harmonic-out", "hub",
            "in-degree", "katz", "local-efficiency", "out-degree", "pagerank", "participation",
            "strength")
EDGE_MEASURES = ("bridge", "edge-betweenness")


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def facts(nodes, edges):
    """NDJSON of node ids, or {id: type}, and of (from, to) or (from, to, weight). The edges' ids
    are their numbers."""
    types = nodes if isinstance(nodes, dict) else dict.fromkeys(nodes, "node")
    lines = [{"entente": 1, "schema": "open"}]
    lines += [{"node": node, "type": kind} for node, kind in types.items()]
    for number, edge in enumerate(edges):
        line = {"edge": [edge[0], "tie", edge[1]], "id": str(number)}
        if len(edge) > 2:
            line["weight"] = edge[2]
        lines.append(line)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def ask(program, nodes, edges, *words):
    """The JSON answer of a command."""
    command = [program, *words, "--format", "json", "--schema", "open", "--from", "ndjson", "-"]
    done = subprocess.run(command, input=facts(nodes, edges), capture_output=True, text=True,
                          encoding="utf-8", check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def rank(program, nodes, edges, measures, *options):
    """{measure: {node id: value or None}}; options as on the command line."""
    rows = ask(program, nodes, edges, "rank", "--by", ",".join(measures), *options)["nodes"]
    return {measure: {row["id"]: row[measure] for row in rows} for measure in measures}


def rank_edges(program, nodes, edges, measures, *options):
    """{measure: {edge's number: value or None}}"""
    rows = ask(program, nodes, edges, "rank", "--by", ",".join(measures), *options)["edges"]
    return {measure: {int(row["id"]): row[measure] for row in rows} for measure in measures}


def figures(program, nodes, edges, *options):
    """{figure: value or None}, those of a census under "figure part"; None must have a reason."""
    values = {}
    for name, figure in ask(program, nodes, edges, "info", "--all", *options)["figures"].items():
        value = figure["value"]
        if value is None and not (figure["note"] or "").startswith("undefined"):
            sys.exit(f"figure '{name}': no reason for no value: {figure}")
        values.update({f"{name} {part}": of for part, of in value.items()}
                      if isinstance(value, dict) else {name: value})
    return values


def check_complete(program, kind, names):
    """All that the program has of a kind is compared."""
    done = subprocess.run([program, "list", kind, "--format", "json"], capture_output=True,
                          check=True)
    there = {thing["name"] for thing in json.loads(done.stdout)[kind]}
    if there != set(names):
        sys.exit(f"{kind} without an oracle, or not there: {sorted(there ^ set(names))}")


class Comparison:
    """Counts values, and prints the differences."""

    def __init__(self):
        self.counts = collections.Counter()
        self.differences = 0

    def value(self, measure, where, got, expected, relative=1e-8, absolute=1e-9):
        """None: undefined."""
        self.counts[measure] += 1
        if expected is None or got is None:
            same = got is expected
        else:
            same = math.isclose(got, expected, rel_tol=relative, abs_tol=absolute)
        if not same:
            self.differences += 1
            if self.differences <= 20:
                print(f"DIFFERENT {where} {measure}: {got}, expected {expected}")
        return same

    def values(self, measure, where, got, expected, **tolerance):
        if got.keys() != expected.keys():
            self.differences += 1
            print(f"DIFFERENT {where} {measure}: other nodes than expected")
            return
        for node, value in expected.items():
            self.value(measure, f"{where} '{node}'", got[node], value, **tolerance)

    def finish(self):
        for measure, count in sorted(self.counts.items()):
            print(f"{measure}: {count} values compared")
        print(f"{sum(self.counts.values())} values compared, {self.differences} different")
        sys.exit(1 if self.differences or not self.counts else 0)


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def program_path():
    if len(sys.argv) != 2:
        sys.exit(f"usage: {sys.argv[0]} PROGRAM")
    return str(pathlib.Path(sys.argv[1]).resolve())
