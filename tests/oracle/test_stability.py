#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""`rank --stability` on seeded random dossiers of several sources, against NetworkX run again on the
graph without each source, or without the edges of low confidence: every rank's range, how many
nodes move, the rank correlation (SciPy's), and the source a node rests on most. Of the bootstrap:
its intervals in the ranks of resamples drawn and ranked here with other lots, which must agree in
their middle."""
import random
import subprocess
import sys

sys.dont_write_bytecode = True
import json  # noqa: E402
import networkx as nx  # noqa: E402
from scipy import stats  # noqa: E402
import oracle  # noqa: E402

SEED = 20260302
DOSSIERS = 25
SOURCES = ["cable", "diary", "gazette", "radio", "record"]
CONFIDENCES = (1, 1, 1, 0.9, 0.6, 0.3)
RESAMPLES = 400
SCORES = {
    "degree": lambda graph: dict(graph.degree()),
    "betweenness": lambda graph: nx.betweenness_centrality(nx.Graph(graph), normalized=False),
    "harmonic": lambda graph: nx.harmonic_centrality(nx.Graph(graph)),
}


class Dossier:
    """Edges (a, b, confidence, sources of its evidence, one a piece)."""

    def __init__(self, source):
        self.nodes = [f"n{i}" for i in range(source.randint(3, 14))]
        self.edges = []
        for _ in range(source.randint(2, 30)):
            a, b = source.sample(self.nodes, 2)
            pieces = [source.choice(SOURCES) for _ in range(source.choice((0, 1, 1, 1, 2, 3)))]
            self.edges.append((a, b, source.choice(CONFIDENCES), pieces))

    def lines(self):
        lines = [{"entente": 1, "schema": "open"}] + [{"source": name} for name in SOURCES]
        lines += [{"node": node, "type": "t"} for node in self.nodes]
        for number, (a, b, confidence, pieces) in enumerate(self.edges):
            line = {"edge": [a, "tie", b], "id": f"e{number}", "confidence": confidence}
            if pieces:
                line["evidence"] = [{"source": piece, "quote": f"{number} {i}"}
                                    for i, piece in enumerate(pieces)]
            lines.append(line)
        return "".join(json.dumps(line) + "\n" for line in lines)

    def scores(self, measure, kept):
        """{node: score}, 9 significant digits; None where there is none."""
        graph = nx.MultiGraph()
        graph.add_nodes_from(self.nodes)
        graph.add_edges_from(edge[:2] for edge in kept)
        if not kept:
            return None
        return {node: float(f"{value:.9g}") for node, value in SCORES[measure](graph).items()}

    def without(self, name):
        return [edge for edge in self.edges if not edge[3] or set(edge[3]) != {name}]


def rank(scores):
    ordered = sorted(scores.values(), reverse=True)
    return {node: ordered.index(score) + 1 for node, score in scores.items()}


def correlate(one, other):
    values = [[scores[node] for node in sorted(one)] for scores in (one, other)]
    if any(len(set(row)) == 1 for row in values):
        return None
    return stats.spearmanr(*values)[0]


class Runs:
    """The full ranking and those without some edges."""

    def __init__(self, dossier, measure, kept):
        self.kept, self.all = kept, dossier.edges
        self.full = dossier.scores(measure, dossier.edges)
        self.scores = {name: dossier.scores(measure, edges) for name, edges in kept.items()}
        self.ranks = {name: rank(scores) if scores else None
                      for name, scores in self.scores.items()}

    def range(self, node):
        ranks = [rank(self.full)[node]]
        ranks += [of[node] for of in self.ranks.values() if of]
        return [min(ranks), max(ranks)]

    def moved(self, name):
        ranks = self.ranks[name]
        return sum(not ranks or ranks[node] != own for node, own in rank(self.full).items())

    def correlation(self, name):
        if self.kept[name] == self.all:
            return 1
        return correlate(self.full, self.scores[name]) if self.scores[name] else None

    def rests_on(self, node):
        """Losing the rank is the most, then the rank's change, then the score's, then the id."""
        def change(name):
            if not self.scores[name]:
                return (0, 0, 0, name)
            moved = abs(self.ranks[name][node] - rank(self.full)[node])
            changed = abs(self.scores[name][node] - self.full[node])
            return (1, -moved, -changed, name)
        first = min(self.scores, key=change)
        return first if change(first)[:3] != (1, 0, 0) else None


def used_sources(dossier):
    return sorted({piece for edge in dossier.edges for piece in edge[3]})


def compare_dossier(compare, where, dossier, measure, answer):
    sources = Runs(dossier, measure, {name: dossier.without(name)
                                      for name in used_sources(dossier)})
    told = {row["id"]: row["measures"][measure] for row in answer["stability"]["sources"]}
    for name, effect in told.items():
        compare.value(f"{measure} moved", f"{where} without {name}", effect["moved"],
                      sources.moved(name))
        compare.value(f"{measure} correlation", f"{where} without {name}", effect["correlation"],
                      sources.correlation(name))
    if sorted(told) != used_sources(dossier):
        sys.exit(f"{where}: sources {sorted(told)}, expected {used_sources(dossier)}")
    below = {row["below"]: row["measures"][measure] for row in answer["stability"]["sweep"]}
    sweep = Runs(dossier, measure, {limit: [edge for edge in dossier.edges if edge[2] >= limit]
                                    for limit in below})
    for limit, effect in below.items():
        compare.value(f"{measure} sweep", f"{where} below {limit}", effect["moved"],
                      sweep.moved(limit))
    for row in answer["nodes"]:
        firm, node = row["stability"][measure], row["id"]
        at = f"{where} {node}"
        for key, value in zip(("low", "high"), sources.range(node)):
            compare.value(f"{measure} {key}", at, firm[key], value)
        compare.value(f"{measure} rests on", f"{at}: {firm['source']}, {sources.rests_on(node)}",
                      firm["source"] == sources.rests_on(node), True)
        compare.value(f"{measure} sweep", at, firm["sweep"] == (
            sweep.range(node) if below else None), True)


def resample(source, dossier):
    pieces = [(number, i) for number, edge in enumerate(dossier.edges)
              for i in range(len(edge[3]))]
    drawn = {source.choice(pieces)[0] for _ in pieces}
    return [edge for number, edge in enumerate(dossier.edges) if number in drawn or not edge[3]]


def compare_bootstrap(compare, where, source, dossier, answer):
    """Of two honest runs the ranks at 2.5 and 97.5 % differ by little."""
    ranks = {node: [] for node in dossier.nodes}
    for _ in range(RESAMPLES):
        scores = dossier.scores("degree", resample(source, dossier))
        for node, value in (rank(scores) if scores else {}).items():
            ranks[node].append(value)
    for row in answer["nodes"]:
        ordered = sorted(ranks[row["id"]])
        low, high = row["stability"]["degree"]["interval"]
        middle = [ordered[int(share * len(ordered))] for share in (0.1, 0.9)]
        outer = ordered[0], ordered[-1]
        fits = outer[0] <= low <= middle[0] and middle[1] <= high <= outer[1]
        compare.value("degree interval", f"{where} {row['id']} {low}-{high} {middle} {outer}", fits,
                      True)


def ask(program, dossier, *words):
    command = [program, "rank", "--by", ",".join(SCORES), "--stability", *words, "--format",
               "json", "--from", "ndjson", "-"]
    done = subprocess.run(command, input=dossier.lines(), capture_output=True, text=True,
                          check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def main():
    program = sys.argv[1]
    compare = oracle.Comparison()
    source = random.Random(SEED)
    for number in range(DOSSIERS):
        dossier = Dossier(source)
        answer = ask(program, dossier, "--resamples", str(RESAMPLES))
        for measure in SCORES:
            compare_dossier(compare, f"dossier {number}", dossier, measure, answer)
        if used_sources(dossier):
            compare_bootstrap(compare, f"dossier {number}", source, dossier, answer)
    compare.finish()


main()
