#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""`path` on seeded random graphs: against every simple path tried out, which is slow and plain, on
small ones; against NetworkX's all_shortest_paths and shortest_simple_paths on larger ones. Directed
and not, weighted by length and by confidence, through types and around nodes, with loops, parallel
edges, several components, and the facts shuffled."""
import collections
import itertools
import json
import math
import random
import subprocess
import sys

sys.dont_write_bytecode = True
import networkx as nx  # noqa: E402
import oracle  # noqa: E402

SEED = 20260302
SMALL, LARGE = 40, 4
WEIGHTS = (0.1, 0.2, 0.3, 1, 2, 2.5)
CONFIDENCES = (1, 1, 0.9, 0.81, 0.5, 0.25)
TYPES = ("person", "nation", "summit")
Answer = collections.namedtuple("Answer", "paths costs confidences count text")


class Facts:
    """Nodes with types, edges (from, to, weight, confidence)."""

    def __init__(self, source, size, edges):
        self.types = {f"n{i}": source.choice(TYPES) for i in range(size)}
        ids = list(self.types)
        self.edges = [(source.choice(ids), source.choice(ids), source.choice(WEIGHTS),
                       source.choice(CONFIDENCES)) for _ in range(edges)]

    def lines(self, source=None):
        lines = [{"node": node, "type": kind} for node, kind in self.types.items()]
        lines += [{"edge": [a, "tie", b], "weight": w, "confidence": c, "id": f"e{i}"}
                  for i, (a, b, w, c) in enumerate(self.edges)]
        if source:
            source.shuffle(lines)
        head = {"entente": 1, "schema": "open"}
        return "".join(json.dumps(line) + "\n" for line in [head] + lines)

    def costs(self, directed, weight):
        """{(a, b): the least cost of a step}; confidences cost (-log, 1 step)."""
        costs = {}
        for a, b, length, confidence in self.edges:
            cost = {"none": (1, 0), "weight": (length, 0),
                    "confidence": (-math.log(confidence), 1)}[weight]
            for ends in [(a, b)] if directed else [(a, b), (b, a)]:
                if a != b:
                    costs[ends] = min(costs.get(ends, cost), cost)
        return costs


def ask(program, lines, ends, *options):
    command = [program, "path", "--from", ends[0], "--to", ends[1], "--format", "json",
               "--read-as", "ndjson", *options, "-"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")
    answer = json.loads(done.stdout)
    paths = [[path[0]["from"]] + [step["to"] for step in path] for path in answer["paths"]]
    if (done.returncode == 1) != (not paths):
        sys.exit(f"{' '.join(command)}: exit {done.returncode} with {len(paths)} paths")
    return Answer(paths, answer["costs"], answer["confidences"], answer["count"], done.stdout)


def every_path(costs, ends):
    rows = collections.defaultdict(list)
    for a, b in costs:
        rows[a].append(b)
    stack = [[ends[0]]]
    while stack:
        path = stack.pop()
        if path[-1] == ends[1]:
            yield path
            continue
        stack += [path + [b] for b in rows[path[-1]] if b not in path]


def total(costs, path):
    steps = [costs[pair] for pair in zip(path, path[1:])]
    return float(f"{sum(step[0] for step in steps):.9g}"), sum(step[1] for step in steps)


def in_order(facts, costs, ends, through, avoid):
    """All paths that may be, the cheapest first, equals by ids."""
    paths = [path for path in every_path(costs, ends)
             if not set(avoid) & set(path) and
             (not through or any(facts.types[node] in through for node in path[1:-1]))]
    return sorted(paths, key=lambda path: (total(costs, path), path))


def compare(comparison, where, got, expected, costs):
    comparison.counts["paths"] += len(expected) + 1
    if got.paths != expected:
        comparison.differences += 1
        print(f"DIFFERENT {where}: {got.paths}, expected {expected}")
    for path, cost in zip(expected, got.costs):
        comparison.value("costs", where, cost, total(costs, path)[0])


def try_small(program, comparison, source, number):
    facts = Facts(source, source.randint(2, 8), source.randint(0, 16))
    ends = source.sample(sorted(facts.types), 2)
    others = [node for node in facts.types if node not in ends]
    lines = facts.lines()
    kinds = list(dict.fromkeys(facts.types.values()))
    for directed, weight in itertools.product((False, True), ("none", "weight", "confidence")):
        costs = facts.costs(directed, weight)
        options = ["--directed"] * directed + ["--weight", weight]
        through, avoid = source.choice((([], []), (kinds[:1], []), ([], others[:1]),
                                        (kinds[:2], others[1:3])))
        asked = options + [word for kind in through for word in ("--through", kind)]
        asked += ["--avoid", ",".join(avoid)] if avoid else []
        where = f"graph {number} {ends} {' '.join(asked)}"
        paths = in_order(facts, costs, ends, through, avoid)
        least = [p for p in paths if total(costs, p) == total(costs, paths[0])]
        top = source.choice((0, 0, 1))
        got = ask(program, lines, ends, *asked, "--top", str(top))
        compare(comparison, where, got, least[:top or None], costs)
        known = not top or not through or len(least) < 2
        comparison.value("count", where, got.count, len(least) if known else None)
        compare(comparison, f"{where} --k 4", ask(program, lines, ends, *asked, "--k", "4"),
                paths[:4], costs)
        if weight == "confidence":
            for path, value in zip(least, got.confidences):
                comparison.value("confidence", where, value, math.exp(-total(costs, path)[0]))
    shuffled = ask(program, facts.lines(source), ends, "--k", "5", "--weight", "weight")
    if shuffled.text != ask(program, lines, ends, "--k", "5", "--weight", "weight").text:
        comparison.differences += 1
        print(f"DIFFERENT graph {number}: other bytes for shuffled facts")


def simple_graph(costs, nodes, directed):
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_weighted_edges_from((a, b, cost[0]) for (a, b), cost in costs.items())
    return graph


def try_large(program, comparison, source, number):
    """Weights whose sums are exact, as NetworkX compares them exactly."""
    facts = Facts(source, 60, 150)
    facts.edges = [(a, b, source.choice((0.5, 1, 2)), c) for a, b, _, c in facts.edges]
    ends = source.sample(sorted(facts.types), 2)
    for directed, weight in itertools.product((False, True), ("none", "weight")):
        costs = facts.costs(directed, weight)
        graph = simple_graph(costs, facts.types, directed)
        options = ["--directed"] * directed + ["--weight", weight]
        where = f"large graph {number} {ends} {' '.join(options)}"
        if not nx.has_path(graph, *ends):
            continue
        least = sorted(nx.all_shortest_paths(graph, *ends, weight="weight"))
        got = ask(program, facts.lines(), ends, *options, "--top", "0")
        compare(comparison, where, got, least, costs)
        comparison.value("count", where, got.count, len(least))
        best = itertools.islice(nx.shortest_simple_paths(graph, *ends, weight="weight"), 25)
        got = ask(program, facts.lines(), ends, *options, "--k", "25")
        wanted = [total(costs, path)[0] for path in best]
        for position, (cost, expected) in enumerate(itertools.zip_longest(got.costs, wanted)):
            comparison.value("costs", f"{where} path {position}", cost, expected)
        if len({tuple(path) for path in got.paths}) != len(got.paths):
            comparison.differences += 1
            print(f"DIFFERENT {where}: a path twice")


def try_many(program, comparison):
    """A ladder of 100 squares has 2^100 shortest paths: they are counted, not listed."""
    facts = Facts(random.Random(SEED), 0, 0)
    facts.types = {f"n{i:03}": "nation" for i in range(301)}
    for i in range(0, 300, 3):
        a, b, c, d = (f"n{i + k:03}" for k in range(4))
        facts.edges += [(a, b, 1, 1), (a, c, 1, 1), (b, d, 1, 1), (c, d, 1, 1)]
    got = ask(program, facts.lines(), ("n000", "n300"))
    comparison.value("count", "ladder", got.count, 2.0 ** 100)
    compare(comparison, "ladder", got._replace(paths=got.paths[:1]),
            [[f"n{i:03}" for i in range(301) if i % 3 != 2]], facts.costs(False, "none"))


def main():
    program = oracle.program_path()
    comparison = oracle.Comparison()
    source = random.Random(SEED)
    for number in range(SMALL):
        try_small(program, comparison, source, number)
    for number in range(LARGE):
        try_large(program, comparison, source, number)
    try_many(program, comparison)
    comparison.finish()


main()
