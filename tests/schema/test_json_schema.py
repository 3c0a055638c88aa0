#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The JSON Schemas for editors are valid draft-07, accept our own files, and judge single facts as
the program does. test_json_schema.py PROGRAM"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

PROGRAM = sys.argv[1]
ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "src/model/schemas"

GOOD = {
    "entente": 1,
    "schema": "open",
    "sources": {"s": {"title": "S", "published": "2026-03-02", "reliability": "B"}},
    "nodes": {"a": {"type": "nation", "name": "A"}, "b": {"type": "fund"}},
    "edges": [{"from": "a", "type": "funds", "to": "b"}],
}

# What is set, where, and whether it is right. Each is judged by both.
CHANGES = [
    (["nodes", "a", "aliases"], ["x", "y"], True),
    (["nodes", "a", "aliases"], "x", False),
    (["nodes", "a", "aliases"], [""], False),
    (["nodes", "a", "nmae"], "x", False),
    (["nodes", "a", "x-free"], {"any": [1, None]}, True),
    (["nodes", "a", "start"], "2024-02-29", True),
    (["nodes", "a", "start"], "2024-13", False),
    (["nodes", "a", "start"], "2024-04-31", False),
    (["nodes", "a", "start"], "2024-04~", True),
    (["nodes", "a", "start"], 2024, False),
    (["nodes", "a", "status"], "planned", True),
    (["nodes", "a", "status"], "planed", False),
    (["nodes", "a", "confidence"], 0.5, True),
    (["nodes", "a", "confidence"], 1.5, False),
    (["nodes", "a", "count"], 7, True),
    (["nodes", "a", "count"], 7.5, False),
    (["nodes", "a", "count"], -1, False),
    (["nodes", "b", "amount"], {"value": "300000000.50", "currency": "USD"}, True),
    (["nodes", "b", "amount"], {"value": 300}, False),
    (["nodes", "b", "amount"], {"value": "1,000"}, False),
    (["nodes", "b", "amount"], {"currency": "USD"}, False),
    (["nodes", "b", "amount"], {"value": "1", "x-note": "kept"}, True),
    (["nodes", "a", "ids"], {"wikidata": "Q884"}, True),
    (["nodes", "a", "ids"], {"wikidata": 884}, False),
    (["nodes", "a", "properties"], {"n": 1.5, "t": "x", "b": True, "l": ["x"]}, True),
    (["nodes", "a", "properties"], {"n": {"deep": 1}}, False),
    (["nodes", "a", "evidence"], [{"source": "s", "quote": "words"}], True),
    (["nodes", "a", "evidence"], [{"source": "s"}], False),
    (["nodes", "a", "evidence"], [{"source": "s", "quote": "words", "page": 12}], True),
    (["nodes", "a", "evidence"], [{"source": "s", "quote": "words", "pgae": 12}], False),
    (["nodes", "a", "type"], "", False),
    (["edges", 0, "weight"], 2.5, True),
    (["edges", 0, "weight"], 0, False),
    (["edges", 0, "weight"], "2", False),
    (["edges", 0, "id"], "e1", True),
    (["edges", 0, "form"], "a", False),
    (["edges", 0, "count"], 1, False),
    (["edges", 0, "by"], "2030", True),
    (["sources", "s", "reliability"], "G", False),
    (["sources", "s", "sha256"], "abc", False),
    (["sources", "s", "language"], "en", True),
    (["sources", "s", "colour"], "red", False),
    (["entente"], 2, False),
    (["title"], "T", True),
    (["titel"], "T", False),
    (["x-own"], 1, True),
]


def program_accepts(facts, folder):
    path = folder / "facts.json"
    path.write_text(json.dumps(facts), encoding="utf-8")
    return subprocess.run([PROGRAM, "check", path], capture_output=True, check=False).returncode == 0


def main():
    schemas = {name: json.loads((SCHEMAS / name).read_text()) for name in
               ("facts.schema.json", "schema.schema.json")}
    for schema in schemas.values():
        jsonschema.Draft7Validator.check_schema(schema)
    facts = jsonschema.Draft7Validator(schemas["facts.schema.json"])
    schema = jsonschema.Draft7Validator(schemas["schema.schema.json"])
    for path in sorted(ROOT.glob("graphs/*/facts.json")):
        facts.validate(json.loads(path.read_text()))
    for name in ("diplomacy.json", "open.json"):
        schema.validate(json.loads((SCHEMAS / name).read_text()))

    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for where, value, right in CHANGES:
            changed = copy.deepcopy(GOOD)
            place = changed
            for step in where[:-1]:
                place = place[step]
            place[where[-1]] = value
            judged = facts.is_valid(changed), program_accepts(changed, pathlib.Path(folder))
            if judged != (right, right):
                failed += 1
                print(f"{where} = {value!r}: should be {right}, JSON Schema says {judged[0]}, "
                      f"the program {judged[1]}")
    print(f"{len(CHANGES)} facts judged by both")
    sys.exit(1 if failed else 0)


main()
