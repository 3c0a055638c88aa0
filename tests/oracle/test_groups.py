#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""`groups` beside NetworkX: components, strong components and cores node by node; of every grouping,
on seeded random graphs, the numbers it is described by (modularity, conductance, edges inside and
outside, participation) worked out again from the groups themselves; two cliques that every
community method must find; Zachary's karate club, whose best modularity and what some methods reach
are published."""
import random
import sys

sys.dont_write_bytecode = True
import networkx as nx  # noqa: E402
import oracle  # noqa: E402
import random_graphs as graphs  # noqa: E402

COMMUNITIES = ("edge-betweenness", "fast-greedy", "infomap", "label-propagation", "leiden",
               "louvain", "spinglass", "walktrap")
SHAPES = ("components", "cores", "strong-components")
DIRECTED = ("edge-betweenness", "infomap", "label-propagation")  # where the graph is
GRAPHS = 40
# The optimum: Brandes et al. (2008), On modularity clustering. Fast-greedy: Clauset, Newman, Moore
# (2004) and its successors; edge-betweenness: Newman, Girvan (2004); walktrap: Pons, Latapy (2005).
KARATE_BEST = 0.41979
KARATE = {"leiden": 0.4197, "louvain": 0.41, "fast-greedy": 0.3806, "edge-betweenness": 0.4012,
          "walktrap": 0.353, "spinglass": 0.41}


def numbered(groups):
    """The largest first, equals by their least id."""
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group[0]))


def conductance(graph, group):
    volume = sum(degree for _, degree in graph.degree(group, weight="weight"))
    rest = 2 * graph.size(weight="weight") - volume
    cut = sum(w for a, b, w in graph.edges(data="weight") if (a in group) != (b in group))
    return cut / min(volume, rest) if min(volume, rest) > 1e-12 else None


def participation(graph, groups, node):
    shares = {}
    for _, other, weight in graph.edges(node, data="weight"):
        shares[groups[other]] = shares.get(groups[other], 0) + weight
    total = sum(shares.values())
    return 1 - sum((share / total) ** 2 for share in shares.values()) if shares else None


def modularity(graph, groups):
    return nx.community.modularity(graph, groups) if graph.size() else None


def compare_answer(compare, where, undirected, answer, arrows=None):
    """The graph without loops, parallel edges there as often as there are; where arrows count for
    the groups, also with them."""
    method = answer["method"]
    of = {row["id"]: row["group"] for row in answer["nodes"]}
    if answer["groups"] != numbered(answer["groups"]) or set(of) != set(undirected) or any(
            of[node] != number for number, group in enumerate(answer["groups"], 1)
            for node in group):
        sys.exit(f"{where}: {method}: not in order or not all nodes: {answer}")
    compare.value(f"{method} modularity", where, answer["modularity"],
                  modularity(arrows or undirected, answer["groups"]))
    for group, told in zip(answer["groups"], answer["details"]):
        outside = sum((of[a] == told["group"]) != (of[b] == told["group"])
                      for a, b in undirected.edges())
        inside = undirected.subgraph(group).number_of_edges()
        for key, value in (("inside", inside), ("outside", outside),
                           ("conductance", conductance(undirected, set(group)))):
            compare.value(f"{method} {key}", where, told[key], value)
    for row in answer["nodes"]:
        others = [of[b] for _, b in undirected.edges(row["id"]) if of[b] != row["group"]]
        for key, value in (("outside", len(others)), ("reached", len(set(others))),
                           ("participation", participation(undirected, of, row["id"]))):
            compare.value(f"{method} {key}", where, row[key], value)


def compare_random(program, compare):
    source = random.Random(graphs.SEED)
    for number in range(GRAPHS):
        nodes, edges = graphs.random_graph(source, number)
        for method in COMMUNITIES + SHAPES:
            weighted, directed = number % 2 == 1, number % 3 == 0
            words = ["--weight", "weight"] * weighted + ["--directed"] * directed
            answer = oracle.ask(program, nodes, edges, "groups", "--by", method, *words)
            graph, arrows = (graphs.without_loops(graphs.build(nodes, edges, kind, weighted))
                             for kind in (False, True))
            follows = method == "strong-components" or directed and method in DIRECTED
            where = f"random graph {number} {' '.join(words)}"
            compare_answer(compare, where, graph, answer, arrows if follows else None)
            compare_shape(compare, where, arrows, answer)


def compare_shape(compare, where, arrows, answer):
    expected = {"components": nx.weakly_connected_components,
                "strong-components": nx.strongly_connected_components,
                "cores": lambda graph: shells(nx.Graph(graph))}.get(answer["method"])
    if expected:
        compare.value(f"{answer['method']} groups", where,
                      answer["groups"] == numbered(expected(arrows)), True)


def shells(simple):
    of = {}
    for node, core in nx.core_number(simple).items():
        of.setdefault(core, []).append(node)
    return of.values()


def compare_cliques(program, compare):
    """Two cliques of eight with one edge between."""
    cliques = [[f"{name}{i}" for i in range(8)] for name in "ab"]
    edges = [(a, b) for clique in cliques for i, a in enumerate(clique) for b in clique[:i]]
    edges.append(("a0", "b0"))
    for method in COMMUNITIES:
        answer = oracle.ask(program, sum(cliques, []), edges, "groups", "--by", method)
        compare.value(f"{method} cliques", "two cliques", answer["groups"] == cliques, True)


def compare_karate(program, compare):
    club = nx.karate_club_graph()
    nodes = [f"m{node:02}" for node in club]
    edges = [(nodes[a], nodes[b]) for a, b in club.edges()]
    for method, known in KARATE.items():
        answer = oracle.ask(program, nodes, edges, "groups", "--by", method)
        reached = known <= answer["modularity"] <= KARATE_BEST + 1e-5
        print(f"karate club, {method}: {answer['modularity']}")
        compare.value(f"{method} karate", "karate club", reached, True)


def main():
    program = sys.argv[1]
    oracle.check_complete(program, "groupings", COMMUNITIES + SHAPES)
    compare = oracle.Comparison()
    compare_random(program, compare)
    compare_cliques(program, compare)
    compare_karate(program, compare)
    compare.finish()


main()
