#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Makes a large dossier, facts.ndjson with its sources, from IEADB's tables (see README.md).

    make.py ieadb_agreements.csv ieadb_parties.csv FOLDER
"""
import csv
import json
import pathlib
import re
import shutil
import sys
import unicodedata

FAR = "2800"  # later dates stand for "not yet"
TYPES = {
    "Fish and fisheries": "fisheries",
    "Pollution": "pollution",
    "Energy": "energy",
    "Nuclear": "energy",
    "Conservation of species and biodiversity": "species",
    "Freshwater": "freshwater",
    "Agriculture": "agriculture",
    "Habitat and ocean": "habitat",
}
SOURCE = {
    "title": "International Environmental Agreements Database (IEADB), parties",
    "publisher": "manytreaties, Global Governance group, Geneva",
    "url": "https://github.com/globalgov/manytreaties",
    "published": "2025-10-05",
    "file": "sources/ieadb_parties.csv",
    "language": "en",
    "licence": "CC BY 4.0",
    "reliability": "B",
}


def day(text):
    return text if text and text < FAR else None


def names_of_states():
    """ISO 3166 names by code: the tables have codes alone. Debian's package iso-codes."""
    path = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")
    if not path.exists():
        return {}
    entries = json.loads(path.read_text(encoding="utf-8"))["3166-1"]
    return {entry["alpha_3"]: entry.get("common_name", entry["name"]) for entry in entries}


def slug(text):
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


CONTROLS = re.compile("a?[\x80-\x9f]+")  # what is left of an apostrophe in some titles


def rows_with_lines(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    return zip(lines[1:], csv.DictReader(lines))


def facts(agreements, parties):
    subjects = {row["mitchID"]: row["TypeSubject"] for _, row in rows_with_lines(agreements)}
    states, seen = names_of_states(), set()
    yield {"entente": 1, "title": "Environmental agreements and their parties",
           "schema": "schema.json"}
    yield {"source": "ieadb", **SOURCE}
    for line, row in rows_with_lines(parties):
        quote = CONTROLS.split(line)[0]  # no fact may have such characters
        evidence = [{"source": "ieadb", "quote": quote}]
        agreement, nation = f"ieadb-{row['ieadbID']}", slug(row["stateID"])
        if agreement not in seen:
            seen.add(agreement)
            yield {"node": agreement, "type": TYPES.get(subjects.get(row["ieadbID"]), "agreement"),
                   "name": f"{CONTROLS.sub('’', row['Title'])} ({row['Signature'][:4]})", "evidence": evidence}
        if nation not in seen:
            seen.add(nation)
            yield {"node": nation, "type": "nation", "name": states.get(row["stateID"],
                   row["stateID"]), "aliases": [row["stateID"]], "evidence": evidence}
        start, end = day(row["Force"]), day(row["End"])
        yield {"edge": [nation, "party-to", agreement], **({"start": start} if start else {}),
               **({"end": end} if end and (not start or end >= start) else {}),
               "evidence": evidence}


def main():
    agreements, parties, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(parties, folder / SOURCE["file"])
    here = pathlib.Path(__file__).parent / "schema.json"
    if here.resolve() != (folder / "schema.json").resolve():
        shutil.copyfile(here, folder / "schema.json")
    with open(folder / "facts.ndjson", "w", encoding="utf-8") as file:
        for fact in facts(agreements, parties):
            file.write(json.dumps(fact, ensure_ascii=False) + "\n")


main()
