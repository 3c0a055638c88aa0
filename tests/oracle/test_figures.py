#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Figures of the whole graph on seeded random graphs, against NetworkX or the formula written out:
directed and not, weighted, of several components, with loops and parallel edges, of 0 to 2 nodes."""
import math
import random
import sys

sys.dont_write_bytecode = True
import networkx as nx  # noqa: E402
import numpy as np  # noqa: E402
import oracle  # noqa: E402
from random_graphs import (GRAPHS, SEED, arrows, build, kind, merged,  # noqa: E402
                           random_graph)
from test_random_graphs import by_component, component_eigenvector  # noqa: E402

FIGURES = ("betweenness-centralization", "closeness-centralization", "degree-assortativity",
           "degree-centralization", "density", "diameter", "dyad-census",
           "eigenvector-centralization", "mean-distance", "reciprocity", "transitivity",
           "triad-census", "type-assortativity")


def centralization(values, most):
    return sum(max(values) - value for value in values) / most


def degree_centralization(graph):
    n = len(graph)
    if not graph.is_directed():
        degrees = [degree for _, degree in graph.degree()]
        return {"degree-centralization":
                centralization(degrees, (n - 1) * (n - 2)) if n > 2 else None}
    return {f"degree-centralization {way}":
            centralization([d for _, d in degrees], (n - 1) ** 2) if n > 2 else None
            for way, degrees in (("in", graph.in_degree()), ("out", graph.out_degree()))}


def betweenness_centralization(graph, weighted):
    n = len(graph)
    if n < 3 or weighted:
        return None
    values = nx.betweenness_centrality(graph, normalized=False).values()
    return centralization(values, (n - 1) ** 2 * (n - 2) / (1 if graph.is_directed() else 2))


def closeness_centralization(ties):
    n = len(ties)
    if n < 3 or not nx.is_connected(ties):
        return None
    return centralization(nx.closeness_centrality(ties).values(), (n - 1) * (n - 2) / (2 * n - 3))


def eigenvector_centralization(graph):
    n = len(graph)
    if n < 3 or not nx.is_connected(graph.to_undirected(as_view=True)):
        return None
    values = by_component(graph, component_eigenvector).values()
    if None in values:
        return None
    return centralization(values, n - 1 if graph.is_directed() else n - 2)


def degree_assortativity(graph):
    """Pearson's correlation over the ends of edges, undirected ones both ways."""
    out, into = (graph.out_degree, graph.in_degree) if graph.is_directed() else (graph.degree,) * 2
    ends = [(out(a), into(b)) for a, b in graph.edges()]
    if not graph.is_directed():
        ends += [(into(b), out(a)) for a, b in graph.edges()]
    first, second = ([end[i] for end in ends] for i in (0, 1))
    if len(set(first)) < 2 or len(set(second)) < 2:
        return None
    return float(np.corrcoef(first, second)[0, 1])


def type_assortativity(graph):
    if len({kind(node) for edge in graph.edges() for node in edge}) < 2:
        return None
    named = graph.copy()
    nx.set_node_attributes(named, {node: kind(node) for node in named}, "type")
    return nx.attribute_assortativity_coefficient(named, "type")


def distances(graph):
    lengths = [length for node, reached in nx.all_pairs_dijkstra_path_length(graph)
               for other, length in reached.items() if other != node]
    return max(lengths, default=None), sum(lengths) / len(lengths) if lengths else None


def censuses(graph):
    counts = {pair: 0 for pair in ("mutual", "asymmetric", "null")}
    nodes = list(graph)
    for i, a in enumerate(nodes):
        for b in nodes[i + 1:]:
            ways = graph.has_edge(a, b) + graph.has_edge(b, a)
            counts[("null", "asymmetric", "mutual")[ways]] += 1
    triads = nx.triadic_census(graph)
    return {**{f"dyad-census {pair}": count for pair, count in counts.items()},
            **{f"triad-census {name}": triads[name] for name in triads}}


def transitivity(ties):
    pairs = sum(degree * (degree - 1) for _, degree in ties.degree())
    return nx.transitivity(ties) if pairs else None


def expected(nodes, edges, directed, weighted):
    graph = build(nodes, edges, directed, weighted)
    ways, sums = merged(graph, min), merged(graph, sum)
    plain = merged(build(nodes, edges, directed, False), lambda parts: 1)
    ties = nx.Graph(plain)
    along = arrows(edges, False)
    along.add_nodes_from(nodes)
    diameter, mean = distances(ways)
    values = {
        "betweenness-centralization": betweenness_centralization(plain, weighted),
        "closeness-centralization": closeness_centralization(ties),
        "degree-assortativity": degree_assortativity(plain),
        "density": nx.density(plain) if len(nodes) > 1 else None,
        "diameter": diameter,
        "eigenvector-centralization": eigenvector_centralization(sums),
        "mean-distance": mean,
        "reciprocity": nx.overall_reciprocity(along) if along.number_of_edges() else None,
        "transitivity": transitivity(ties),
        "type-assortativity": type_assortativity(plain),
        **degree_centralization(plain), **censuses(along)}
    return {name: None if value is None or math.isnan(value) else value
            for name, value in values.items()}


def compare(program, comparison, where, nodes, edges, choice):
    directed, weighted = choice
    options = ["--weight", "weight"] * weighted + ["--directed"] * directed
    got = oracle.figures(program, {node: kind(node) for node in nodes}, edges, *options)
    # Where all weights of the graph are 1 it has none.
    weighted = weighted and any(weight != 1 for a, b, weight in edges if a != b)
    wanted = expected(nodes, edges, directed, weighted)
    if got.keys() != wanted.keys():
        sys.exit(f"{where}: other figures: {sorted(got.keys() ^ wanted.keys())}")
    for name, value in wanted.items():
        comparison.value(name, f"{where} {' '.join(options)}", got[name], value)


def null_graph(program, comparison):
    for name, value in oracle.figures(program, [], []).items():
        comparison.value(name, "null graph", value, None)


def main():
    program = oracle.program_path()
    comparison = oracle.Comparison()
    random_source = random.Random(SEED)
    oracle.check_complete(program, "figures", FIGURES)
    null_graph(program, comparison)
    for number in range(1, GRAPHS):
        nodes, edges = random_graph(random_source, number)
        for choice in ((False, False), (True, False), (False, True), (True, True)):
            compare(program, comparison, f"graph {number}", nodes, edges, choice)
    comparison.finish()


main()
