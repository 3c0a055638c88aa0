#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What carries a score, on seeded random graphs, against the definitions written out slowly: every
shortest path listed by NetworkX, eigenvectors by NumPy."""
import collections
import itertools
import json
import random
import subprocess
import sys

sys.dont_write_bytecode = True
import networkx as nx  # noqa: E402
import numpy as np  # noqa: E402
import oracle  # noqa: E402

GRAPHS = 15
SEED = 20260301
NODES_ASKED = 3


def show(program, nodes, edges, node, measure, *options):
    command = [program, "show", node, "--why", measure, "--format", "json", "--top", "0",
               "--schema", "open", "--from", "ndjson", *options, "-"]
    done = subprocess.run(command, input=oracle.facts(nodes, edges), capture_output=True, text=True,
                          encoding="utf-8", check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def by_neighbour(answer):
    sums = collections.Counter()
    for part in answer["contributions"]:
        sums[part["far"]] += part["value"]
    return dict(sums)


def build(nodes, edges, directed, weighted, join):
    """Without loops; the weights of parallel edges joined."""
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(nodes)
    for a, b, weight in edges:
        weight = weight if weighted else 1
        if a == b:
            continue
        if graph.has_edge(a, b):
            weight = join((graph[a][b]["weight"], weight))
        graph.add_edge(a, b, weight=weight)
    return graph


def shortest_paths(graph, weighted):
    """{(from, to): [path, ...]} of all pairs that are joined, undirected ones once."""
    paths = {}
    ends = itertools.permutations if graph.is_directed() else itertools.combinations
    for pair in ends(sorted(graph), 2):
        if nx.has_path(graph, *pair):
            paths[pair] = list(nx.all_shortest_paths(graph, *pair, "weight" if weighted else None))
    return paths


def wanted_betweenness(paths, node):
    """The pairs' shares, and the neighbours' parts: half for each step at the node."""
    shares, parts = {}, collections.Counter()
    for pair, listed in paths.items():
        through = [path for path in listed if node in path[1:-1]]
        if through:
            shares[pair] = len(through) / len(listed)
        for path in through:
            place = path.index(node)
            for neighbour in (path[place - 1], path[place + 1]):
                parts[neighbour] += 0.5 / len(listed)
    return shares, dict(parts)


def check_path(comparison, where, graph, pair, weighted):
    """That the path shown is one of the shortest."""
    steps = pair["path"]
    nodes = [pair["from"]] + [step["to"] for step in steps]
    whole = all(step["from"] == node for step, node in zip(steps, nodes))
    weight = (lambda a, b: graph[a][b]["weight"]) if weighted else (lambda a, b: 1)
    length = sum(weight(a, b) for a, b in zip(nodes, nodes[1:]))
    shortest = nx.shortest_path_length(graph, pair["from"], pair["to"],
                                       "weight" if weighted else None)
    comparison.value("path", where, length if whole and nodes[-1] == pair["to"] else None, shortest)


def compare_betweenness(comparison, where, answer, graph, paths, weighted):
    shares, parts = wanted_betweenness(paths, answer["node"]["id"])
    got = {(pair["from"], pair["to"]): pair["share"] for pair in answer.get("pairs", ())}
    comparison.values("pairs", where, got, shares)
    comparison.values("betweenness", where, by_neighbour(answer), parts)
    order = [(-round(pair["share"], 9), pair["from"], pair["to"])
             for pair in answer.get("pairs", ())]
    comparison.value("order of pairs", where, order == sorted(order), True)
    for pair in answer.get("pairs", ()):
        check_path(comparison, where, graph, pair, weighted)


def wanted_reach(graph, node, weighted, amount):
    """What each neighbour leads on to: every node reached counts as amount(distance)."""
    parts = collections.Counter()
    weight = "weight" if weighted else None
    for other, distance in nx.shortest_path_length(graph, node, weight=weight).items():
        if other == node:
            continue
        listed = list(nx.all_shortest_paths(graph, node, other, weight))
        for path in listed:
            parts[path[1]] += amount(distance) / len(listed)
    return dict(parts)


def wanted_pagerank(graph, node):
    """The neighbours' parts and the jump's."""
    scores = nx.pagerank(graph, tol=1e-15, max_iter=2000, weight="weight")
    out = dict((graph.out_degree if graph.is_directed() else graph.degree)(weight="weight"))
    before = graph.predecessors(node) if graph.is_directed() else graph[node]
    ends = sum(score for other, score in scores.items() if not out[other])
    return ({other: 0.85 * scores[other] * graph[other][node]["weight"] / out[other]
             for other in before}, (0.15 + 0.85 * ends) / len(graph))


def wanted_eigenvector(graph, node):
    part = sorted(nx.node_connected_component(graph, node))
    values, vectors = np.linalg.eigh(nx.to_numpy_array(graph, nodelist=part))
    leading = np.abs(vectors[:, -1]) / np.abs(vectors[:, -1]).max()
    scores = dict(zip(part, leading))
    return {other: graph[other][node]["weight"] * scores[other] / values[-1]
            for other in graph[node]}


def compare_node(program, comparison, where, nodes, edges, node, directed, weighted):
    options = ["--weight", "weight"] * weighted + ["--directed"] * directed
    ways = build(nodes, edges, directed, weighted, min)
    ties = build(nodes, edges, directed, weighted, sum)
    where = f"{where} '{node}' {' '.join(options)}"

    def ask(measure):
        return show(program, nodes, edges, node, measure, *options)

    compare_betweenness(comparison, where, ask("betweenness"), ways,
                        shortest_paths(ways, weighted), weighted)
    comparison.values("harmonic", where, by_neighbour(ask("harmonic")),
                      wanted_reach(ways, node, weighted, lambda distance: 1 / distance))
    comparison.values("closeness", where, by_neighbour(ask("closeness")),
                      wanted_reach(ways, node, weighted, lambda distance: 1))
    answer, (parts, jump) = ask("pagerank"), wanted_pagerank(ties, node)
    comparison.values("pagerank", where, by_neighbour(answer), parts)
    comparison.value("jump", where, answer["rest"]["value"], jump)
    if not directed and ties[node]:
        comparison.values("eigenvector", where, by_neighbour(ask("eigenvector")),
                          wanted_eigenvector(ties, node), absolute=1e-8)


def random_graph(random_source):
    size = random_source.randint(3, 10)
    nodes = [f"n{i}" for i in range(size)]
    edges = [(random_source.choice(nodes), random_source.choice(nodes),
              random_source.choice([0.5, 1.0, 1.5, 2.0]))
             for _ in range(random_source.randint(1, 3 * size))]
    return nodes, edges + edges[:2]


def main():
    program = oracle.program_path()
    comparison = oracle.Comparison()
    random_source = random.Random(SEED)
    for number in range(GRAPHS):
        nodes, edges = random_graph(random_source)
        for directed, weighted in itertools.product((False, True), repeat=2):
            for node in random_source.sample(nodes, NODES_ASKED):
                compare_node(program, comparison, f"graph {number}", nodes, edges, node, directed,
                             weighted)
    comparison.finish()


main()
