#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every measure on seeded random graphs against NetworkX, or against the definition written out
slowly with NumPy where NetworkX has another: directed and not, weighted, of several components,
with loops and parallel edges, of 0, 1 and 2 nodes."""
import itertools
import random
import sys

sys.dont_write_bytecode = True
import networkx as nx  # noqa: E402
import numpy as np  # noqa: E402
import oracle  # noqa: E402
from random_graphs import (GRAPHS, SEED, arrows, build, kind, merged, random_graph,  # noqa: E402
                           without_loops)

SAME = 1e-9  # eigenvalues closer than this share are one


def distances(graph):
    return dict(nx.all_pairs_dijkstra_path_length(graph, weight="weight"))


def closeness(graph, normalized):
    result = {}
    for node, reached in distances(graph).items():
        total = sum(reached.values())
        result[node] = (len(reached) - 1 if normalized else 1) / total if total else None
    return result


def harmonic(graph, normalized):
    """NetworkX sums distances towards a node."""
    graph = graph.reverse() if graph.is_directed() else graph
    values = nx.harmonic_centrality(graph, distance="weight")
    return divided(values, len(graph) - 1) if normalized else values


def divided(values, by):
    return {node: value / by if by > 0 else None for node, value in values.items()}


def betweenness(graph, normalized):
    values = nx.betweenness_centrality(graph, normalized=False, weight="weight")
    pairs = (len(graph) - 1) * (len(graph) - 2) / (1 if graph.is_directed() else 2)
    return divided(values, pairs) if normalized else values


def counted_betweenness(graph):
    """By the definition, parallel edges being paths of their own; unweighted."""
    nodes = list(graph)
    steps = {a: nx.single_source_shortest_path_length(graph, a) for a in nodes}
    paths = {}
    for a in nodes:
        paths[a] = {a: 1}
        for b in sorted(steps[a], key=steps[a].get):
            if b != a:
                paths[a][b] = sum(paths[a][c] * graph.number_of_edges(c, b) for c in nodes
                                  if steps[a].get(c) == steps[a][b] - 1)
    result = {}
    for v in nodes:
        total = 0
        for s in nodes:
            for t in steps[s]:
                if v not in (s, t) and s != t and v in steps[s] and t in steps[v] and (
                        steps[s][v] + steps[v][t] == steps[s][t]):
                    total += paths[s][v] * paths[v][t] / paths[s][t]
        result[v] = total if graph.is_directed() else total / 2
    return result


def perron(matrix):
    """Eigenvalue and right eigenvector >= 0 of a matrix whose largest eigenvalue is simple."""
    values, vectors = np.linalg.eig(matrix)
    leader = np.argmax(values.real)
    vector = vectors[:, leader].real
    vector = vector / vector[np.argmax(abs(vector))]
    return values[leader].real, np.maximum(vector, 0)


def spectral_radius(matrix):
    return max(abs(np.linalg.eigvals(matrix)))


def component_eigenvector(graph, nodes):
    part = graph.subgraph(nodes)
    matrix = nx.to_numpy_array(part, nodelist=nodes)
    if graph.is_directed():
        cycles = [c for c in nx.strongly_connected_components(part) if len(c) > 1]
        radii = sorted(spectral_radius(nx.to_numpy_array(part.subgraph(c))) for c in cycles)
        if not radii or (len(radii) > 1 and radii[-1] - radii[-2] <= SAME * radii[-1]):
            return [None] * len(nodes)
    return list(perron(matrix.T)[1])


def by_component(graph, solve):
    """Isolated nodes have 0; a graph without edges has 1 everywhere."""
    if not graph.number_of_edges():
        return dict.fromkeys(graph, 1)
    result = dict.fromkeys(graph)
    parts = nx.connected_components(graph.to_undirected(as_view=True))
    for nodes in map(sorted, parts):
        if len(nodes) > 1:
            result.update(zip(nodes, solve(graph, nodes)))
    some = any(value is not None for value in result.values())
    isolates = {node: 0 for node in nx.isolates(graph)} if some else {}
    return {**result, **isolates}


def hits(authority):
    """Kleinberg's iteration from equal hub scores, at its limit."""
    def solve(graph, nodes):
        matrix = nx.to_numpy_array(graph.subgraph(nodes), nodelist=nodes)
        left, values, _ = np.linalg.svd(matrix)
        leading = left[:, :len(values)][:, values >= values[0] * (1 - SAME)]
        hub = leading @ (leading.T @ np.ones(len(nodes)))
        scores = np.maximum(matrix.T @ hub if authority else hub, 0)
        return list(scores / scores.max())
    return solve


def clustering(graph):
    graph = nx.Graph(graph)
    values = nx.clustering(graph)
    return {node: values[node] if graph.degree(node) > 1 else None for node in graph}


def constraint(graph):
    """Burt's formula; NetworkX 2.8 leaves out nodes without edges that lead from them."""
    nodes = list(graph)
    if not nodes:
        return {}
    ties = nx.to_numpy_array(graph, nodelist=nodes)
    ties = ties + ties.T if graph.is_directed() else ties
    totals = ties.sum(axis=1, keepdims=True)
    shares = np.divide(ties, totals, out=np.zeros_like(ties), where=totals > 0)
    local = (shares + shares @ shares) ** 2
    return {node: float(local[i][ties[i] > 0].sum()) if totals[i] > 0 else None
            for i, node in enumerate(nodes)}


def pagerank(graph):
    if not len(graph):
        return {}
    return nx.pagerank(graph, tol=1e-15, max_iter=2000, weight="weight")


def arrow_degrees(graph, edges, end):
    counts = dict.fromkeys(graph, 0)
    for edge in edges:
        if edge[0] != edge[1]:
            counts[edge[end]] += 1
    return counts


def backwards(graph, nodes):
    """With all nodes, also isolated ones."""
    turned = graph.reverse()
    turned.add_nodes_from(nodes)
    return turned


def eccentricity(graph):
    return {node: max(reached.values()) or None for node, reached in distances(graph).items()}


def articulation(graph):
    graph = nx.Graph(graph)
    whole = nx.number_connected_components(graph)
    return {node: max(nx.number_connected_components(graph.subgraph(set(graph) - {node})) - whole, 0)
            for node in graph}


def local_efficiency(graph):
    """igraph's: the neighbours' distances in the graph without the node."""
    result = {}
    for node in graph:
        near = set(nx.all_neighbors(graph, node))
        rest = graph.subgraph(set(graph) - {node})
        steps = {a: nx.single_source_dijkstra_path_length(rest, a) for a in near}
        pairs = [(a, b) for a in near for b in near if a != b]
        result[node] = sum(1 / steps[a][b] for a, b in pairs if b in steps[a]) / len(pairs) \
            if pairs else None
    return result


def effective_size(graph):
    """Burt's formula, by matrices."""
    nodes = list(graph)
    if not nodes:
        return {}
    ties = nx.to_numpy_array(graph, nodelist=nodes)
    ties = ties + ties.T
    result = {}
    for i, node in enumerate(nodes):
        near = np.flatnonzero(ties[i])
        shares = ties[i] / (ties[i].sum() or 1)
        result[node] = sum(1 - sum(shares[q] * ties[u, q] / ties[u].max() for q in near)
                           for u in near) if len(near) else None
    return result


def katz(graph):
    nodes = list(graph)
    if not nodes:
        return {}
    matrix = nx.to_numpy_array(graph, nodelist=nodes)
    cycles = [c for c in nx.strongly_connected_components(nx.DiGraph(graph)) if len(c) > 1]
    limit = max((spectral_radius(nx.to_numpy_array(graph.subgraph(c))) for c in cycles), default=0)
    parts = [part for _, _, parts in graph.edges(data="parts") for part in parts]
    alpha = 0.85 / (limit or max(parts, default=1))
    values = np.linalg.solve(np.eye(len(nodes)) - alpha * matrix.T, np.ones(len(nodes)))
    return dict(zip(nodes, values / values.max()))


def participation(graph):
    result = {}
    for node in graph:
        sums = {}
        for a, b, weight in list(graph.edges(node, data="weight")) + (
                list(graph.in_edges(node, data="weight")) if graph.is_directed() else []):
            other = kind(b if a == node else a)
            sums[other] = sums.get(other, 0) + weight
        total = sum(sums.values())
        result[node] = 1 - sum((k / total) ** 2 for k in sums.values()) if total else None
    return result


def expected(graph, edges, weighted, normalized):
    """{measure: values} for the defaults: parallel edges once for paths, each for degrees."""
    plain = without_loops(graph)
    ties = merged(graph, sum)  # weights add up
    ways = merged(graph, min)  # the shortest counts
    each = {"degree": dict(plain.degree()), "in-degree": arrow_degrees(graph, edges, 1),
            "out-degree": arrow_degrees(graph, edges, 0)}
    if normalized:
        each = {name: divided(values, len(graph) - 1) for name, values in each.items()}
    out = arrows(edges, weighted)
    out.add_nodes_from(graph)
    into = backwards(out, graph)
    solve_hub, solve_authority = hits(False), hits(True)
    if not graph.is_directed():
        solve_hub = solve_authority = component_eigenvector
    return {
        **each,
        "strength": dict(plain.degree(weight="weight")),
        "betweenness": betweenness(ways, normalized),
        "closeness": closeness(ways, normalized),
        "harmonic": harmonic(ways, normalized),
        "eigenvector": by_component(ties, component_eigenvector),
        "hub": by_component(ties, solve_hub),
        "authority": by_component(ties, solve_authority),
        "pagerank": pagerank(ties),
        "coreness": nx.core_number(ways),
        "constraint": constraint(ties if weighted else ways),
        "clustering": clustering(ways),
        "articulation": articulation(ways),
        "closeness-in": closeness(into, normalized),
        "closeness-out": closeness(out, normalized),
        "eccentricity": eccentricity(ways),
        "effective-size": effective_size(ties if weighted else ways),
        "harmonic-in": harmonic(into, normalized),
        "harmonic-out": harmonic(out, normalized),
        "katz": katz(ties),
        "local-efficiency": local_efficiency(ways),
        "participation": participation(plain),
    }


def sides(graph, edge):
    """How many nodes the smaller side of a bridge has; 0 where the edge is none."""
    rest = nx.Graph(graph)
    rest.remove_edge(*edge)
    if nx.has_path(rest, *edge):
        return 0
    return min(len(nx.node_connected_component(rest, end)) for end in edge)


def expected_of_edges(graph, edges, normalized):
    """{measure: {number: value}}; parallel edges have the value of the one tie they are."""
    ways = merged(graph, min)
    ties = nx.Graph(ways)
    between = nx.edge_betweenness_centrality(ways, normalized=False, weight="weight")
    pairs = len(graph) * (len(graph) - 1) / (1 if graph.is_directed() else 2)
    result = {"bridge": {}, "edge-betweenness": {}}
    for number, (a, b, _) in enumerate(edges):
        loop = a == b
        value = None if loop else between[(a, b) if (a, b) in between else (b, a)]
        result["bridge"][number] = None if loop else sides(ties, (a, b))
        result["edge-betweenness"][number] = value / pairs if value and normalized else value
    return result


def compare_edges(program, comparison, where, nodes, edges, choice):
    directed, weighted, normalized = choice
    options = ["--weight", "weight"] * weighted + ["--directed"] * directed + \
        ["--normalized"] * normalized
    wanted = expected_of_edges(build(nodes, edges, directed, weighted), edges, normalized)
    got = oracle.rank_edges(program, nodes, edges, oracle.EDGE_MEASURES, *options)
    for measure in oracle.EDGE_MEASURES:
        comparison.values(measure, f"{where} {' '.join(options)}", got[measure], wanted[measure])


def compare_restart(program, comparison, where, nodes, edges, directed):
    """PageRank from the first and the last node."""
    ends = {nodes[0], nodes[-1]}
    ties = merged(build(nodes, edges, directed, False), sum)
    wanted = nx.pagerank(ties, tol=1e-15, max_iter=2000, weight="weight",
                         personalization=dict.fromkeys(ends, 1))
    got = oracle.rank(program, nodes, edges, ["pagerank"], "--restart", ",".join(sorted(ends)),
                      *["--directed"] * directed)
    comparison.values("pagerank --restart", where, got["pagerank"], wanted)


def compare_bridges_apart(program, comparison, where, nodes, edges):
    """Where parallel edges are told apart, a doubled one is no bridge."""
    ties = merged(build(nodes, edges, False, False), sum)
    wanted = {number: None if a == b else 0 if ties[a][b]["weight"] > 1 else sides(ties, (a, b))
              for number, (a, b, _) in enumerate(edges)}
    got = oracle.rank_edges(program, nodes, edges, ["bridge"], "--parallel", "keep")
    comparison.values("bridge", f"{where} apart", got["bridge"], wanted)


def compare_all(program, comparison, where, nodes, edges, directed, weighted, normalized):
    options = ["--weight", "weight"] * weighted + ["--directed"] * directed + \
        ["--normalized"] * normalized
    graph = build(nodes, edges, directed, weighted)
    wanted = expected(graph, edges, weighted, normalized)
    got = oracle.rank(program, {node: kind(node) for node in nodes}, edges, oracle.MEASURES,
                      *options)
    for measure in oracle.MEASURES:
        comparison.values(measure, f"{where} {' '.join(options)}", got[measure], wanted[measure])


def compare_defaults(program, comparison, where, number, nodes, edges):
    """The smallest graphs in every way, of the others each in some."""
    choices = list(itertools.product((False, True), repeat=3))
    for choice in choices if number < 3 else choices[number % 4::4]:
        compare_all(program, comparison, where, nodes, edges, *choice)
    compare_edges(program, comparison, where, nodes, edges, choices[number % 8])


def compare_parallel(program, comparison, where, nodes, edges):
    """Parallel edges each, once, and as weights, whatever the measure."""
    measures = ["degree", "strength", "betweenness", "pagerank", "coreness"]
    for directed in (False, True):
        graph = without_loops(build(nodes, edges, directed, False))
        once, count = merged(graph, lambda parts: 1), merged(graph, sum)
        arrows = ["--directed"] * directed
        for options, wanted in (
                (["--parallel", "keep"], [
                    dict(graph.degree()), dict(graph.degree()), counted_betweenness(graph),
                    pagerank(count), multi_cores(graph)]),
                (["--parallel", "merge"], [
                    dict(once.degree()), dict(once.degree()),
                    nx.betweenness_centrality(once, normalized=False), pagerank(once),
                    nx.core_number(once)]),
                (["--weight", "count"], [
                    dict(once.degree()), dict(graph.degree()),
                    nx.betweenness_centrality(count, normalized=False, weight="weight"),
                    pagerank(count), nx.core_number(once)])):
            got = oracle.rank(program, nodes, edges, measures, *arrows, *options)
            for measure, values in zip(measures, wanted):
                comparison.values(measure, f"{where} {' '.join(arrows + options)}", got[measure],
                                  values)


def multi_cores(graph):
    """By the definition: nodes of too small a degree are taken away until none is left."""
    left, cores, k = without_loops(graph), {}, 0
    while len(left):
        weak = [node for node, degree in left.degree() if degree <= k]
        cores.update(dict.fromkeys(weak, k))
        left.remove_nodes_from(weak)
        k += not weak
    return cores


def compare_large(program, comparison, random_source):
    """Large enough to be computed in parts."""
    nodes = [f"n{i}" for i in range(600)]
    edges = [(random_source.choice(nodes), random_source.choice(nodes),
              random_source.choice([1.0, 2.0])) for _ in range(1000)]
    for directed in (False, True):
        compare_all(program, comparison, "large graph", nodes, edges, directed, True, True)


def main():
    program = oracle.program_path()
    comparison = oracle.Comparison()
    random_source = random.Random(SEED)
    oracle.check_complete(program, "measures", oracle.MEASURES)
    oracle.check_complete(program, "edge-measures", oracle.EDGE_MEASURES)
    for number in range(GRAPHS):
        nodes, edges = random_graph(random_source, number)
        where = f"graph {number} ({len(nodes)} nodes, {len(edges)} edges)"
        compare_defaults(program, comparison, where, number, nodes, edges)
        if number % 5 == 0:
            compare_parallel(program, comparison, where, nodes, edges)
            compare_bridges_apart(program, comparison, where, nodes, edges)
        if number % 5 == 1:
            compare_restart(program, comparison, where, nodes, edges, number % 2 == 0)
    compare_large(program, comparison, random_source)
    comparison.finish()


if __name__ == "__main__":
    main()
