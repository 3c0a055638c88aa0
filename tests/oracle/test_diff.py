#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""`diff` of seeded random dossiers and what became of them by random edits, which are known: facts
added, removed, changed key by key, evidence gained and lost, all in another order. Also drawn: as
many nodes and edges in each colour as there are changes."""
import copy
import json
import pathlib
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import oracle  # noqa: E402

SEED = 20260302
DOSSIERS = 60
DEFAULTS = {"status": "actual", "confidence": 1, "weight": 1}
COLORS = {"added": "#1a7f37", "removed": "#cf222e", "changed": "#b35900"}


def random_fact(source, kind):
    fact = {"type": kind}
    if source.random() < 0.5:
        fact["status"] = source.choice(["planned", "alleged"])
    if source.random() < 0.3:
        fact["confidence"] = source.choice([0.5, 0.9])
    if source.random() < 0.4:
        fact["note"] = source.choice(["a note", "another \"note\" — ü", "x"])
    fact["evidence"] = [{"source": source.choice("st"), "quote": f"quote {source.randint(1, 9)}"}
                        for _ in range(source.randint(1, 3))]
    return fact


def random_dossier(source):
    nodes = {f"n{i}": random_fact(source, "t") | {"name": f"Node {i}", "aliases": ["b", "a"]}
             for i in range(source.randint(2, 9))}
    ids = list(nodes)
    edges = [{"from": source.choice(ids), "to": source.choice(ids)} |
             random_fact(source, source.choice(["r", "q"])) for _ in range(source.randint(0, 14))]
    for number, edge in enumerate(edges):
        edge["id"] = f"e{number}"
    return {"entente": 1, "schema": "open", "sources": {"s": {}, "t": {}}, "nodes": nodes,
            "edges": edges}


class Edits:
    """What was done, as the answer tells it."""

    def __init__(self):
        self.added = {"nodes": set(), "edges": set()}
        self.removed = {"nodes": set(), "edges": set()}
        self.changed = {"nodes": {}, "edges": {}}

    def change(self, source, kind, key, fact):
        before = copy.deepcopy(fact)
        what = source.choice(["status", "confidence", "note", "gain", "lose"])
        if what == "gain":
            fact["evidence"].append({"source": "s", "quote": f"new {key}"})
        elif what == "lose":
            fact["evidence"].pop(source.randrange(len(fact["evidence"])))
        elif what == "status":
            fact["status"] = source.choice(["actual", "planned", "denied"])
        elif what == "confidence":
            fact["confidence"] = source.choice([1, 0.25, 0.5])
        elif "note" in fact:
            del fact["note"]
        else:
            fact["note"] = "new"
        self.changed[kind][key] = (before, fact)

    def expected(self, kind):
        """{id: (changes, gained, lost)} of those that are another in the end."""
        found = {}
        for key, (before, after) in self.changed[kind].items():
            changes = {}
            for name in (set(before) | set(after)) - {"evidence", "aliases"}:
                old = before.get(name, DEFAULTS.get(name))
                new = after.get(name, DEFAULTS.get(name))
                if old != new:
                    changes[name] = {"old": old, "new": new}
            gained, lost = (pieces(after, before), pieces(before, after))
            if changes or gained or lost:
                found[key] = (changes, gained, lost)
        return found


def pieces(one, other):
    left = [json.dumps(piece) for piece in one["evidence"]]
    for piece in other["evidence"]:
        if json.dumps(piece) in left:
            left.remove(json.dumps(piece))
    return sorted(left)


def edit(source, dossier):
    edits, new = Edits(), copy.deepcopy(dossier)
    for key in list(new["nodes"]):
        roll = source.random()
        if roll < 0.15:
            del new["nodes"][key]
            edits.removed["nodes"].add(key)
        elif roll < 0.4:
            edits.change(source, "nodes", key, new["nodes"][key])
    for edge in list(new["edges"]):
        gone = {edge["from"], edge["to"]} & edits.removed["nodes"]
        roll = source.random()
        if gone or roll < 0.15:
            new["edges"].remove(edge)
            edits.removed["edges"].add(edge["id"])
        elif roll < 0.4:
            edits.change(source, "edges", edge["id"], edge)
    for number in range(source.randint(0, 2)):
        new["nodes"][f"m{number}"] = random_fact(source, "t")
        edits.added["nodes"].add(f"m{number}")
    for number in range(source.randint(0, 3) if new["nodes"] else 0):
        ends = {end: source.choice(list(new["nodes"])) for end in ("from", "to")}
        new["edges"].append({"id": f"f{number}"} | ends | random_fact(source, "r"))
        edits.added["edges"].add(f"f{number}")
    shuffle(source, new)
    return edits, new


def shuffle(source, dossier):
    source.shuffle(dossier["edges"])
    nodes = list(dossier["nodes"].items())
    source.shuffle(nodes)
    dossier["nodes"] = dict(nodes)
    for fact in list(dossier["nodes"].values()) + dossier["edges"]:
        source.shuffle(fact["evidence"])
        source.shuffle(fact.get("aliases", []))


def ask(program, folder, *words):
    command = [program, "diff", folder / "old.json", folder / "new.json", *words, "-q"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def compare_changed(compare, where, kind, answer, edits):
    told = {item["id"]: (item["changes"],
                         sorted(json.dumps(piece) for piece in item["evidence"]["gained"]),
                         sorted(json.dumps(piece) for piece in item["evidence"]["lost"]))
            for item in answer["changed"][kind]}
    expected = edits.expected(kind)
    compare.value(f"{kind} changed", f"{where}: {told} {expected}", told == expected, True)
    return len(expected)


def compare_drawn(compare, where, dot, counts):
    for change, color in COLORS.items():
        lines = [line for line in dot.splitlines() if f' color="{color}"' in line]
        compare.value("drawn", f"{where} {change}", len(lines), counts[change])


def main():
    program = sys.argv[1]
    compare = oracle.Comparison()
    source = random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for number in range(DOSSIERS):
            old = random_dossier(source)
            edits, new = edit(source, old)
            (folder / "old.json").write_text(json.dumps(old))
            (folder / "new.json").write_text(json.dumps(new))
            done = ask(program, folder, "--format", "json", "--exit-code")
            if not done.stdout:
                sys.exit(done.stderr)
            answer, counts = json.loads(done.stdout), dict.fromkeys(COLORS, 0)
            for kind in ("nodes", "edges"):
                for change in ("added", "removed"):
                    told = {item["id"] for item in answer[change][kind]}
                    counts[change] += len(told)
                    compare.value(f"{kind} {change}", f"dossier {number}: {told}",
                                  told == getattr(edits, change)[kind], True)
                counts["changed"] += compare_changed(compare, f"dossier {number}", kind, answer,
                                                     edits)
            compare.value("exit status", f"dossier {number}", done.returncode,
                          1 if any(counts.values()) else 0)
            compare_drawn(compare, f"dossier {number}", ask(program, folder, "-f", "dot").stdout,
                          counts)
    compare.finish()


main()
