# SPDX-License-Identifier: MIT
"""Tests of entente-layout: python3 test_layout.py PATH_TO_PROGRAM"""

import itertools
import os
import subprocess
import sys
import tempfile
import time

ENGINES = ["dot", "neato", "fdp", "sfdp", "circo", "twopi"]
LABEL = (
    '<<TABLE FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d" BORDER="0" CELLSPACING="0" '
    'CELLPADDING="0"><TR><TD></TD></TR></TABLE>>'
)
WIDTH, HEIGHT = 108.0, 36.0
program = sys.argv[1]
with open(program, "rb") as file:
    sanitized = b"__asan_init" in file.read()  # crashes and limits are its own
failures = []


def check(truth, message):
    if not truth:
        failures.append(message)
        print("failed:", message)


def run(engine, dot, *options, seconds=60, environment=None):
    data = dot if isinstance(dot, bytes) else dot.encode()
    return subprocess.run(
        [program, engine, *options], input=data, capture_output=True, timeout=seconds,
        env=environment,
    )


def make_dot(nodes, edges, head=""):
    """Edges are (tail, head) or (tail, head, label width)."""
    lines = ["digraph { %s" % head]
    lines.append('node [shape=box, fixedsize=true, label="", width=1.5, height=0.5]')
    lines += ["n%d;" % i for i in range(nodes)]
    for i, edge in enumerate(edges):
        label = ", label=" + LABEL % (edge[2], 14) if len(edge) > 2 else ""
        lines.append('n%d -> n%d [id="e%d"%s];' % (edge[0], edge[1], i, label))
    return "\n".join(lines) + "\n}\n"


class Picture:
    def __init__(self, output):
        lines = output.decode("ascii").splitlines()
        assert lines[-1] == "end" and lines.count("end") == 1, "no end"
        self.nodes, self.edges, self.labels = {}, {}, {}
        for line in lines[:-1]:
            kind, *numbers = line.split(" ")
            for text in numbers:
                assert text != "-0" and len(text.partition(".")[2]) <= 2, "number " + text
            values = [float(text) for text in numbers]
            if kind == "graph":
                self.size = values
            elif kind == "edge":
                assert len(values) == 2 + 2 * values[1] and values[1] % 3 == 1, line
                points = list(zip(values[2::2], values[3::2]))
                self.edges.setdefault(int(values[0]), []).append(points)
            else:
                {"node": self.nodes, "label": self.labels}[kind][int(values[0])] = values[1:]


def lay_out(engine, dot, name):
    result = run(engine, dot)
    check(result.returncode == 0, "%s: exit %d %r" % (name, result.returncode, result.stderr))
    try:
        return Picture(result.stdout)
    except (AssertionError, KeyError, IndexError, ValueError) as error:
        check(False, "%s: output: %s" % (name, error))
        return None


def distance_to_box(point, centre):
    """0 on the boundary of a node, less inside, more outside."""
    return max(abs(point[0] - centre[0]) - WIDTH / 2, abs(point[1] - centre[1]) - HEIGHT / 2)


def middle(points):
    p = points[(len(points) - 1) // 6 * 3 :][:4] if len(points) > 4 else points
    return tuple((p[0][k] + 3 * p[1][k] + 3 * p[2][k] + p[3][k]) / 8 for k in (0, 1))


def overlap(a, b):
    """Centres and sizes."""
    return all(abs(a[k] - b[k]) < (a[k + 2] + b[k + 2]) / 2 - 0.01 for k in (0, 1))


def check_picture(picture, nodes, edges, name):
    check(sorted(picture.nodes) == list(range(nodes)), name + ": nodes")
    check(sorted(picture.edges) == list(range(len(edges))), name + ": edges")
    labelled = [i for i, edge in enumerate(edges) if len(edge) > 2]
    check(sorted(picture.labels) == labelled, name + ": labels")
    boxes = [(x, y, WIDTH, HEIGHT) for x, y in picture.nodes.values()]
    boxes_and_labels = boxes + [(*picture.labels[i], edges[i][2], 14) for i in labelled]
    for x, y, w, h in boxes_and_labels:
        inside = x - w / 2 > -0.1 and y - h / 2 > -0.1
        inside = inside and x + w / 2 < picture.size[0] + 0.1 and y + h / 2 < picture.size[1] + 0.1
        check(inside, name + ": something is outside the picture")
    for a, b in itertools.combinations(boxes, 2):
        check(not overlap(a, b), name + ": nodes on one another")
    for i, chains in picture.edges.items():
        tail, head = picture.nodes[edges[i][0]], picture.nodes[edges[i][1]]
        start, end = distance_to_box(chains[0][0], tail), distance_to_box(chains[-1][-1], head)
        check(abs(start) < 2, "%s: e%d begins %.2f off its node" % (name, i, start))
        check(abs(end) < 2, "%s: e%d ends %.2f off its node" % (name, i, end))


def test_ordinary():
    edges = [(0, 1, 60), (0, 2, 40), (1, 3), (2, 3, 80), (3, 0, 50), (4, 5, 60), (6, 6, 30)]
    for engine in ENGINES:
        picture = lay_out(engine, make_dot(8, edges), engine)
        if picture:
            check_picture(picture, 8, edges, engine)


def test_small():
    for engine in ENGINES:
        picture = lay_out(engine, "digraph {}", engine + " empty")
        check(picture and picture.size == [0, 0], engine + ": empty graph has a size")
        picture = lay_out(engine, make_dot(1, []), engine + " one node")
        check(picture and picture.size == [WIDTH, HEIGHT], engine + ": size of one node")
        check(picture and picture.nodes == {0: [WIDTH / 2, HEIGHT / 2]}, engine + ": one node")
        edges = [(0, 0, 30), (0, 0)]
        picture = lay_out(engine, make_dot(1, edges), engine + " loops")
        if picture:
            check_picture(picture, 1, edges, engine + " loops")


def test_parallel_edges():
    groups = [[(0, 1, 40), (0, 1, 40), (1, 0, 40)], [(0, 1), (1, 0)], [(0, 1)] * 5]
    around = [(0, 2), (1, 2), (2, 3), (3, 0), (3, 1)]
    heads = ["", "splines=line;", "splines=polyline;", "splines=curved;"]
    for engine, group, rest, head in itertools.product(ENGINES, groups, ([], around), heads):
        if head == "splines=curved;" and engine == "dot":
            head = ""  # not with labels
        name = "%s parallel %d %d %s" % (engine, len(group), len(rest), head)
        picture = lay_out(engine, make_dot(4, group + rest, head), name)
        if not picture:
            continue
        middles = [middle(picture.edges[i][0]) for i in range(len(group))]
        for a, b in itertools.combinations(middles, 2):
            gap = max(abs(a[0] - b[0]), abs(a[1] - b[1]))
            check(gap > 2, "%s: edges %.2f apart" % (name, gap))


def test_labels_do_not_overlap():
    edges = [(0, i, 50) for i in range(1, 9)] + [(1, 2, 50), (4, 5, 50)]
    for engine in ["dot", "neato", "fdp", "sfdp"]:
        picture = lay_out(engine, make_dot(9, edges), engine + " labels")
        if not picture:
            continue
        labels = [(x, y, 50, 14) for x, y in picture.labels.values()]
        nodes = [(x, y, WIDTH, HEIGHT) for x, y in picture.nodes.values()]
        bad = sum(overlap(a, b) for a, b in itertools.combinations(labels, 2))
        bad += sum(overlap(a, b) for a in labels for b in nodes)
        check(bad == 0, "%s: %d labels hide something" % (engine, bad))


def test_directions():
    for direction, axis, sign in (("TB", 1, 1), ("BT", 1, -1), ("LR", 0, 1), ("RL", 0, -1)):
        picture = lay_out("dot", make_dot(2, [(0, 1)], "rankdir=%s;" % direction), direction)
        difference = picture.nodes[1][axis] - picture.nodes[0][axis]
        check(difference * sign > 30, "rankdir=%s: %r" % (direction, picture.nodes))


def test_bad_input():
    box = 'n0 [width=1, height=1]; n1 [width=1, height=1]; '
    bad = {
        "empty": "",
        "not DOT": "hello",
        "half": make_dot(3, [(0, 1)])[:-3],
        "NUL": b"digraph { \0 }",
        "binary": bytes(range(1, 256)),
        "a name": "digraph { seoul [width=1, height=1] }",
        "no size": "digraph { n0 }",
        "size 0": "digraph { n0 [width=0, height=1] }",
        "size NaN": "digraph { n0 [width=nan, height=1] }",
        "huge size": "digraph { n0 [width=1e300, height=1] }",
        "no id": "digraph { " + box + "n0 -> n1 }",
        "bad id": "digraph { " + box + 'n0 -> n1 [id="e-1"] }',
        "text label": "digraph { " + box + 'n0 -> n1 [id=e0, label="text"] }',
        "image": "digraph { " + box + 'n0 -> n1 [id=e0, label=<<IMG SRC="/etc/passwd"/>>] }',
        "huge label": "digraph { " + box + "n0 -> n1 [id=e0, label=%s] }" % LABEL % (20000, 1),
        "record": "digraph { n0 [shape=record, width=1, height=1] }",
        "own shape": "digraph { n0 [shape=epsf, shapefile=\"/etc/passwd\", width=1, height=1] }",
        "deep": "digraph " + "{" * 100000,
    }
    for name, dot in bad.items():
        for engine in ("dot", "neato"):
            result = run(engine, dot)
            # Graphviz's own parser may give up on depth; all else is refused.
            allowed = (2, 3) if name == "deep" else (2,)
            check(result.returncode in allowed, "%s: exit %d" % (name, result.returncode))
            check(result.stdout == b"", name + ": wrote something")
            lines = result.stderr.decode("utf-8", "replace").splitlines()
            good = lines and all(line.startswith("entente-layout: ") for line in lines)
            check(good, name + ": message")


def test_usage():
    for arguments in ([], ["osage"], ["dot", "--seconds"], ["dot", "--seconds", "0"],
                      ["dot", "--seconds", "-1"], ["dot", "--megabytes", "x"],
                      ["dot", "--what", "1"], ["../dot"], ["dot", "file"]):
        result = subprocess.run([program, *arguments], input=b"digraph {}", capture_output=True)
        check(result.returncode == 2, "usage %r: exit %d" % (arguments, result.returncode))
        check(result.stderr.startswith(b"usage: "), "usage %r: message" % arguments)


def test_hostile_attributes():
    dot = """digraph { _background="c 7 -#ff0000 I 0 0 1 1 1 9 -/etc/passwd"; fontpath="/";
        size="0.1";
        imagepath="/"; label=<<IMG SRC="/etc/passwd"/>>; concentrate=true; layout=osage;
        dpi=999999999; charset=latin1; ratio=fill; margin=999999999; pad=999999999; rotate=90;
        root=n99; viewport="1,1,1";
        node [image="/etc/passwd", shapefile="/etc/passwd", fontname="../../x", label="\\N",
              URL="javascript:1", tooltip=x, width=1, height=1, peripheries=99999999, xlabel="x",
              style="red:blue", fillcolor="red:blue;x"]
        edge [fontname=x, headlabel=y, taillabel=z, xlabel=w, URL=q, style="tapered",
              penwidth="1e9", color="red:blue:green"]
        subgraph cluster_0 { label="x"; fontname="y"; n0 }
        n1; n0 -> n1 [id=e0] n0 -> n1 [id=e1] }"""
    for engine in ENGINES:
        picture = lay_out(engine, dot, engine + " hostile attributes")
        check(picture and len(picture.nodes) == 2, engine + " hostile attributes: nodes")
    numbers = "digraph { %s; node [width=1,height=1] n0 -> n1 [id=e0,minlen=99999999,len=-5] }"
    for head in ('ranksep="1e300"', 'nodesep="-1e300"', 'K="nan"', 'sep="1e300"', 'mindist=-1',
                 'start="1e99"', 'splines="ortho"', 'overlap="vpsc"', 'mode="ipsep"', 'pack="1e9"',
                 'ratio="1e-300"', 'maxiter="-1"', 'model="x"', 'quadtree="x"', 'Damping="1e9"'):
        for engine in ENGINES:
            result = run(engine, numbers % head, "--seconds", "2", "--megabytes", "500")
            allowed = result.returncode in (0, 3, 4) or sanitized
            check(allowed, "%s %s: exit %d" % (engine, head, result.returncode))
            check(result.returncode != 0 or result.stdout.endswith(b"\nend\n"), head + ": no end")


def test_no_fonts_or_files():
    with tempfile.TemporaryDirectory() as folder:
        trace = os.path.join(folder, "trace")
        try:
            subprocess.run(["strace", "-f", "-e", "trace=open,openat", "-o", trace, program, "dot"],
                           input=make_dot(2, [(0, 1, 40)]).encode(), capture_output=True,
                           check=True)
        except (FileNotFoundError, subprocess.CalledProcessError):
            return  # no strace here
        with open(trace, encoding="utf-8") as file:
            text = file.read().lower()
        for word in ("fontconfig", "pango", ".ttf", "cairo", "config6"):
            check(word not in text, "reads " + word)


def test_limits():
    if sanitized:
        return
    import random

    random.seed(1)
    edges = [(random.randrange(1500), random.randrange(1500), 40) for _ in range(4000)]
    big = make_dot(1500, edges)
    start = time.monotonic()
    result = run("dot", big, "--seconds", "1")
    check(result.returncode == 4, "time: exit %d %r" % (result.returncode, result.stderr))
    check(b"out of time" in result.stderr, "time: message %r" % result.stderr)
    check(time.monotonic() - start < 5, "time: not stopped in time")
    result = run("dot", big, "--megabytes", "30")
    check(result.returncode == 4, "memory: exit %d %r" % (result.returncode, result.stderr))
    check(b"out of memory" in result.stderr, "memory: message %r" % result.stderr)
    check(not result.stdout, "memory: wrote something")
    start = time.monotonic()
    with subprocess.Popen([program, "dot", "--seconds", "1"], stdin=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as process:
        check(process.wait(timeout=10) == 4, "waiting for input: not stopped")


def test_full_disk():
    if not os.path.exists("/dev/full"):
        return
    with open("/dev/full", "wb") as full:
        result = subprocess.run([program, "dot"], input=make_dot(2, [(0, 1)]).encode(), stdout=full,
                                stderr=subprocess.PIPE)
    check(result.returncode == 3, "full disk: exit %d" % result.returncode)


def test_long_chain():
    for engine in ("dot", "sfdp"):
        result = run(engine, make_dot(1000, [(i, i + 1) for i in range(999)]), "--seconds", "20")
        check(result.returncode in (0, 3, 4), "chain: exit %d" % result.returncode)


def test_same_bytes():
    edges = [(0, i, 50) for i in range(1, 20)] + [(i, i * 7 % 20, 30) for i in range(20)]
    edges += [(1, 2), (1, 2), (2, 1)]
    dot = make_dot(22, edges)
    changed = dict(os.environ, LC_ALL="de_DE.UTF-8", GVBINDIR="/nowhere", GV_FILE_PATH="/",
                   DOTFONTPATH="/", SERVER_NAME="x", LANG="tr_TR.UTF-8", HOME="/nowhere")
    for engine in ENGINES:
        first = run(engine, dot).stdout
        again = [run(engine, dot).stdout for _ in range(3)]
        again.append(run(engine, dot, environment=changed).stdout)
        try:
            still = subprocess.run(["setarch", "-R", program, engine], input=dot.encode(),
                                   capture_output=True)
            again += [still.stdout] if still.returncode == 0 else []
        except FileNotFoundError:
            pass
        check(all(output == first for output in again), engine + ": output differs from run to run")
        check(first.endswith(b"\nend\n"), engine + ": no end")


for name, function in list(globals().items()):
    if name.startswith("test_"):
        before = time.monotonic()
        function()
        print("%-28s %5.1f s" % (name, time.monotonic() - before))
print("%d failed" % len(failures) if failures else "all passed")
sys.exit(1 if failures else 0)
