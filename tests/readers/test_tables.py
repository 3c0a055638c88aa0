# SPDX-License-Identifier: MIT
"""Python's json and csv read what the program writes as JSON, NDJSON and CSV, and so does itself."""
import collections
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import nasty

EXAMPLE = nasty.ROOT / "graphs" / "korea-singapore-ai-2026"
LISTS = {"aliases", "same_as", "not_same_as"}
ORDER = {
    "sources": "title publisher author url published retrieved file sha256 language licence reliability",
    "nodes": "type name aliases ids date start end by amount count status confidence evidence same_as "
             "not_same_as note properties",
    "edges": "from type to id date start end by amount weight status confidence evidence note properties",
    "evidence": "source quote prefix suffix page note",
    "amount": "value currency text",
}
DEFAULTS = {"status": "actual", "confidence": "1", "weight": "1"}
checked = collections.Counter()


def run(program, *arguments, status=0):
    done = subprocess.run([program, *arguments, "-q"], capture_output=True, text=True,
                          encoding="utf-8", check=False)
    if done.returncode != status:
        sys.exit(f"{' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr[:4000]}")
    return done.stdout


def check(what, got, expected):
    checked[what] += 1
    if got == expected:
        return
    if isinstance(got, str) and isinstance(expected, str):
        at = next((i for i, (a, b) in enumerate(zip(got, expected)) if a != b), 0)
        got, expected = got[max(0, at - 80):], expected[max(0, at - 80):]
    sys.exit(f"{what}:\n  read      {got!r:.1000}\n  expected  {expected!r:.1000}")


def parse(text):
    """JSON with the digits of its numbers and, so that their order counts, objects as pairs."""
    return json.loads(text, parse_float=nasty.Digits, parse_int=nasty.Digits,
                      object_pairs_hook=lambda pairs: pairs)


def in_order(pairs, keys):
    """The pairs as the canonical layout has them: known keys in order, then the others as written."""
    keys = keys.split()
    known = sorted((pair for pair in pairs if pair[0] in keys), key=lambda pair: keys.index(pair[0]))
    return known + [pair for pair in pairs if pair[0] not in keys]


def canonical_value(key, value):
    if key == "evidence":
        return [in_order(item, ORDER["evidence"]) for item in value]
    if key == "amount":
        return in_order(value, ORDER["amount"])
    if key in ("weight", "confidence"):
        return float(value)
    return value


def canonical(fact, part, fact_id=None):
    """A fact's pairs without defaults and what is empty, numbers that are doubles as such."""
    kept = [(key, canonical_value(key, value)) for key, value in fact
            if (value != [] or key.startswith("x-"))
            and not (key in DEFAULTS and value in (DEFAULTS[key], float(1)))
            and not (key in ("weight", "confidence") and float(value) == 1)
            and not (key == "name" and value == fact_id)]
    return in_order(kept, ORDER[part])


def as_facts(document):
    """The parts of a facts file read by parse()."""
    top = dict(document)
    return {
        "head": [(key, value) for key, value in document if key not in ORDER],
        "sources": [(key, canonical(fact, "sources")) for key, fact in top.get("sources", [])],
        "nodes": [(key, canonical(fact, "nodes", key)) for key, fact in top.get("nodes", [])],
        "edges": [canonical(fact, "edges") for fact in top.get("edges", [])],
    }


def as_written(document):
    """The same of the program's own text, in which nothing may be left to put right."""
    doubles = lambda fact: [(key, float(value) if key in ("weight", "confidence") else value)
                            for key, value in fact]
    top = dict(document)
    return {
        "head": [(key, value) for key, value in document if key not in ORDER],
        "sources": top.get("sources", []),
        "nodes": [(key, doubles(fact)) for key, fact in top.get("nodes", [])],
        "edges": [doubles(fact) for fact in top.get("edges", [])],
    }


def compare(what, got, expected):
    order = f"{'$schema ' * (what == 'json')}entente title description schema".split()
    rank = lambda pair: order.index(pair[0]) if pair[0] in order else len(order)
    check(f"{what}: head", got["head"], sorted(expected["head"], key=rank))
    for part in ("sources", "nodes", "edges"):
        check(f"{what}: number of {part}", len(got[part]), len(expected[part]))
        for one, other in zip(got[part], expected[part]):
            check(f"{what}: {part}", one, other)


def from_lines(text):
    """NDJSON as the pairs of one facts file."""
    parts = {"source": [], "node": [], "edge": []}
    head = []
    for line in text.split("\n")[:-1]:  # U+2028 ends no line of JSON
        pairs = parse(line)
        key, value = pairs[0]
        if key == "edge":
            parts["edge"].append(list(zip(("from", "type", "to"), value)) + pairs[1:])
        elif key in parts:
            parts[key].append((value, pairs[1:]))
        else:
            head = pairs
    return head + [(f"{key}s", value) for key, value in parts.items()]


def free(cell):
    """A free cell: JSON where all of it is JSON, else text."""
    try:
        value = parse(cell) if cell == cell.strip() else cell
    except ValueError:
        return cell
    return cell if cell in ("NaN", "Infinity", "-Infinity") else value


def texts(cell):
    value = free(cell)
    return value if isinstance(value, list) else [item for item in cell.split("|") if item]


def row_pairs(row, part):
    """A row's cells as the pairs of a fact."""
    pairs, maps, single = [], {"ids": [], "properties": []}, []
    amount = [(key, row[name]) for key, name in
              (("value", "amount"), ("currency", "currency"), ("text", "amount.text")) if row.get(name)]
    for name, cell in row.items():
        start, _, rest = name.partition(".")
        if cell == "" or name in ("amount", "currency", "amount.text") or start == "measure":
            continue
        if start in maps and rest:
            maps[start].append((rest, free(cell) if start == "properties" else cell))
        elif part != "sources" and name in ("source", "quote", "prefix", "suffix", "evidence.note"):
            single.append((rest or name, cell))
        elif part != "sources" and name == "page":
            single.append((name, free(cell)))
        elif name in LISTS:
            pairs.append((name, texts(cell)))
        elif name == "evidence":
            pairs.append((name, parse(cell)))
        elif name.startswith("x-"):
            pairs.append((name, free(cell)))
        elif name == "count":
            pairs.append((name, nasty.Digits(cell)))
        else:
            pairs.append((name, cell))
    pairs += [(name, found) for name, found in maps.items() if found]
    if amount:
        pairs.append(("amount", amount))
    if single:
        pairs.append(("evidence", [single]))
    return pairs


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    for row in rows:
        check("cells of a row", len(row), len(rows[0]))
    check("columns stand once", len(set(rows[0])), len(rows[0]))
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def from_tables(folder):
    parts = []
    for part in ("sources", "nodes"):
        facts = [row_pairs(row, part) for row in read_table(folder / f"{part}.csv")]
        parts.append((part, [(fact[0][1], fact[1:]) for fact in facts]))
    edges = [row_pairs(row, "edges") for row in read_table(folder / "edges.csv")]
    return as_facts(parts + [("edges", edges)])


def check_json(program, path, expected, folder):
    text = run(program, "export", "-f", "json", path)
    compare("json", as_written(parse(text)), expected)
    lines = text.split("\n")
    check("a fact a line", sum(line.startswith("    ") for line in lines),
          sum(len(expected[part]) for part in ("sources", "nodes", "edges")))
    own = folder / "own.json"
    own.write_text(text, encoding="utf-8", newline="")
    run(program, "fmt", "--check", own)
    run(program, "fmt", "--check", path, status=1 if text != path.read_text(encoding="utf-8") else 0)
    check("json again", run(program, "export", "-f", "json", own), text)
    compare("ndjson", as_written(from_lines(run(program, "export", "-f", "ndjson", path))), expected)
    return text


def check_csv(program, path, expected, text, folder):
    run(program, "export", "-f", "csv", "-o", folder, path)
    found = from_tables(folder)
    for part in ("sources", "nodes", "edges"):
        check(f"csv: number of {part}", len(found[part]), len(expected[part]))
        for one, other in zip(found[part], expected[part]):
            check(f"csv: {part}", one, other)
    names = [folder / f"{part}.csv" for part in ("sources", "nodes", "edges")]
    back = run(program, "export", "-f", "json", "--schema", "open", *names)
    body = "{\n  \"entente\": 1,\n" + text[text.index("  \"sources\": {"):]
    check("csv and back", back, body)


def check_dossier(program, path, folder):
    expected = as_facts(parse(path.read_text(encoding="utf-8")))
    text = check_json(program, path, expected, folder)
    check_csv(program, path, expected, text, folder)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "example"
        shutil.copytree(EXAMPLE, folder)
        check_dossier(program, folder / "facts.json", folder)
        print("the example:", dict(checked))
        if not nasty.STRINGS.exists():
            print(f"skipped: {nasty.STRINGS} is not here")
            sys.exit(77)
        folder = pathlib.Path(name) / "nasty"
        folder.mkdir()
        facts = nasty.make()
        for node in facts["nodes"].values():
            if node.get("note") == "":
                del node["note"]  # an empty cell says nothing
        (folder / "facts.json").write_text(nasty.as_json(facts), encoding="utf-8", newline="")
        check_dossier(program, folder / "facts.json", folder)
        print("with the nasty one:", dict(checked))


main()
