#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Makes facts.json and sources/desta.csv from DESTA's list of parties (see README.md).

    make.py desta_parties.csv FOLDER && entente fmt FOLDER/facts.json
"""
import csv
import json
import pathlib
import re
import sys
import unicodedata

PARTIES = {"KOR", "SGP"}
YEARS = range(2000, 2020)
MOST = 12  # parties: those of more say little of the two nations
SOURCE = {
    "title": "Design of Trade Agreements (DESTA), parties",
    "publisher": "manytreaties, Global Governance group, Geneva",
    "url": "https://github.com/globalgov/manytreaties",
    "published": "2025-10-05",
    "file": "sources/desta.csv",
    "language": "en",
    "licence": "CC BY 4.0",
    "reliability": "B",
}


def slug(text):
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def read(path):
    """Rows with the line that each stands in, by treaty."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    treaties = {}
    for line, row in zip(lines[1:], csv.DictReader(lines)):
        treaties.setdefault(row["treatyID"], {})[row["stateID"]] = (line, row)
    return lines[0], treaties


def wanted(parties):
    _, row = next(iter(parties.values()))
    return (PARTIES & parties.keys() and len(parties) <= MOST and row["Signature"][:4].isdigit()
            and int(row["Signature"][:4]) in YEARS)


def evidence(line):
    return [{"source": "desta", "quote": line}]


def facts_of(treaty, parties, nodes, edges):
    first, row = next(iter(parties.values()))
    agreement = slug(treaty)
    when = {"start": row["Force"]} if row["Force"] else {"date": row["Signature"]}
    nodes[agreement] = {"type": "trade-agreement", "name": f"{row['Title']} {row['Signature']}",
                        **when, "evidence": evidence(first)}
    for state, (line, row) in sorted(parties.items()):
        nation = slug(row["StateName"])
        nodes.setdefault(nation, {"type": "nation", "name": row["StateName"], "aliases": [state],
                                  "evidence": evidence(line)})
        edges.append({"from": nation, "type": "party-to" if "start" in when else "signs",
                      "to": agreement, **when, "evidence": evidence(line)})


def main():
    head, treaties = read(sys.argv[1])
    chosen = {name: treaties[name] for name in sorted(treaties) if wanted(treaties[name])}
    nodes, edges = {}, []
    for treaty, parties in chosen.items():
        facts_of(treaty, parties, nodes, edges)
    lines = [line for parties in chosen.values() for line, _ in parties.values()]
    folder = pathlib.Path(sys.argv[2])
    (folder / "sources").mkdir(exist_ok=True)
    (folder / SOURCE["file"]).write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    dossier = {"$schema": "../../src/model/schemas/facts.schema.json", "entente": 1,
               "title": "Trade agreements of South Korea and Singapore, 2000–2019",
               "schema": "diplomacy", "sources": {"desta": SOURCE},
               "nodes": dict(sorted(nodes.items())), "edges": edges}
    (folder / "facts.json").write_text(json.dumps(dossier, ensure_ascii=False), encoding="utf-8")


main()
