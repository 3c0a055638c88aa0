# SPDX-License-Identifier: MIT
"""Large input: what the tests of it share. A case is an ending, a text made for a size, the exit
statuses that check may have, and a code that must be among its findings."""

HEAD = '{"entente":1,"schema":"open",\n'
TWO = '"a":{"type":"t"},"b":{"type":"t"}'
NODES = HEAD + '"nodes":{' + TWO + '},\n'
GRAPHML = ('<?xml version="1.0"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n%s'
           '<graph edgedefault="directed">\n%s</graph></graphml>\n')


def repeat(count, make, between=","):
    return between.join(make(i) for i in range(count))


def size(program):
    """How many of a thing: a slow build gets fewer."""
    return 2000 if program.sanitized else 100000


def run_cases(program, report, work, cases):
    for name, (ending, make, statuses, code) in cases.items():
        path = work / f"big.{ending}"
        path.write_text(make(size(program)), encoding="utf-8")
        done = program.run("check", "--format", "json", str(path))
        report.sound(done, name, statuses)
        report.check(code is None or code in done.codes(), f"{name}: code", set(done.codes()))
        if done.status == 0:
            use(program, report, name, path)
        else:
            done = program.run("check", str(path))
            report.sound(done, f"{name}, messages", (1,))
            report.check(len(done.err) < 500000, f"{name}: length of messages", len(done.err))


def use(program, report, name, path):
    """What was taken goes through what works with it, too."""
    for words in (["info"], ["rank"], ["show", "a"], ["export", "-f", "graphml"],
                  ["export", "-f", "json"]):
        done = program.run(*words, str(path))
        report.sound(done, f"{name}, {' '.join(words)}", (0, 2) if words[0] == "show" else (0,))
