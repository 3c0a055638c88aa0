# SPDX-License-Identifier: MIT
"""Other programs read the GraphML that the program writes: NetworkX, igraph, xmllint, and itself."""
import collections
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

import nasty

try:
    import igraph
    import networkx
except ImportError as error:
    print(f"skipped: {error} (Debian's python3-networkx and python3-igraph)")
    sys.exit(77)

EXAMPLE = nasty.ROOT / "graphs" / "korea-singapore-ai-2026"
SCHEMA = nasty.DATA / "schemas" / "graphml-1.1" / "graphml.xsd"
MEASURES = ["degree", "pagerank", "clustering"]
PLAIN = {"aliases", "ids", "same_as", "not_same_as", "evidence", "properties"} # JSON in a string
checked = collections.Counter()


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8",
                          check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr[:4000]}")
    return done.stdout


def check(what, got, expected):
    checked[what] += 1
    if got != expected:
        sys.exit(f"{what}:\n  read      {got!r:.2000}\n  expected  {expected!r:.2000}")


def numbers(value):
    """Facts as JSON readers see them: digits become numbers."""
    if isinstance(value, nasty.Digits):
        return json.loads(value)
    if isinstance(value, dict):
        return {key: numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [numbers(item) for item in value]
    return value


def expected_common(fact):
    """What a node and an edge have alike, by attr.name."""
    values = {"status": fact.get("status", "actual")}
    for name in ("date", "start", "end", "by", "aliases", "ids", "count", "same_as", "not_same_as",
                 "evidence", "properties"):
        if name in fact:
            values[name] = fact[name]
    if fact.get("note"):
        values["note"] = fact["note"]
    amount = fact.get("amount", {})
    for name, part in (("amount", "value"), ("amount_currency", "currency"), ("amount_text", "text")):
        if part in amount:
            values[name] = amount[part]
    if fact.get("evidence"):
        values["quote"] = fact["evidence"][0]["quote"]
        values["quote_source"] = fact["evidence"][0]["source"]
    extras = {key: value for key, value in fact.items() if key.startswith("x-")}
    if extras:
        values["extras"] = extras
    return values


def expected_node(node_id, node):
    name = node.get("name", node_id)
    return expected_common(node) | {"node_id": node_id, "name": name, "label": name,
                                    "kind": node["type"]}


def expected_edge(edge):
    values = expected_common(edge) | {"relation": edge["type"], "interaction": edge["type"]}
    if "id" in edge:
        values["edge_id"] = edge["id"]
    return values


NAMES = (set(expected_common({"evidence": [{"quote": "", "source": ""}]})) | PLAIN
         | {"date", "start", "end", "by", "count", "note", "amount", "amount_currency", "amount_text",
            "extras", "node_id", "name", "label", "kind", "relation", "interaction", "edge_id"})


def without_gaps(attributes):
    """Only the names whose values are compared; igraph fills gaps with '' and NaN."""
    return {name: value for name, value in attributes.items()
            if name in NAMES and value not in ("", None) and value == value}


def as_read(attributes):
    """A reader's attributes as facts: JSON texts are decoded."""
    return {name: json.loads(value) if name in PLAIN | {"extras"} else value
            for name, value in without_gaps(attributes).items()}


def freeze(value):
    return json.dumps(value, sort_keys=True)


def check_nodes(who, facts, found):
    """found: node_id -> attributes."""
    check(f"{who} node ids", sorted(found), sorted(facts["nodes"]))
    for node_id, node in facts["nodes"].items():
        check(f"{who} nodes", as_read(found[node_id]), numbers(expected_node(node_id, node)))


def check_edges(who, facts, found):
    """found: list of (from, attributes, to)."""
    expected = collections.Counter(
        (edge["from"], freeze(numbers(expected_edge(edge))), edge["to"]) for edge in facts["edges"])
    got = collections.Counter()
    for start, attributes, end in found:
        values = as_read(attributes)
        values.pop("label", None)
        got[start, freeze(values), end] += 1
    check(f"{who} edges", got, expected)
    checked[f"{who} edges"] += len(found) - 1


def plain_kind(value):
    if isinstance(value, bool) or isinstance(value, str) or isinstance(value, list):
        return type(value)
    return str if value == math.inf or isinstance(value, int) and abs(value) >= 10**18 else float


def check_plain_properties(who, facts, found):
    """Each property in a key of its own, of the kind that all its values have."""
    kinds = {}
    for node in facts["nodes"].values():
        for name, value in node.get("properties", {}).items():
            kinds.setdefault(name, set()).add(plain_kind(value))
    for node_id, node in facts["nodes"].items():
        for name, value in node.get("properties", {}).items():
            got = found[node_id].get(f"p_{name}")
            if " " in name or value == "":
                check(f"{who} no plain property", got, None)
            elif isinstance(value, list):
                check(f"{who} plain properties", json.loads(got), value)
            elif kinds[name] == {plain_kind(value)} and not (plain_kind(value) is str != type(value)):
                check(f"{who} plain properties", got, value)
            else:
                check(f"{who} plain properties", got, "1e400" if value == math.inf else str(value))


def check_numbers(who, facts, found):
    """Weights and confidences, exactly."""
    for name in ("weight", "confidence"):
        expected = sorted(float(edge.get(name, 1)) for edge in facts["edges"])
        if any(value != 1 for value in expected):
            check(f"{who} {name}", sorted(values[name] for _, values, _ in found), expected)


def check_networkx(facts, path):
    graph = networkx.read_graphml(path, force_multigraph=True)
    check("networkx directed", graph.is_directed(), True)
    nodes = {values["node_id"]: values for _, values in graph.nodes(data=True)}
    edges = [(graph.nodes[start]["node_id"], values, graph.nodes[end]["node_id"])
             for start, end, values in graph.edges(data=True)]
    check("networkx size", (len(graph), graph.number_of_edges()),
          (len(facts["nodes"]), len(facts["edges"])))
    check_nodes("networkx", facts, nodes)
    check_plain_properties("networkx", facts, nodes)
    check_edges("networkx", facts, edges)
    check_numbers("networkx", facts, edges)
    for values in (values for _, values in graph.nodes(data=True)):
        for value in values.values():
            if isinstance(value, float):
                check("networkx finite", math.isfinite(value), True)
    for name in ("title", "description", "schema"):
        check(f"networkx {name}", graph.graph.get(name), facts.get(name))
    check("networkx sources", json.loads(graph.graph["sources"]), numbers(facts["sources"]))
    for _, _, key, values in graph.edges(keys=True, data=True):
        if values.get("edge_id", "").isascii() and values.get("edge_id", "").isalpha():
            check("networkx edge keys", str(key), values["edge_id"])
    return graph


def check_igraph(facts, path):
    graph = igraph.Graph.Read_GraphML(str(path))
    ids = graph.vs["node_id"]
    edges = [(ids[edge.source], edge.attributes(), ids[edge.target]) for edge in graph.es]
    check("igraph directed", graph.is_directed(), True)
    check("igraph size", (graph.vcount(), graph.ecount()), (len(facts["nodes"]), len(facts["edges"])))
    check("igraph unique edge ids", len(set(graph.es["id"])), graph.ecount())
    check_nodes("igraph", facts, {vertex["node_id"]: vertex.attributes() for vertex in graph.vs})
    check_edges("igraph", facts, edges)
    check_numbers("igraph", facts, edges)
    check("igraph title", graph["title"], facts["title"])
    return graph


def check_measures(program, facts_path, graph):
    answer = json.loads(run(program, "rank", "--by", ",".join(MEASURES), "--format", "json",
                            facts_path))
    found = {values["node_id"]: values for _, values in graph.nodes(data=True)}
    for row in answer["nodes"]:
        for name in MEASURES:
            check(f"measure {name}", found[row["id"]].get(name), row[name])


def check_xmllint(path):
    if not SCHEMA.exists() or not shutil.which("xmllint"):
        print("skipped: GraphML's schema or xmllint is not here")
        return
    done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SCHEMA, path],
                          capture_output=True, text=True, check=False)
    check("xmllint", (done.returncode, done.stderr if done.returncode else ""), (0, ""))


def check_text(path):
    """What the readers above let pass and others do not."""
    text = path.read_text(encoding="utf-8")
    for mark in ("<default", "></data>", "directed=\"false\"", "for=\"all\"",
                 "attr.name=\"id\"", "attr.name=\"type\"", "attr.name=\"source\""):
        check("text", (mark, mark in text), (mark, False))


def check_round_trip(program, facts_path, path, folder):
    again = folder / "again.graphml"
    check("the same facts", run(program, "export", "-f", "json", "-o", "-", path),
          run(program, "export", "-f", "json", "-o", "-", facts_path))
    run(program, "export", "-o", again, path)
    plain = folder / "plain.graphml"
    run(program, "export", "-o", plain, facts_path)
    check("the same GraphML", again.read_bytes(), plain.read_bytes())


def check_rewritten(program, facts_path, path, folder, graphs):
    """Read, written by another program and read again, the facts are the same."""
    expected = run(program, "export", "-f", "json", "-o", "-", facts_path)
    by_networkx, by_igraph = folder / "networkx.graphml", folder / "igraph.graphml"
    networkx.write_graphml_xml(graphs[0], by_networkx)
    graphs[1].write_graphml(str(by_igraph))
    check("through igraph", run(program, "export", "-f", "json", "-o", "-", by_igraph), expected)
    check("through networkx",
          sorted(run(program, "export", "-f", "json", "-o", "-", by_networkx).replace(",\n", "\n").split("\n")),
          sorted(expected.replace(",\n", "\n").split("\n")))


def check_added(program, folder, graph):
    """What another program adds to a node or an edge is a property."""
    path = folder / "added.graphml"
    node, (start, end) = next(iter(graph.nodes)), next(iter(graph.edges()))
    graph.nodes[node].update({"community": 3, "seen by": "me & you"})
    list(graph[start][end].values())[0]["strong"] = True
    networkx.write_graphml_xml(graph, path)
    facts = json.loads(run(program, "export", "-f", "json", "-o", "-", path))
    check("added to a node", facts["nodes"][graph.nodes[node]["node_id"]].get("properties"),
          {"community": 3, "seen by": "me & you"})
    check("added to an edge", [edge["properties"]["strong"] for edge in facts["edges"]
                               if "strong" in edge.get("properties", {})], [True])


def check_dossier(program, facts_path, folder, rewritten):
    facts = json.loads(facts_path.read_text(encoding="utf-8"))
    path = folder / "x.graphml"
    run(program, "export", "--with", ",".join(MEASURES), "-o", path, facts_path)
    check_text(path)
    check_xmllint(path)
    graphs = check_networkx(facts, path), check_igraph(facts, path)
    check_measures(program, facts_path, graphs[0])
    check_round_trip(program, facts_path, path, folder)
    if rewritten:
        check_rewritten(program, facts_path, path, folder, graphs)
        check_added(program, folder, graphs[0])


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "example"
        shutil.copytree(EXAMPLE, folder)
        check_dossier(program, folder / "facts.json", folder, True)
        print("the example:", dict(checked))
        if not nasty.STRINGS.exists():
            print(f"skipped: {nasty.STRINGS} is not here")
            sys.exit(77)
        folder = pathlib.Path(name) / "nasty"
        folder.mkdir()
        (folder / "facts.json").write_text(nasty.as_json(nasty.make()), encoding="utf-8", newline="")
        check_dossier(program, folder / "facts.json", folder, False)
        print("with the nasty one:", dict(checked))


main()
