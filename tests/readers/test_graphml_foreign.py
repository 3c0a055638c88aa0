# SPDX-License-Identifier: MIT
"""The GraphML of other programs is read whole, or refused with a finding that has a place.

Numbers of nodes and edges come from a count of the elements by another XML parser.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from nasty import DATA

FOLDERS = ["graph-files-igraph", "graph-files-graphology-a", "graph-files-gephi-import",
           "graph-files-jung", "graph-files-cytoscape-a", "graphml-graphinout-a", "tinkerpop-a",
           "xml-hostile"]
# What is wrong with those that are refused, as their makers or their content have it.
REFUSED = {
    "missing_nodes.graphml": "unknown-node",
    "graph-files-jung/multigraph.graphml": "duplicate-key", # two graphs, the same ids
    "XML_Standard_Content_In_Data.xml": "missing-attribute",
    "graph1_test.graphml": "unknown-node",
    "graph1_test--EXPECTED-Gml2Cj2Gml.graphml": "unknown-node",
    "invalidgraphml-root.graphml": "not-facts",
    "billion_laughs.xml": "syntax",
    "xxe.xml": "syntax",
    "missingExternalDTD.xml": "syntax",
}
OTHER_XML = {"cdata.xml", "complex.xml", "line-endings.xml", "minimal.xml", "namespace3.xml",
             "small.xml", "typical.xml", "mixedcontent.xml"}


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8",
                          timeout=60, check=False)


def local(element):
    return element.tag.rpartition("}")[2]


def count(path):
    """Nodes and edges as the reader makes them, by an independent parser."""
    found = {"node": 0, "edge": 0, "hyperedge": 0, "endpoint": 0}
    stack = [xml.etree.ElementTree.parse(path).getroot()]
    while stack:
        element = stack.pop()
        if local(element) in found:
            found[local(element)] += 1
        if local(element) not in ("data", "default", "desc"):
            stack += list(element)
    return found["node"] + found["hyperedge"], found["edge"] + found["endpoint"]


def expected_code(path):
    if path.name in OTHER_XML and "tinkerpop" not in str(path):
        return "not-facts"
    for name, code in REFUSED.items():
        if str(path).endswith(name):
            return code
    return None


def check_refused(path, done, code):
    if done.returncode != 2 or f"[{code}]" not in done.stderr:
        sys.exit(f"{path}: exit {done.returncode}, not refused as {code}\n{done.stderr}")
    if not re.search(r":\d+:\d+: error: ", done.stderr):
        sys.exit(f"{path}: refused without a place\n{done.stderr}")


def check_read(program, path, done, folder):
    if done.returncode != 0:
        sys.exit(f"{path}: exit {done.returncode}\n{done.stderr}")
    facts = json.loads(done.stdout)
    got = len(facts.get("nodes", {})), len(facts.get("edges", []))
    if got != count(path):
        sys.exit(f"{path}: {got} nodes and edges read, {count(path)} are there")
    (folder / "facts.json").write_text(done.stdout, encoding="utf-8")
    written = run(program, "export", "-o", folder / "x.graphml", folder / "facts.json")
    again = run(program, "export", "-f", "json", "-o", "-", folder / "x.graphml")
    if written.returncode != 0 or again.stdout != done.stdout:
        sys.exit(f"{path}: not the same after a round trip\n{written.stderr}{again.stderr}")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    paths = sorted(path for folder in FOLDERS for path in (DATA / folder).rglob("*")
                   if path.suffix in (".graphml", ".xml"))
    if not paths:
        print(f"skipped: {DATA} has none of {', '.join(FOLDERS)}")
        sys.exit(77)
    refused = 0
    with tempfile.TemporaryDirectory() as name:
        for path in paths:
            done = run(program, "export", "--from", "graphml", "-f", "json", "-o", "-", path)
            code = expected_code(path)
            if code:
                check_refused(path, done, code)
                refused += 1
            else:
                check_read(program, path, done, pathlib.Path(name))
    print(f"{len(paths) - refused} files read whole, {refused} refused")


main()
