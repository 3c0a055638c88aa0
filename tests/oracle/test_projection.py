#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Projections against networkx.algorithms.bipartite, on random two-mode graphs, treaties and the
Southern Women: which parties are tied, with the count of what they share or Newman's weight, and
through which nodes. The same facts in another order give the same ties."""
import json
import random
import subprocess
import sys

sys.dont_write_bytecode = True
import networkx as nx  # noqa: E402
from networkx.algorithms import bipartite  # noqa: E402
import oracle  # noqa: E402

SEED = 20010628
GRAPHS = 200


def facts(parties, shared, edges):
    """NDJSON of nodes of the types party and shared; edges of (party, shared) or the other way."""
    lines = [{"entente": 1, "schema": "open"}]
    lines += [{"node": node, "type": "party"} for node in parties]
    lines += [{"node": node, "type": "shared"} for node in shared]
    lines += [{"edge": [a, "tie", b]} for a, b in edges]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def project(program, text, weight):
    """{(party, party): (weight, what they share)}, and the parties."""
    command = [program, "export", "--from", "ndjson", "--project", "via", "shared",
               "--project-weight", weight, "-f", "json", "-q", "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8",
                          check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")
    answer = json.loads(done.stdout)
    ties = {}
    for edge in answer.get("edges", []):
        pair = tuple(sorted((edge["from"], edge["to"])))
        if pair in ties:
            sys.exit(f"{pair} is tied twice")
        ties[pair] = (edge.get("weight", 1), set(edge["properties"]["via"]))
    return ties, set(answer.get("nodes", {}))


def expect(parties, shared, edges, weight):
    """The same by NetworkX, which knows no edges within one mode and no parallel ones, and wants a
    node on the other side."""
    graph = nx.Graph()
    graph.add_nodes_from(parties)
    graph.add_nodes_from([*shared, ""])
    sides = set(shared)
    graph.add_edges_from((a, b) for a, b in edges if (a in sides) != (b in sides))
    make = (bipartite.weighted_projected_graph if weight == "count"
            else bipartite.collaboration_weighted_projected_graph)
    made = make(graph, parties)
    return {tuple(sorted((a, b))): (value, set(graph[a]) & set(graph[b]))
            for a, b, value in made.edges(data="weight")}


def compare(check, where, program, graph, rng):
    parties, shared, edges = graph
    shuffled = [rng.sample(part, len(part)) for part in graph]
    for weight in ("count", "newman"):
        wanted = expect(parties, shared, edges, weight)
        got, nodes = project(program, facts(*graph), weight)
        if nodes != set(parties) or got.keys() != wanted.keys():
            check.differences += 1
            print(f"DIFFERENT {where} {weight}: other nodes or ties than expected")
            continue
        for pair, (value, through) in wanted.items():
            check.value(weight, f"{where} {pair}", got[pair][0], value)
            check.value("through", f"{where} {pair}", len(got[pair][1] ^ through), 0)
    if project(program, facts(*shuffled), "newman") != (got, nodes):
        check.differences += 1
        print(f"DIFFERENT {where}: another order of the facts has other ties")


def random_graph(rng):
    """With loops, parallel edges of both directions, and edges within one mode."""
    parties = [f"p{i}" for i in range(rng.choice([0, 1, 2, 5, 12, 30]))]
    shared = [f"s{i}" for i in range(rng.choice([1, 2, 5, 20]))]
    nodes, edges = parties + shared, []
    for _ in range(rng.randrange(3 * len(nodes) + 1) if parties and shared else 0):
        a, b = rng.choice(parties), rng.choice(shared)
        edges += [(a, b) if rng.random() < 0.5 else (b, a)] * rng.choice([1, 1, 1, 2])
    for _ in range(rng.randrange(3) if nodes else 0):
        edges.append((rng.choice(nodes), rng.choice(nodes)))
    return parties, shared, edges


def table(rows, party, shared):
    """A two-mode graph of a table's columns; states and treaties may not share an id."""
    pairs = sorted({("p:" + row[party], "s:" + row[shared]) for row in rows
                    if row[party] and row[shared]})
    return sorted({a for a, _ in pairs}), sorted({b for _, b in pairs}), pairs


def main():
    program = oracle.program_path()
    check = oracle.Comparison()
    rng = random.Random(SEED)
    for number in range(GRAPHS):
        compare(check, f"graph {number}", program, random_graph(rng), rng)
    if not oracle.DATA.is_dir():
        check.finish()
    treaties = oracle.DATA / "treaties-environment-trade"
    for name in ("desta_parties", "ieadb_parties"):
        rows = oracle.read_csv(treaties / f"{name}.csv")
        compare(check, name, program, table(rows, "stateID", "treatyID"), rng)
    women = oracle.read_csv(oracle.DATA / "networks-manynet-a" / "ison_southern_women_edges.csv")
    compare(check, "southern women", program, table(women, "source", "target"), rng)
    check.finish()


if __name__ == "__main__":
    main()
