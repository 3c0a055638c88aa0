#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Textbook graphs and published values, as NetworkX's own tests assert them. A case whose measure
or definition is not ours is skipped, with the reason, and not counted."""
import collections
import json
import sys

sys.dont_write_bytecode = True
import oracle  # noqa: E402

FOLDER = oracle.DATA / "known-answers-a"
NAMES = {
    "betweenness_centrality": "betweenness",
    "closeness_centrality": "closeness",
    "clustering": "clustering",
    "constraint": "constraint",
    "core_number": "coreness",
    "degree_centrality": "degree",
    "eigenvector_centrality": "eigenvector",
    "in_degree_centrality": "in-degree",
    "out_degree_centrality": "out-degree",
    "pagerank": "pagerank",
}


class Case:
    def __init__(self, row, values):
        self.name = row["case"]
        self.measure = NAMES.get(row["measure"])
        self.theirs = row["measure"]
        self.params = json.loads(row["params"])
        self.directed = row["directed"] == "1"
        graph = FOLDER / "graphs" / row["graph"]
        self.nodes = [node["id"] for node in oracle.read_csv(f"{graph}_nodes.csv")]
        self.edges = [edge for edge in oracle.read_csv(f"{graph}_edges.csv")]
        self.values = values

    def why_not(self):
        """Why the case is not ours; None where it is."""
        loops = any(edge["source"] == edge["target"] for edge in self.edges)
        if not self.measure:
            return f"no measure '{self.theirs}'"
        if self.params.get("endpoints"):
            return "counts a path's ends as on it"
        if self.params.get("personalization"):
            return "personalized PageRank"
        if self.measure == "clustering" and self.params.get("weight"):
            return "weighted clustering"
        if self.measure == "clustering" and self.directed:
            return "directed clustering (Fagiolo)"
        if self.measure == "constraint" and loops:
            return "counts loops, which are dropped here"
        if len(self.nodes) < 2:
            return "one node, normalized: 1 there, undefined here"
        return None

    def options(self):
        options = ["--directed"] if self.directed else []
        if self.params.get("weight"):
            options += ["--weight", self.params["weight"]]
        if self.theirs.endswith("degree_centrality") or self.measure == "closeness" or (
                self.measure == "betweenness" and self.params.get("normalized", True)):
            options += ["--normalized"]
        return options

    def list_edges(self):
        """NetworkX measures closeness along the arrows that lead to a node, we those from it."""
        weight = self.params.get("weight")
        for edge in self.edges:
            ends = [edge["source"], edge["target"]]
            if self.directed and self.measure == "closeness":
                ends.reverse()
            yield (*ends, float(edge[weight])) if weight and edge.get(weight) else tuple(ends)

    def reached(self, start):
        """How many nodes can be reached from start."""
        neighbours = collections.defaultdict(set)
        for edge in self.list_edges():
            neighbours[edge[0]].add(edge[1])
            if not self.directed:
                neighbours[edge[1]].add(edge[0])
        seen, todo = {start}, [start]
        while todo:
            new = neighbours[todo.pop()] - seen
            seen |= new
            todo += new
        return len(seen) - 1

    def expected(self, key):
        """The value asserted, in our terms: scales and undefined values differ."""
        value = self.values[key][0]
        if self.measure == "eigenvector":
            return value / max(one[0] for one in self.values.values())
        if self.measure == "closeness":
            reached = self.reached(key)
            return value * (len(self.nodes) - 1) / reached if reached else None
        return value

    def compare(self, program, comparison):
        got = oracle.rank(program, self.nodes, list(self.list_edges()), [self.measure],
                          *self.options())[self.measure]
        for key, (_, relative, absolute) in self.values.items():
            comparison.value(self.measure, f"{self.name} '{key}'", got[key],
                             self.expected(key), max(relative, 1e-8),
                             max(absolute, 1e-9))


def main():
    program = oracle.program_path()
    if not FOLDER.is_dir():
        oracle.skip("no folder shared/data/known-answers-a beside the repository")
    values = collections.defaultdict(dict)
    for row in oracle.read_csv(FOLDER / "values.csv"):
        values[row["case"]][row["key"]] = (float(row["expected"]), float(row["rel_tol"]),
                                           float(row["abs_tol"]))
    comparison = oracle.Comparison()
    skipped = 0
    for row in oracle.read_csv(FOLDER / "cases.csv"):
        case = Case(row, values[row["case"]])
        why = case.why_not()
        if why:
            print(f"skipped: {case.name} {case.theirs}: {why}")
            skipped += 1
        else:
            case.compare(program, comparison)
    print(f"{skipped} cases skipped")
    comparison.finish()


main()
