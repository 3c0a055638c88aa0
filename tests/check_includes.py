#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The layers of DESIGN: an include never points back. check_includes.py SOURCE_FOLDER"""
import pathlib
import re
import sys

BELOW = {
    "base": set(),
    "kernel": {"base"},
    "model": {"base"},
    "read": {"base", "model"},
    "check": {"base", "model", "read"},
    "view": {"base", "model"},
    "measure": {"base", "kernel", "model", "view"},
    "figure": {"base", "kernel", "model", "view", "measure"},
    "group": {"base", "model", "view"},
    "path": {"base", "model", "view"},
    "stability": {"base", "model", "view", "measure"},
    "why": {"base", "model", "view", "measure"},
    "write": {"base", "model", "read", "view", "measure", "group"},
    "diff": {"base", "model", "read", "view", "measure", "group", "write"},
    "draw": {"base", "kernel", "model", "read", "view", "measure", "group", "write", "diff"},
    "layout": {"base"},
    "raster": {"base", "layout"},  # the guard of both programs
    "cli": {"base", "model", "read", "check", "view", "measure", "figure", "group", "path", "stability",
            "why", "write", "diff", "draw"},
}
# Where each public header's code lives: including it is including that layer.
PUBLIC = {
    "error": "base", "date": "base", "output": "base", "place": "base",
    "report": "model", "facts": "model", "schema": "model", "dossier": "model",
    "view": "view", "project": "view", "measure": "measure", "figure": "figure", "group": "group", "path": "path",
    "stability": "stability", "why": "why", "write": "write", "diff": "diff", "draw": "draw", "entente": "cli",
}
IGRAPH = {"view", "measure", "figure", "group", "path"}  # the only layers that know igraph


def layer_of(include):
    public = re.fullmatch(r"entente/(\w+)\.h", include)
    if public:
        return PUBLIC.get(public.group(1), "unknown")
    return include.split("/")[0] if "/" in include else None


def faults(path, layer, root):
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
        if not found:
            continue
        include = found.group(2)
        where = f"{path.relative_to(root)}:{number}"
        if include.startswith("igraph/") and layer not in IGRAPH:
            yield f"{where}: {layer} must not know igraph"
        if found.group(1) == "<" and not include.startswith("entente/"):
            continue
        target = layer_of(include)
        if target and target != layer and target not in BELOW[layer]:
            yield f"{where}: {layer} includes {include}, of {target}"


def main():
    root = pathlib.Path(sys.argv[1])
    found, files = [], 0
    for path in sorted(root.rglob("*.[ch]")):
        layer = path.relative_to(root).parts[0]
        if layer not in BELOW:
            continue
        files += 1
        found += faults(path, layer, root)
    print("\n".join(found) or f"{files} files, no include points back")
    sys.exit(1 if found or not files else 0)


main()
