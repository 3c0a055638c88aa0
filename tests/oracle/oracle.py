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
MEASURES = ("authority", "betweenness", "closeness", "clustering", "constraint", "coreness",
            "degree", "eigenvector", "harmonic", "hub", "in-degree", "out-degree", "pagerank",
            "strength")


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def facts(nodes, edges):
    """NDJSON of node ids and of (from, to) or (from, to, weight)."""
    lines = [{"entente": 1, "schema": "open"}]
    lines += [{"node": node, "type": "node"} for node in nodes]
    for edge in edges:
        line = {"edge": [edge[0], "tie", edge[1]]}
        if len(edge) > 2:
            line["weight"] = edge[2]
        lines.append(line)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def rank(program, nodes, edges, measures, *options):
    """{measure: {node id: value or None}}; options as on the command line."""
    command = [program, "rank", "--by", ",".join(measures), "--format", "json",
               "--schema", "open", "--from", "ndjson", *options, "-"]
    done = subprocess.run(command, input=facts(nodes, edges), capture_output=True, text=True,
                          encoding="utf-8", check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")
    rows = json.loads(done.stdout)["nodes"]
    return {measure: {row["id"]: row[measure] for row in rows} for measure in measures}


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
