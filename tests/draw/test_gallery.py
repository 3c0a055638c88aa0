#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Dossiers that a script makes are what it makes of its data today. test_gallery.py PROGRAM"""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
MADE = {
    "trade-korea-singapore": "treaties-environment-trade/desta_parties.csv",
    "riigikogu-13": "popolo-a/estonia-ep-popolo-v1.0.json",
}


def differs(name, folder):
    kept = ROOT / "graphs" / name
    subprocess.run([sys.executable, kept / "make.py", DATA / MADE[name], folder], check=True)
    subprocess.run([sys.argv[1], "fmt", folder / "facts.json"], check=True)
    files = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return [f"{name}/{file}" for file in files
            if (kept / file).read_bytes() != (folder / file).read_bytes()]


def make_large(folder):
    """The dossier that is too large to keep is made, and stands up to its sources."""
    tables = DATA / "treaties-environment-trade"
    subprocess.run([sys.executable, ROOT / "graphs/environment-treaties/make.py",
                    tables / "ieadb_agreements.csv", tables / "ieadb_parties.csv", folder],
                   check=True)
    done = subprocess.run([sys.argv[1], "check", folder / "facts.ndjson"], capture_output=True,
                          text=True, check=False)
    said = done.stderr.strip().splitlines()[-1]
    print(said)
    return [] if said.startswith("ok: 2467 nodes, 15463 edges") else ["environment-treaties"]


def main():
    if not DATA.is_dir():
        print(f"skipped: no test data in {DATA}")
        sys.exit(77)
    stale = []
    for name in MADE:
        with tempfile.TemporaryDirectory() as folder:
            stale += differs(name, pathlib.Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        stale += make_large(pathlib.Path(folder))
    print("\n".join([*(f"{file} is stale" for file in stale), f"{len(MADE) + 1} dossiers made"]))
    sys.exit(1 if stale else 0)


main()
