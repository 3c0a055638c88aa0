# SPDX-License-Identifier: MIT
"""All ways in which the program writes, from its own tables."""
import faults

SMALL = str(faults.ROOT / "tests" / "faults" / "small.json")
LARGE = str(faults.EXAMPLE / "facts.json")  # more than fits into a buffer


class Way:
    """A command and a format: what to say, and which files come of it."""

    def __init__(self, command, name, ending):
        self.command, self.format = command, name
        self.name = f"{command} {name}"
        self.target = f"out{ending}"
        self.files = [self.target]

    def words(self, target, facts=SMALL):
        words = [self.command, "-o", str(target)]
        return words + ([] if self.command == "fmt" else ["-f", self.format]) + [str(facts)]


def find_files(program, way):
    """The names of the files that it makes: some formats make several."""
    with faults.folder() as work:
        done = program.run(*way.words(work / way.target))
        way.files = sorted(faults.tree(work))
        if done.status != 0 or not way.files:
            raise SystemExit(f"{way.name}: {done.message}")


def ways(program):
    found = [Way("export", item["name"], item["endings"][0])
             for item in faults.lists(program, "writers")]
    found += [Way("draw", item["name"], item["endings"][0])
              for item in faults.lists(program, "drawings")]
    found.append(Way("fmt", "json", ".json"))
    for way in found:
        find_files(program, way)
    return found


def printing(program, facts=SMALL, node="ann"):
    """Words with which the program prints what it found or made."""
    several = ("csv",)  # cannot be printed
    found = [["export", "-f", item["name"], facts] for item in faults.lists(program, "writers")
             if item["name"] not in several]
    found += [["draw", "-f", item["name"], facts] for item in faults.lists(program, "drawings")]
    found += [[command, "--format", form, *words]
              for command, words in (("info", [facts]), ("rank", [facts]), ("check", [facts]),
                                     ("show", [node, facts]), ("schema", []), ("list", []))
              for form in ("table", "csv", "json") if (command, form) != ("check", "table")]
    found += [["fmt", "-o", "-", facts], ["help"], ["help", "rank"], ["rank", "--help"],
              ["--version"], ["schema", "--json-schema", "facts"]]
    return found
