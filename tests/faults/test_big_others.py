#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Lines, tables, GraphML, schemas and quoted texts made to be slow or large: work in proportion to
them, within limits of time and memory."""
import json
import sys

import faults
from big import GRAPHML, repeat, run_cases, size

CASES = {
    "broken lines": ("ndjson", lambda n: "{\n" * n * 10, (1,), "syntax"),
    "empty lines": ("ndjson", lambda n: "\n" * n * 100, (0,), None),
    "a long line": ("ndjson", lambda n: '{"node":"a","type":"t","note":"' + "x" * n * 200 + '"}',
        (0, 1), None),
    "one object a line": ("ndjson", lambda n: "{}\n" * n, (1,), "not-facts"),
    "heads": ("ndjson", lambda n: '{"entente":1,"title":"t"}\n' * n, (0, 1), None),
    "unknown ends by line": ("ndjson", lambda n: repeat(
        n, lambda i: f'{{"edge":["a{i}","r","b{i}"]}}', "\n"), (1,), "unknown-node"),
    "columns": ("csv", lambda n: "id,type," + repeat(n, lambda i: f"properties.p{i}") +
        "\na,nation\n", (0, 1), None),
    "the same column": ("csv", lambda n: "id,type," + repeat(n, lambda i: "name") + "\na,nation\n",
        (1,), None),
    "unknown columns": ("csv", lambda n: "id,type," + repeat(n, lambda i: f"naem{i}") +
        "\na,nation\n", (1,), None),
    "cells too many": ("csv", lambda n: "id,type\na,nation" + "," * n * 10 + "\n", (0, 1), None),
    "short rows": ("csv", lambda n: "id,type,name\n" + "a\n" * n, (1,), None),
    "long rows": ("csv", lambda n: "id,type\n" + "a,t,u,v,w\n" * n, (1,), None),
    "an open quotation mark": ("csv", lambda n: 'id,type,name\na,nation,"' + "x\n" * n * 50, (1,),
        "syntax"),
    "quotation marks": ("csv", lambda n: 'id,type,name\na,nation,"' + '""' * n * 10 + '"\n', (0,),
        None),
    "a list in a cell": ("csv", lambda n: "id,type,aliases\na,nation," +
        "|".join(map(str, range(n))) + "\n", (0,), None),
    "empty lists in a cell": ("csv", lambda n: "id,type,aliases\na,nation," + "|" * n + "\n",
        (0, 1), None),
    "empty rows": ("csv", lambda n: "id,type\n" + "\n" * n * 10, (0, 1), None),
    "nested graphs": ("graphml", lambda n: GRAPHML % ("", '<node id="a"><graph>' * n), (1,),
        "syntax"),
    "attributes of a tag": ("graphml", lambda n: GRAPHML % (
        "", "<node " + repeat(n, lambda i: f'a{i}=""', " ") + "/>"), (1,), "syntax"),
    "keys": ("graphml", lambda n: GRAPHML % (repeat(
        n, lambda i: f'<key id="d{i}" for="node" attr.name="k{i}" attr.type="string"/>', "\n"),
        '<node id="a"/>'), (0, 1), None),
    "the same graph key": ("graphml", lambda n: GRAPHML % (repeat(
        n, lambda i: '<key id="d" for="node" attr.name="k" attr.type="string"/>', "\n"), ""),
            (0, 1), None),
    "data of a node": ("graphml", lambda n: GRAPHML % (
        '<key id="d" for="node" attr.name="k" attr.type="string"/>',
        '<node id="a">' + '<data key="d">x</data>' * n + "</node>"), (0, 1), None),
    "unknown data": ("graphml", lambda n: GRAPHML % (
        "", '<node id="a">' + repeat(n, lambda i: f'<data key="d{i}">x</data>', "") + "</node>"),
            (0, 1), None),
    "defaults for many": ("graphml", lambda n: GRAPHML % (
        repeat(100, lambda i: f'<key id="d{i}" for="node" attr.name="k{i}" attr.type="string">'
                              '<default>x</default></key>', "\n"),
        repeat(n // 10, lambda i: f'<node id="n{i}"/>', "\n")), (0, 1), None),
    "unknown ends in GraphML": ("graphml", lambda n: GRAPHML % (
        "", repeat(n, lambda i: f'<edge source="a{i}" target="b{i}"/>', "\n")), (0, 1), None),
    "the same node in GraphML": ("graphml", lambda n: GRAPHML % ("", '<node id="a"/>\n' * n),
        (0, 1), None),
    "a hyperedge": ("graphml", lambda n: GRAPHML % (
        '', '<node id="a"/><hyperedge>' + '<endpoint node="a"/>' * n + "</hyperedge>"), (0, 1),
            None),
    "ports": ("graphml", lambda n: GRAPHML % ("", '<node id="a">' + '<port name="p"/>' * n +
        "</node>"),
              (0, 1), None),
    "a long text": ("graphml", lambda n: GRAPHML % (
        '<key id="d" for="node" attr.name="k" attr.type="string"/>',
        '<node id="a"><data key="d">' + "x" * n * 50 + "</data></node>"), (0, 1), None),
    "a long comment": ("graphml", lambda n: GRAPHML % ("", "<!--" + "x" * n * 200 + "-->"), (0, 1),
        None),
    "a long attribute": ("graphml", lambda n: GRAPHML % ("", '<node id="' + "x" * n * 10 + '"/>'),
        (1,), None),
    "comments": ("graphml", lambda n: GRAPHML % ("", "<!-- -->" * n), (0,), None),
    "names": ("graphml", lambda n: GRAPHML % ("", repeat(n, lambda i: f"<n{i}/>", "")), (0, 1),
        None),
    "namespaces": ("graphml", lambda n: GRAPHML % (
        "", repeat(n // 2, lambda i: f'<node id="n{i}" xmlns:p{i}="u{i}"/>', "")), (0, 1), None),
    "undeclared prefixes": ("graphml", lambda n: GRAPHML % (
        "", repeat(n // 2, lambda i: f'<p{i}:node id="n{i}"/>', "")), (0, 1), None),
}
SCHEMA_CASES = {
    "extends in a chain": lambda n: repeat(
        n, lambda i: f'"t{i}":{{"extends":"t{i + 1}"}}') + f',"t{n}":{{}}',
    "extends in a chain, upwards": lambda n: '"t0":{},' + repeat(
        n, lambda i: f'"t{i + 1}":{{"extends":"t{i}"}}'),
    "extends in a ring": lambda n: repeat(n, lambda i: f'"t{i}":{{"extends":"t{(i + 1) % n}"}}'),
    "extends what is not": lambda n: '"t0":{},' +
        repeat(n, lambda i: f'"u{i}":{{"extends":"v{i}"}}'),
    "extends a star": lambda n: '"t0":{},' + repeat(n, lambda i: f'"u{i}":{{"extends":"t0"}}'),
    "the same type": lambda n: repeat(n, lambda i: '"t0":{}'),
}


def big_files(program, report, work):
    run_cases(program, report, work, CASES)


def big_schemas(program, report, work):
    path, facts = work / "schema.json", work / "facts.json"
    facts.write_text('{"entente":1,"schema":"schema.json","nodes":{"a":{"type":"t0"}}}',
        encoding="utf-8")
    for name, make in SCHEMA_CASES.items():
        path.write_text('{"nodeTypes":{' + make(size(program)) + '},"edgeTypes":{}}',
            encoding="utf-8")
        for words in (["check", str(facts)], ["schema", str(path)]):
            report.sound(program.run(*words), f"{name}, {words[0]}")


def thue_morse(blocks):
    """Blocks that are alike to every hash that is a polynomial over machine words, by bits."""
    return "".join("ab"[(bin(i).count("1") + (blocks >> bit)) & 1]
                   for bit in range(blocks.bit_length()) for i in range(1024))


# Text of a source and quotes of it that take a careless search long.
QUOTES = {
    "a quote of a million characters": lambda n: ("x" * n * 10, ["x" * n * 10]),
    "a quote that is nearly there": lambda n: ("a" * n * 10, ["a" * n + "b"]),
    "quotes that are nearly there": lambda n: ("a" * n, ["a" * 1000 + f"b{i}"
        for i in range(n // 100)]),
    "quotes that are everywhere": lambda n: ("a " * n, ["a a a"] * (n // 100)),
    "gaps": lambda n: ("a b " * n, [" ... ".join("ab" * 500)]),
    "gaps that are not there": lambda n: ("a b " * n, [" ... ".join("ab" * 500) + " ... c"]),
    "gaps only": lambda n: ("a b", ["..." * 1000, "…" * 1000, " … "]),
    "many gaps, many quotes": lambda n: ("a b " * (n // 10), [f"a ... b ... {i}"
        for i in range(n // 100)]),
    "white space": lambda n: (" " * n * 10 + "a", ["a" + " " * n + "b", " " * n]),
    "combining marks": lambda n: ("e\u0301" * n, ["e\u0301" * 1000 + "x"]),
    "words in no order": lambda n: (" ".join(f"w{i}" for i in range(n)),
                                    [f"w{i + 1} w{i}" for i in range(0, n, 100)]),
    "texts of one hash": lambda n: (thue_morse(3 ** (n // 2000)),
                                    [thue_morse(5 ** 5 + turn) for turn in range(n // 1000)]),
    "long quotes that are not there": lambda n: ("a", [f"{i} " + "x" * 1000
        for i in range(n // 10)]),
    "prefixes": lambda n: ("p a s " * n, ["a"] * (n // 100)),
}


def quotes(program, report, work):
    """Quotes against a text: found, not found or found often, in good time."""
    for name, make in QUOTES.items():
        text, cited = make(size(program))
        (work / "s.txt").write_text(text, encoding="utf-8")
        proof = [{"source": "s", "quote": quote, **({"prefix": "p", "suffix": "s"}
            if name == "prefixes" else {})}
                 for quote in cited]
        facts = {"entente": 1, "schema": "open", "sources": {"s": {"file": "s.txt"}},
                 "nodes": {"a": {"type": "t", "evidence": proof}}}
        (work / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
        report.sound(program.run("check", str(work / "facts.json")), f"quotes: {name}", (0, 1))


if __name__ == "__main__":
    sys.exit(faults.main([big_files, big_schemas, quotes]))
