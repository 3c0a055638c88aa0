#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every measure of eight published networks against tables that NetworkX 3.7 computed."""
import sys

sys.dont_write_bytecode = True
import oracle  # noqa: E402

FOLDER = oracle.DATA / "oracle-networkx-a"

# ours, the options, the table's column, and where the two definitions part: a value of the table
# that is undefined here.
UNDIRECTED = [
    ("degree", [], "degree", None),
    ("betweenness", [], "betweenness", None),
    ("betweenness", ["--normalized"], "betweenness_norm", None),
    ("closeness", ["--normalized"], "closeness", 0.0),
    ("harmonic", [], "harmonic_sum", None),
    ("eigenvector", [], "eigenvector_max1", None),
    ("pagerank", [], "pagerank_085", None),
    ("hub", [], "hub_max1", None),
    ("authority", [], "authority_max1", None),
    ("constraint", [], "constraint", None),
    ("coreness", [], "core_undirected", None),
]
DIRECTED = [
    ("in-degree", ["--directed"], "in_degree", None),
    ("out-degree", ["--directed"], "out_degree", None),
    ("in-degree", [], "in_degree", None),
    ("out-degree", [], "out_degree", None),
    ("degree", ["--directed"], "degree", None),
    ("degree", [], "degree", None),
    ("strength", ["--directed"], "degree", None),
    ("betweenness", ["--directed"], "betweenness", None),
    ("betweenness", ["--directed", "--normalized"], "betweenness_norm", None),
    ("closeness", ["--directed", "--normalized"], "closeness_out", 0.0),
    ("harmonic", ["--directed"], "harmonic_out_sum", None),
    ("pagerank", ["--directed"], "pagerank_085", None),
    ("hub", ["--directed"], "hub_max1", None),
    ("authority", ["--directed"], "authority_max1", None),
    ("constraint", ["--directed"], "constraint", None),
    ("coreness", [], "core_undirected", None),
]
# A bipartite network has two leading hub vectors, and the table one mixture of them.
NO_UNIQUE_HUBS = {"brandes11", "southern_women"}
# The table has 12 decimals.
TABLE = {"relative": 1e-8, "absolute": 1e-11}


def number(text):
    return float(text) if text else None


def compare(program, name, comparison):
    rows = oracle.read_csv(FOLDER / f"{name}_nodes.csv")
    nodes = [row["id"] for row in rows]
    edges = [(row["source"], row["target"])
             for row in oracle.read_csv(FOLDER / f"{name}_edges.csv")]
    for measure, options, column, undefined in DIRECTED if "in_degree" in rows[0] else UNDIRECTED:
        if measure in ("hub", "authority") and name in NO_UNIQUE_HUBS:
            print(f"skipped: {name} {measure}: not unique in a bipartite network")
            continue
        got = oracle.rank(program, nodes, edges, [measure], *options)[measure]
        expected = {row["id"]: number(row[column]) for row in rows}
        if undefined is not None:
            expected = {node: None if value == undefined else value
                        for node, value in expected.items()}
        comparison.values(measure, name, got, expected, **TABLE)
    compare_clustering(program, name, rows, nodes, edges, comparison)


def compare_clustering(program, name, rows, nodes, edges, comparison):
    """Fewer than two neighbours: 0 in the table, undefined here."""
    pairs = {frozenset(edge) for edge in edges}
    for options in ([], ["--directed"]):
        got = oracle.rank(program, nodes, edges, ["clustering"], *options)["clustering"]
        expected = {row["id"]: number(row["clustering_undirected"])
                    if sum(row["id"] in pair for pair in pairs) > 1 else None for row in rows}
        comparison.values("clustering", name, got, expected, **TABLE)


def main():
    program = oracle.program_path()
    if not FOLDER.is_dir():
        oracle.skip("no folder shared/data/oracle-networkx-a beside the repository")
    comparison = oracle.Comparison()
    for path in sorted(FOLDER.glob("*_edges.csv")):
        compare(program, path.name.removesuffix("_edges.csv"), comparison)
    comparison.finish()


main()
