#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Facts files made to be slow or large: work in proportion to them, within limits of time and
memory."""
import json
import sys

import faults
from big import GRAPHML, HEAD, NODES, repeat, run_cases


def in_node(inner):
    return HEAD + '"nodes":{"a":{"type":"t",' + inner + '}}}\n'


def in_edge(inner):
    return NODES + '"edges":[{"from":"a","type":"r","to":"b",' + inner + '}]}\n'


def evidence(i):
    return f'{{"source":"s","quote":"q{i}"}}'


def edges(count, make):
    return NODES + '"edges":[' + repeat(count, make, ",\n") + "]}\n"


def nest(count, start, end, middle="1"):
    return start * count + middle + end * count


def collide(number):
    """Texts that GLib's string hash (33 h + c) takes for one: "ab" and "bA" are alike."""
    return "".join("bA" if number >> bit & 1 else "ab" for bit in range(17))


CASES = {
    "open brackets": ("json", lambda n: "[" * (n * 1000), (1,), "syntax"),
    "open brackets as x-": ("json", lambda n: HEAD + '"x-a":' + "[" * (n * 100), (1,), "syntax"),
    "nested lists": ("json", lambda n: in_node('"x-a":' + nest(n, "[", "]")), (0, 1), None),
    "nested objects": ("json", lambda n: in_node('"x-a":' + nest(n, '{"a":', "}")), (0, 1), None),
    "nested properties": ("json", lambda n: in_node('"properties":' + nest(n, '{"a":', "}")), (1,),
        None),
    "one line of edges": ("json", lambda n: NODES + '"edges":[' + repeat(
        n * 2, lambda i: '{"from":"a","type":"r","to":"b","note":"' + "x" * 60 + '"}') + "]}",
            (0,), None),
    "one line of wrong edges": ("json", lambda n: NODES + '"edges":[' + repeat(
        n, lambda i: f'{{"from":"a{i}","type":"r","too":"b"}}') + "]}", (1,), "unknown-key"),
    "one line of wide text": ("json", lambda n: NODES + '"edges":[' + repeat(
        n, lambda i: '{"from":"é","type":"r","to":"日本"}') + "]}", (1,), "unknown-node"),
    "keys in a node": ("json", lambda n: in_node(repeat(n, lambda i: f'"k{i}":{i}')), (1,),
        "unknown-key"),
    "x- keys in a node": ("json", lambda n: in_node(repeat(n, lambda i: f'"x-{i}":{i}')), (0,),
        None),
    "the same key in a node": ("json", lambda n: in_node(repeat(n, lambda i: '"note":"n"')), (1,),
        "duplicate-key"),
    "properties of a node": ("json", lambda n: in_node(
        '"properties":{' + repeat(n, lambda i: f'"p{i}":{i}') + "}"), (0,), None),
    "the same property": ("json", lambda n: in_node(
        '"properties":{' + repeat(n, lambda i: '"p":1') + "}"), (1,), "duplicate-key"),
    "registries of a node": ("json", lambda n: in_node(
        '"ids":{' + repeat(n, lambda i: f'"r{i}":"{i}"') + "}"), (0,), None),
    "aliases of a node": ("json", lambda n: in_node(
        '"aliases":[' + repeat(n, lambda i: f'"alias {i}"') + "]"), (0,), None),
    "wrong aliases": ("json", lambda n: in_node(
        '"aliases":[' + repeat(n, str) + "]"), (1,), "wrong-type"),
    "same_as of a node": ("json", lambda n: in_node(
        '"same_as":[' + repeat(n, lambda i: f'"s{i}"') + "]"), (1,), "unknown-node"),
    "same as itself": ("json", lambda n: in_node(
        '"same_as":[' + repeat(n, lambda i: '"a"') + "]"), (0, 1), None),
    "evidence of an edge": ("json", lambda n: HEAD + '"sources":{"s":{}},' + in_edge(
        '"evidence":[' + repeat(n, evidence) + "]")[len(HEAD):], (0,), None),
    "evidence without sources": ("json", lambda n: in_edge(
        '"evidence":[' + repeat(n, evidence) + "]"), (1,), "unknown-source"),
    "wrong evidence": ("json", lambda n: in_edge('"evidence":[' + repeat(n, str) + "]"), (1,),
        None),
    "a long name": ("json", lambda n: in_node('"name":"' + "x" * n * 10 + '"'), (0,), None),
    "a long escaped name": ("json", lambda n: in_node('"name":"' + "\\u00e9" * n * 2 + '"'), (0,),
        None),
    "a long string without end": ("json", lambda n: in_node('"name":"' + "x" * n * 100), (1,),
        "syntax"),
    "a long number": ("json", lambda n: in_node('"properties":{"p":' + "9" * n * 10 + "}"), (0, 1),
        None),
    "a long amount": ("json", lambda n: in_node('"amount":{"value":"' + "9" * n * 10 + '"}'),
        (0, 1), None),
    "a long count": ("json", lambda n: in_node('"count":' + "9" * n), (1,), None),
    "a long weight": ("json", lambda n: in_edge('"weight":0.' + "0" * n + "1"), (0, 1), None),
    "a long date": ("json", lambda n: in_node('"date":"' + "9" * n + '"'), (1,), None),
    "a long type": ("json", lambda n: in_node('"type":"' + "x" * n + '"').replace('"type":"t",',
        ""), (0, 1), None),
    "a long id": ("json", lambda n: HEAD + '"nodes":{"' + "x" * n + '":{"type":"t"}}}', (1,), None),
    "a long key": ("json", lambda n: in_node('"' + "x" * n + '":1'), (1,), "unknown-key"),
    "long unknown ends": ("json", lambda n: edges(
        n // 100, lambda i: f'{{"from":"{"x" * 1000}{i}","type":"r","to":"a"}}'), (1,),
            "unknown-node"),
    "unknown nodes": ("json", lambda n: edges(
        n, lambda i: f'{{"from":"u{i}","type":"r","to":"v{i}"}}'), (1,), "unknown-node"),
    "unknown nodes beside many": ("json", lambda n: HEAD + '"nodes":{' + repeat(
        n, lambda i: f'"node-{i}":{{"type":"t"}}', ",\n") + '},\n"edges":[' + repeat(
        n, lambda i: f'{{"from":"node_{i}","type":"r","to":"nodes-{i}"}}', ",\n") + "]}",
        (1,), "unknown-node"),
    "unknown types": ("json", lambda n: HEAD.replace("open", "diplomacy") + '"nodes":{' + repeat(
        n, lambda i: f'"n{i}":{{"type":"nations{i}"}}', ",\n") + "}}", (1,), "unknown-type"),
    "types": ("json", lambda n: HEAD + '"nodes":{' + repeat(
        n, lambda i: f'"n{i}":{{"type":"type {i}"}}', ",\n") + "}}", (0,), None),
    "the same id": ("json", lambda n: HEAD + '"nodes":{' + repeat(
        n, lambda i: '"a":{"type":"t"}', ",\n") + "}}", (0, 1), None),
    "the same source": ("json", lambda n: HEAD + '"sources":{' + repeat(
        n, lambda i: '"s":{}', ",\n") + "}}", (0, 1), None),
    "the same edge id": ("json", lambda n: edges(
        n, lambda i: '{"from":"a","type":"r","to":"b","id":"e"}'), (1,), "duplicate-edge-id"),
    "the same edge": ("json", lambda n: edges(
        n, lambda i: '{"from":"a","type":"r","to":"b"}'), (0,), None),
    "the same section": ("json", lambda n: HEAD + repeat(n, lambda i: '"nodes":{}', ",\n") + "}",
                         (1,), "duplicate-key"),
    "sections": ("json", lambda n: HEAD + repeat(n, lambda i: f'"x-{i}":[]', ",\n") + "}", (0,),
        None),
    "unknown sections": ("json", lambda n: HEAD + repeat(n, lambda i: f'"n{i}":[]', ",\n") + "}",
                         (1,), "unknown-key"),
    "sources": ("json", lambda n: HEAD + '"sources":{' + repeat(
        n, lambda i: f'"s{i}":{{"url":"https://example.org/{i}"}}', ",\n") + "}}", (0,),
            "unused-source"),
    "same_as in a chain": ("json", lambda n: HEAD + '"nodes":{' + repeat(
        n, lambda i: f'"n{i}":{{"type":"t","same_as":["n{(i + 1) % n}"]}}', ",\n") + "}}", (0, 1),
            None),
    "same_as in a star": ("json", lambda n: HEAD + '"nodes":{' + repeat(
        n, lambda i: f'"n{i}":{{"type":"t","same_as":["n0"],"not_same_as":["n{i // 2}"]}}',
            ",\n") + "}}",
        (0, 1), None),
    "keys of one hash": ("json", lambda n: in_node(repeat(n, lambda i: f'"x-{collide(i)}":1')),
        (0,), None),
    "ids of one hash": ("json", lambda n: HEAD + '"nodes":{' + repeat(
        n, lambda i: f'"{collide(i)}":{{"type":"t"}}', ",\n") + "}}", (0,), None),
    "white space": ("json", lambda n: HEAD + " \n" * n * 50 + '"nodes":{}}', (0,), None),
}


def big_facts(program, report, work):
    run_cases(program, report, work, CASES)


def pictures():
    """Facts whose picture is odd: few things, of which one is very large or there very often."""
    two = {"a": {"type": "t"}, "b": {"type": "t"}}
    tie = {"from": "a", "type": "r", "to": "b"}
    yield "long names", {"nodes": {"a": {"type": "t", "name": "x" * 10**6},
                                   "b": {"type": "t", "name": "word " * 10**5}}, "edges": [tie]}
    yield "long types", {"nodes": {"a": {"type": "x" * 10**5}, "b": {"type": "word " * 10**4}},
                         "edges": [tie | {"type": "y" * 10**5}]}
    yield "a long title", {"title": "T" * 10**6, "nodes": two}
    yield "parallel edges", {"nodes": two, "edges": [tie] * 1000}
    yield "loops", {"nodes": two, "edges": [tie | {"to": "a"}] * 200}
    yield "edge types", {"nodes": two, "edges": [tie | {"type": f"r{i}"} for i in range(200)]}
    yield "node types", {"nodes": {f"n{i}": {"type": f"t{i}"} for i in range(200)}}
    yield "quotes", {"sources": {"s": {}}, "nodes": two, "edges": [tie | {
        "evidence": [{"source": "s", "quote": f"q{i}"} for i in range(10**4)]}]}
    yield "nothing", {}


def big_pictures(program, report, work):
    for name, facts in pictures():
        path = work / "facts.json"
        path.write_text(json.dumps({"entente": 1, "schema": "open", **facts}), encoding="utf-8")
        for form in ("dot", "svg", "png"):
            done = program.run("draw", "-f", form, str(path), megabytes=4096)
            report.sound(done, f"picture of {name}, {form}", (0,))


def id_lengths(program, report, work):
    """1,024 bytes are an id, more are none: of letters of one to four bytes."""
    for letter in "aé日😀":
        most = 1024 // len(letter.encode())
        for node_id, status in ((letter * most, 0), (letter * (most + 1), 1)):
            for ending, text in (
                    ("json", HEAD + f'"nodes":{{"{node_id}":{{"type":"t"}}}}}}'),
                    ("ndjson", f'{{"node":"{node_id}","type":"nation"}}\n'),
                    ("csv", f"id,type\n{node_id},nation\n"),
                    ("graphml", GRAPHML % ("", f'<node id="{node_id}"/>'))):
                path = work / f"id.{ending}"
                path.write_text(text, encoding="utf-8")
                done = program.run("check", str(path))
                report.sound(done, f"id of {len(node_id.encode())} bytes, {ending}", (status,))


def many_words(program, report, work):
    """Long and many words on the command line."""
    path = work / "facts.json"
    path.write_text(NODES + '"edges":[]}', encoding="utf-8")
    many = ",".join(f"t{i}" for i in range(10000))
    for words in (["info", "--type", many], ["info", "--type", "," * 100000],
        ["info", "--source", many],
                  ["rank", "--by", ",".join(["degree"] * 10000)], ["rank", "--by", many],
                  ["info", "--around", "a" * 100000], ["info", "--around", "a:" + "9" * 1000],
                  ["info", "--since", "2" * 100000], ["draw", "-f", "dot", "--title", "x" * 100000],
                  ["info", *["-q"] * 10000], ["info", "--" + "x" * 100000], ["x" * 100000],
                  ["info", *["--type=a"] * 10000], ["list", "x" * 100000],
                      ["schema", "x" * 100000]):
        done = program.run(*words, *([str(path)] if words[0] not in ("list", "schema") else []))
        report.sound(done, " ".join(words)[:40], (0, 2))


if __name__ == "__main__":
    sys.exit(faults.main([big_facts, big_pictures, id_lengths, many_words]))
