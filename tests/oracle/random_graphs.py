# SPDX-License-Identifier: MIT
"""Seeded random graphs and the forms of them that measures are defined on."""
import networkx as nx

SEED = 20260302
GRAPHS = 200


def random_graph(random_source, number):
    """Of 0 to 14 nodes; sparse ones fall into components. Weights are exact in binary."""
    size = number if number < 3 else random_source.randint(3, 14)
    nodes = [f"n{i}" for i in range(size)]
    count = random_source.randint(0, 3 * size) if size else 0
    weights = [0.5, 1.0, 1.5, 2.0, 4.0]
    edges = [(random_source.choice(nodes), random_source.choice(nodes),
              random_source.choice(weights)) for _ in range(count)]
    edges += [random_source.choice(edges) for _ in range(len(edges) // 5)]
    return nodes, edges


def build(nodes, edges, directed, weighted):
    graph = nx.MultiDiGraph() if directed else nx.MultiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((a, b, {"weight": w if weighted else 1}) for a, b, w in edges)
    return graph


def without_loops(graph):
    plain = graph.copy()
    plain.remove_edges_from(list(nx.selfloop_edges(plain, keys=True)))
    return plain


def merged(graph, combine):
    """Parallel edges as one, their weights combined; no loops."""
    simple = nx.DiGraph() if graph.is_directed() else nx.Graph()
    simple.add_nodes_from(graph)
    for a, b, data in graph.edges(data=True):
        if a != b:
            weights = simple.get_edge_data(a, b, {"parts": []})["parts"]
            simple.add_edge(a, b, parts=weights + [data["weight"]])
    for _, _, data in simple.edges(data=True):
        data["weight"] = combine(data["parts"])
    return simple


def arrows(edges, weighted):
    """The directed graph in which the shortest of parallel edges counts."""
    graph = nx.MultiDiGraph()
    graph.add_edges_from((a, b, {"weight": w if weighted else 1}) for a, b, w in edges)
    return merged(graph, min)


def kind(node):
    """A node's type."""
    return f"t{int(node[1:]) % 3}"
