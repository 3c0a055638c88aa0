#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The pictures kept beside the dossiers are those of today's facts: the same texts and elements.
Coordinates are not compared, for they may differ between machines. test_pictures.py PROGRAM"""
import collections
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]


def content(svg):
    tree = ElementTree.fromstring(svg)
    texts = collections.Counter(text.strip() for text in tree.itertext() if text.strip())
    return texts, collections.Counter(element.tag for element in tree.iter() if "text" in element.tag)


def main():
    stale, pictures = [], sorted(ROOT.glob("graphs/*/*.svg"))
    for picture in pictures:
        drawn = subprocess.run([sys.argv[1], "draw", "-f", "svg", "-o", "-",
                                picture.parent / "facts.json"], capture_output=True, check=True)
        if content(drawn.stdout) != content(picture.read_bytes()):
            stale.append(picture)
    for picture in stale:
        print(f"{picture.relative_to(ROOT)} is stale: entente draw -o it again, and look at it")
    print(f"{len(pictures)} pictures compared")
    sys.exit(1 if stale or not pictures else 0)


main()
