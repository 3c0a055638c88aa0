#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Makes facts.json and sources/memberships.txt from EveryPolitician's file (see README.md).

    make.py estonia-ep-popolo-v1.0.json FOLDER && entente fmt FOLDER/facts.json
"""
import json
import pathlib
import re
import sys
import unicodedata

TERM = "term/13"
SOURCE = {
    "title": "EveryPolitician: Riigikogu, memberships of the 13th term",
    "publisher": "EveryPolitician",
    "url": "https://github.com/everypolitician/everypolitician-popolo",
    "file": "sources/memberships.txt",
    "licence": "MIT",
    "reliability": "B",
}


def slug(text):
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def english(thing):
    for other in thing.get("other_names", []):
        if other.get("lang") == "en":
            return other["name"]
    return thing["name"]


def when(membership):
    return {to: membership[key] for key, to in (("start_date", "start"), ("end_date", "end"))
            if key in membership}


def line_of(membership, popolo):
    """A membership in words: what the source has, its keys resolved to names."""
    days = " ".join(f"{word} {membership[key]}" for word, key in
                    (("from", "start_date"), ("to", "end_date")) if key in membership)
    person, faction, area = (popolo[membership[key]]["name"] for key in
                             ("person_id", "on_behalf_of_id", "area_id"))
    return f"{person}, {faction}, {area} {days}".rstrip()


def facts_of(membership, popolo, nodes, edges):
    person, faction, area = (popolo[membership[key]] for key in
                             ("person_id", "on_behalf_of_id", "area_id"))
    evidence = [{"source": "riigikogu", "quote": line_of(membership, popolo)}]
    ids = slug(person["name"]), faction["id"].lower(), slug(area["name"])
    nodes.setdefault(ids[0], {"type": "politician", "name": person["name"], "evidence": evidence})
    nodes.setdefault(ids[1], {"type": "faction", "name": english(faction),
                              "aliases": [faction["name"]], "evidence": evidence})
    nodes.setdefault(ids[2], {"type": "constituency", "name": area["name"], "evidence": evidence})
    for kind, to in (("member-of", ids[1]), ("elected-in", ids[2])):
        edges.append({"from": ids[0], "type": kind, "to": to, **when(membership),
                      "evidence": evidence})


def main():
    data = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    popolo = {thing["id"]: thing for part in ("persons", "organizations", "areas")
              for thing in data[part]}
    members = sorted((m for m in data["memberships"] if m["legislative_period_id"] == TERM),
                     key=lambda m: (popolo[m["person_id"]]["name"], m.get("start_date", "")))
    nodes, edges = {}, []
    for membership in members:
        facts_of(membership, popolo, nodes, edges)
    folder = pathlib.Path(sys.argv[2])
    (folder / "sources").mkdir(exist_ok=True)
    (folder / SOURCE["file"]).write_text(
        "\n".join(line_of(m, popolo) for m in members) + "\n", encoding="utf-8")
    dossier = {"$schema": "../../src/model/schemas/facts.schema.json", "entente": 1,
               "title": "The 13th Riigikogu: who sat for whom and where",
               "schema": "schema.json", "sources": {"riigikogu": SOURCE},
               "nodes": dict(sorted(nodes.items())), "edges": edges}
    (folder / "facts.json").write_text(json.dumps(dossier, ensure_ascii=False), encoding="utf-8")


main()
