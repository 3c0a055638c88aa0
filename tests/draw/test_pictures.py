#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The pictures kept beside the dossiers are what the commands of their READMEs draw today: the same
texts and elements. Coordinates are not compared, for they may differ between machines.
test_pictures.py PROGRAM"""
import collections
import pathlib
import re
import shlex
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]


def content(svg):
    tree = ElementTree.fromstring(svg)
    texts = collections.Counter(text.strip() for text in tree.itertext() if text.strip())
    return texts, collections.Counter(element.tag for element in tree.iter() if "text" in element.tag)


def commands():
    """Each picture that is kept, with the words that draw it on standard output."""
    for readme in sorted(ROOT.glob("graphs/*/README.md")):
        for line in re.findall(r"^entente (draw .*)$", readme.read_text(encoding="utf-8"), re.M):
            words = shlex.split(line)
            at = words.index("-o") + 1
            picture = readme.parent / words[at]
            if picture.exists():
                words[at] = "-"
                yield picture, [*words, "-f", "svg"]


def main():
    kept, drawn = set(ROOT.glob("graphs/*/*.svg")), dict(commands())
    bad = [f"{picture.name}: no command in its README draws it" for picture in kept - drawn.keys()]
    for picture, words in drawn.items():
        done = subprocess.run([sys.argv[1], *words], cwd=ROOT, capture_output=True, check=True)
        if content(done.stdout) != content(picture.read_bytes()):
            bad.append(f"{picture.name} is stale: draw it again, and look at it")
    print("\n".join([*bad, f"{len(drawn)} pictures compared"]))
    sys.exit(1 if bad or not drawn else 0)


main()
