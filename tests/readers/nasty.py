# SPDX-License-Identifier: MIT
"""A dossier of all that is legal and awkward, for whoever reads what the program writes.

Facts come as a dict; a number that Python's json would write otherwise is a Digits.
"""
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
STRINGS = DATA / "naughty-strings" / "blns.json"

AWKWARD = [
    "plain", " leading", "trailing ", "  ", "\ttab\t", "line\nbreak", "carriage\rreturn",
    "both\r\n", "\n", "]]>", "<![CDATA[x]]>", "<!-- x -->", "<?php ?>", "&amp;", "&lt;&#65;&x;",
    "<script>alert(1)</script>", "\"quoted\" 'single' \\N \\n", "\u202eright to left\u202c",
    "\u200f\u200e\ufeff\u2066", "👩‍👩‍👧‍👦 🇰🇷 🇸🇬", "e\u0301 vs \u00e9", "\U0001f600\U0010fffd", "NaN",
    "INF", "null", "true", "0x1F", "1e400", "-0", "김 대한민국", "x" * 10000,
]
IDS = [
    "n0", "n1", "n2", "n3", "n5", "n5.", "N1", "a b", "a/b", "a:b", "a::b", "-", ".", "_", "1", "01",
    "1_0", "٣", "é", "대한민국", "中文", "emoji😀", "<b>", "a&b", "\"", "'", "id", "key", "G", "]]>",
    " x", "x ", "e0", "𝔘𝔫𝔦", "#", "%s%n", "\\", "x" * 1024,
]
EDGE_IDS = ["7", "07", "7_", "-7", "٧", "e1", "e2", "e2.", "a b", "<e>", "대한", "e-0000000000000000", "n0"]


class Digits(str):
    """A number with the digits it has."""


def is_text(text):
    """Whether facts may hold the text."""
    return not any(c < " " and c not in "\t\n\r" or "\x7f" <= c < "\xa0" or c in "\ufffe\uffff"
                   or "\ud800" <= c < "\ue000" for c in text)


def is_id(text):
    return (text != "" and is_text(text) and not re.search("[\t\r\n\u2028\u2029]", text)
            and len(text.encode()) <= 1024)


def naughty_strings():
    found = json.loads(STRINGS.read_text(encoding="utf-8"))
    return [text for text in found if text != "" and is_text(text)]


def as_json(facts):
    """The facts file's text."""
    def mark(value):
        if isinstance(value, Digits):
            return f"\ue000{value}\ue000"
        if isinstance(value, dict):
            return {key: mark(item) for key, item in value.items()}
        if isinstance(value, list):
            return [mark(item) for item in value]
        return value
    text = json.dumps(mark(facts), ensure_ascii=False, indent=1)
    return re.sub("\"\ue000(.*?)\ue000\"", r"\1", text)


def texts():
    return AWKWARD + naughty_strings()


def make_nodes(all_texts):
    ids = list(dict.fromkeys(IDS + [text for text in naughty_strings() if is_id(text)]))
    nodes = {}
    for i, node_id in enumerate(ids):
        text = all_texts[i % len(all_texts)]
        node = {"type": ["node", "a type", "<type>"][i % 3], "name": text}
        if i % 2:
            node["aliases"] = [text, "a|b,c"]
        if i % 3 == 0:
            node["evidence"] = [{"source": "s", "quote": f"says {text}", "page": Digits("12")},
                                {"source": "s <2>", "quote": "second", "prefix": text,
                                 "page": "iv", "note": text, "x-e": {"a": [Digits("1.10"), None]}}]
        if i % 4 == 0:
            node["note"] = text
        if i % 5 == 0:
            node["properties"] = {"plain": text, "truth": i % 2 == 0, "n": i, "d": Digits("1.50"),
                                  "long": Digits("123456789012345678901234567890"),
                                  "list": [text, "b"], "two words": text, "mixed": [text, i][i % 2],
                                  "huge": Digits("1e400"), "label": text, "id": "p", "none": ""}
        if i % 7 == 0:
            node["x-own"] = {"deep": [[Digits("0.10"), text, {"k": True}]], "": None,
                             "only JSON has these": "\x7f\x85\ufffe\uffff\x1b"}
        nodes[node_id] = node
    return nodes


def add_details(nodes):
    first, second, third, fourth = list(nodes)[:4]
    nodes[first] |= {"date": "2026-03-02~", "count": 7, "status": "planned", "confidence": 0.1,
                     "amount": {"value": "300000000.50", "currency": "USD", "text": "US$ \"300\"\n"}}
    nodes[second] |= {"start": "2019", "end": "2021-03?", "status": "denied", "note": "",
                      "amount": {"value": "-1"}, "ids": {"wikidata": "Q884", "a \"b\"": "<c>"}}
    nodes[third] |= {"by": "2030", "status": "alleged", "same_as": [fourth], "count": 0,
                     "confidence": Digits("0.30000000000000004")}
    nodes[fourth] |= {"not_same_as": [first], "count": Digits("9007199254740991")}


def make_edges(nodes, all_texts):
    ids = list(nodes)
    edges = []
    for i, text in enumerate(all_texts):
        edge = {"from": ids[i % len(ids)], "type": ["tie", "a tie", text][i % 3] or "tie",
                "to": ids[(i * 7) % len(ids)],
                "evidence": [{"source": "s", "quote": f"{text} it says"}]}
        if i % 3 == 0:
            edge |= {"note": text, "properties": {"p": text, "q": Digits("1.0")}}
        edges.append(edge)
    for edge_id in EDGE_IDS:
        edges.append({"from": ids[0], "type": "parallel", "to": ids[1], "id": edge_id})
    for weight in ("0.1", "1e-300", "1e300", "3", "0.30000000000000004", "1e22"):
        edges.append({"from": ids[2], "type": "loop", "to": ids[2], "weight": Digits(weight)})
    edges += [{"from": ids[1], "type": "parallel", "to": ids[0], "status": "planned",
               "by": "2030-06", "confidence": 0.25, "x-edge": [Digits("1.0")],
               "amount": {"value": "1", "currency": "KRW"}}] * 3
    return edges


def make():
    all_texts = texts()
    nodes = make_nodes(all_texts)
    add_details(nodes)
    return {
        "entente": 1, "title": "<nasty> & \"title\"\n", "description": " \tdescribed\r\n",
        "schema": "open", "x-top": {"n": [Digits("1.10")], "t": "]]>"},
        "sources": {"s": {"title": "<s>\n", "published": "2026-03", "reliability": "B",
                          "x-s": [Digits("2.50")]},
                    "s <2>": {"author": "\u202eA & B", "url": "https://example.org/?a=1&b=2"},
                    "uncited": {"licence": "MIT"}},
        "nodes": nodes,
        "edges": make_edges(nodes, all_texts),
    }
