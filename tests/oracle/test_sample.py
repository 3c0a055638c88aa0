#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""`rank --sample` on seeded random graphs: every estimate within the error asked for of NetworkX's
exact betweenness, directed and not, several components included; on a star too large for exact
values by choice, whose betweenness is known: what `--sample auto` does there, and what a run
without it is told."""
import random
import subprocess
import sys

sys.dont_write_bytecode = True
import networkx as nx  # noqa: E402
import oracle  # noqa: E402

SEED = 20260302
SIZE, EDGES, GRAPHS = 300, 700, 4
ERROR = 0.02
LARGE = 20001  # the smallest that --sample auto samples


def compare_random(program, compare, source, directed):
    nodes = [f"n{i}" for i in range(SIZE)]
    edges = [(source.choice(nodes), source.choice(nodes[:SIZE - 20])) for _ in range(EDGES)]
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((a, b) for a, b in edges if a != b)
    options = ["--sample", str(ERROR), "--normalized"] + ["--directed"] * directed
    got = oracle.rank(program, nodes, edges, ["betweenness"], *options)
    expected = nx.betweenness_centrality(graph)
    compare.values("betweenness", f"random graph, directed {directed}", got["betweenness"],
                   expected, relative=0, absolute=ERROR)
    exact = sum(abs(got["betweenness"][node] - value) < 1e-12 for node, value in expected.items())
    if exact > SIZE / 2:
        sys.exit(f"{exact} of {SIZE} values are exact: nothing was sampled")


def run_star(program, *options):
    nodes = ["centre"] + [f"n{i}" for i in range(LARGE - 1)]
    facts = oracle.facts(nodes, [("centre", node) for node in nodes[1:]])
    done = subprocess.run([program, "rank", "--by", "betweenness", "--format", "csv", "--top", "1",
                           *options, "--schema", "open", "--from", "ndjson", "-"], input=facts,
                          capture_output=True, text=True, check=True)
    print(done.stderr)
    return float(done.stdout.splitlines()[1].split(",")[-1]), done.stderr


def compare_star(program, compare):
    pairs = (LARGE - 1) * (LARGE - 2) / 2
    value, said = run_star(program)
    compare.value("betweenness", "star, exact", value, pairs)
    if f"note: exact betweenness of {LARGE} nodes takes about" not in said or \
            "'--sample auto'" not in said:
        sys.exit("nothing said of how long the exact values take")
    value, said = run_star(program, "--sample", "auto")
    compare.value("betweenness", "star, sample", value, pairs, relative=0.01)
    if "takes about" in said:
        sys.exit("a sample does not take that long")


def main():
    program = sys.argv[1]
    compare = oracle.Comparison()
    source = random.Random(SEED)
    for _ in range(GRAPHS):
        for directed in (False, True):
            compare_random(program, compare, source, directed)
    compare_star(program, compare)
    compare.finish()


main()
