#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Targets that cannot be written, or are no plain files: a file is written whole or not at all."""
import os
import pathlib
import random
import resource
import signal
import stat
import subprocess
import sys
import threading
import time

import faults
import writing

BROKEN = b'{"entente": 1, "nodes": {"a": {"typ": "nation"}}}\n'


def good_bytes(program, way, work):
    """What the format's files hold when nothing goes wrong."""
    good = work / "good" / way.name
    good.mkdir(parents=True)
    program.run(*way.words(good / way.target))
    return faults.tree(good)


def place_for(work, way, case):
    place = work / case / way.name
    place.mkdir(parents=True)
    return place


def put_old(place, way, mode=0o644):
    for name in way.files:
        (place / name).write_bytes(faults.OLD)
        (place / name).chmod(mode)


def targets_that_fail(program, report, work):
    """Exit 2, a reason, and everything as it was."""
    def folder(path):
        path.mkdir()

    def loop(path):
        path.symlink_to(path.name)

    cases = {
        "a folder": (folder, "it is a folder"),
        "a link to itself": (loop, "levels of symbolic links"),
        "a missing folder": (None, "No such file or directory"),
        "a file as folder": (None, "Not a directory"),
    }
    for way in writing.ways(program):
        for case, (make, reason) in cases.items():
            place = place_for(work, way, case)
            if make:
                for name in way.files:
                    make(place / name)
            (place / "plain").write_bytes(faults.OLD)
            before = faults.tree(place)
            inner = {"a missing folder": "none/", "a file as folder": "plain/"}.get(case, "")
            done = program.run(*way.words(place / (inner + way.target)))
            report.sound(done, f"{way.name} to {case}", (2,))
            report.check(reason in done.message, f"{way.name} to {case}: reason", done.message)
            report.check(faults.tree(place) == before, f"{way.name} to {case}: left as it was")


def read_only(program, report, work):
    """A folder and a file that may not be written."""
    before = None
    if os.geteuid() == 0:
        if not faults.can_be_nobody(program):
            report.skip("read-only folder: permissions do not bind root, nor is there another user")
            return
        before = faults.become_nobody
        work.chmod(0o755)
    for way in writing.ways(program):
        for case, modes in (("a read-only folder", (0o555, 0o644)),
                            ("a read-only file", (0o777, 0o444))):
            place = place_for(work, way, case)
            put_old(place, way, modes[1])
            place.chmod(modes[0])
            old = faults.tree(place)
            done = program.run(*way.words(place / way.target), before=before, cwd="/")
            report.sound(done, f"{way.name} to {case}", (2,))
            report.check("Permission denied" in done.message, f"{way.name} to {case}: reason",
                         done.message)
            report.check(faults.tree(place) == old, f"{way.name} to {case}: left as it was")


def failures(work):
    """Ways to fail while writing: words for the facts, and what is done to the program before."""
    broken, missing = work / "broken.json", work / "none.json"
    broken.write_bytes(BROKEN)

    def small_files():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
    return {"broken facts": (broken, None), "no facts": (missing, None),
            "files may not grow": (writing.SMALL, small_files)}


def existing_file_stays(program, report, work):
    """Whatever fails, the file that was there stays byte for byte, with its mode."""
    for case, (facts, before) in failures(work).items():
        for way in writing.ways(program):
            place = place_for(work, way, case)
            put_old(place, way, 0o640)
            old = faults.tree(place)
            done = program.run(*way.words(place / way.target, facts), before=before)
            report.sound(done, f"{way.name}, {case}", (2,))
            report.check(faults.tree(place) == old, f"{way.name}, {case}: left as it was")
            modes = {stat.S_IMODE(os.stat(place / name).st_mode) for name in way.files}
            report.check(modes == {0o640}, f"{way.name}, {case}: mode", modes)


def modes_and_links(program, report, work):
    """An existing file keeps its mode; a new one gets the user's; a link stays."""
    for way in writing.ways(program):
        good = good_bytes(program, way, work)
        for mode in (0o600, 0o640, 0o666, 0o755):
            place = place_for(work, way, f"mode {mode:o}")
            put_old(place, way, mode)
            report.sound(program.run(*way.words(place / way.target)), f"{way.name} mode", (0,))
            modes = {stat.S_IMODE(os.stat(place / name).st_mode) for name in way.files}
            report.check(modes == {mode}, f"{way.name} keeps mode {mode:o}", modes)
            report.check(faults.tree(place) == good, f"{way.name} over an old file: bytes")
        new_file(program, report, way, work)
        for case, exists in (("a link", True), ("a dangling link", False)):
            linked(program, report, way, (place_for(work, way, case), exists, good))


def new_file(program, report, way, work):
    place = place_for(work, way, "new")
    program.run(*way.words(place / way.target), before=lambda: os.umask(0o027))
    modes = {stat.S_IMODE(os.stat(place / name).st_mode) for name in way.files}
    report.check(modes == {0o640}, f"{way.name}: mode of a new file", modes)


def linked(program, report, way, case):
    place, exists, good = case
    (place / "there").mkdir()
    for name in way.files:
        (place / name).symlink_to(f"there/{name}")
        if exists:
            (place / "there" / name).write_bytes(faults.OLD)
    report.sound(program.run(*way.words(place / way.target)), f"{way.name} to a link", (0,))
    left = faults.tree(place)
    links = {left[name] for name in way.files}
    report.check(links == {f"link to there/{name}" for name in way.files},
                 f"{way.name} to a link: the link stays", links)
    report.check(faults.tree(place / "there") == good, f"{way.name} to a link: its target's bytes")


def fifos(program, report, work):
    """A FIFO gets the bytes and stays one."""
    for way in writing.ways(program):
        good, place, got = good_bytes(program, way, work), place_for(work, way, "fifo"), {}
        for name in way.files:
            os.mkfifo(place / name)
        readers = [threading.Thread(target=lambda n=name: got.update({n: (place / n).read_bytes()}),
                                    daemon=True) for name in way.files]
        for reader in readers:
            reader.start()
        report.sound(program.run(*way.words(place / way.target)), f"{way.name} to a FIFO", (0,))
        for reader in readers:
            reader.join(10)
        report.check(got == good, f"{way.name} to a FIFO: bytes")
        report.check(all(stat.S_ISFIFO(os.stat(place / name).st_mode) for name in way.files),
                     f"{way.name} to a FIFO: it stays", faults.tree(place))


def closed_streams(program, report, work):
    """Standard streams that are closed before the program starts, or whose reader has gone."""
    for words in writing.printing(program):
        name = " ".join(words[:3])
        report.sound(program.run(*words, before=lambda: os.close(1)), f"closed stdout, {name}",
            (2,))
        for handler, statuses in ((signal.SIG_DFL, (2, -signal.SIGPIPE)), (signal.SIG_IGN, (2,))):
            reading, gone = os.pipe()
            os.close(reading)
            done = program.run(*words, stdout=gone,
                               before=lambda h=handler: signal.signal(signal.SIGPIPE, h))
            os.close(gone)
            report.check(done.status in statuses, f"reader gone, {name}", (done.status, done.err))
        good = program.run(*words)
        for descriptor in (0, 2):
            done = program.run(*words, before=lambda d=descriptor: os.close(d))
            report.check((done.status, done.out) == (good.status, good.out),
                         f"closed descriptor {descriptor}, {name}", done.message)
    closed_while_writing(program, report, work)


def closed_while_writing(program, report, work):
    """With the standard streams closed, a file gets nothing but its own bytes."""
    def close_all():
        for descriptor in range(3):
            os.close(descriptor)
    for way in writing.ways(program):
        good, place = good_bytes(program, way, work), place_for(work, way, "closed")
        done = program.run(*way.words(place / way.target), before=close_all)
        report.check(done.status == 0 and faults.tree(place) == good, f"all closed, {way.name}",
                     done.status)


def in_place(program, report, work):
    """The facts file itself as target."""
    facts = pathlib.Path(writing.SMALL).read_bytes()
    for way in (way for way in writing.ways(program) if way.target.endswith(".json")):
        place = place_for(work, way, "in place")
        same, other = place / "same.json", place / "other.json"
        same.write_bytes(facts)
        report.sound(program.run(*way.words(other, same)), f"{way.name} beside", (0,))
        report.check(same.read_bytes() == facts, f"{way.name} beside: the facts stay")
        report.sound(program.run(*way.words(same, same)), f"{way.name} onto its facts", (0,))
        report.check(same.read_bytes() == other.read_bytes(), f"{way.name} onto its facts: bytes")


def big_facts(path, nodes):
    with open(path, "w", encoding="ascii") as out:
        out.write('{"entente":1,"schema":"open"}\n')
        for i in range(nodes):
            out.write(f'{{"node":"n{i}","type":"t","name":"number {i}","note":"{"x" * 200}"}}\n')
            out.write(f'{{"edge":["n{i}","tie","n{i * 7 // 8}"]}}\n')


def signals(program, report, work):
    """A signal at any moment leaves the old file and nothing beside it, or the new file whole."""
    facts = work / "big.ndjson"
    big_facts(facts, 5000 if program.sanitized else 20000)
    for way in writing.ways(program):
        if way.command != "export":
            continue
        place = place_for(work, way, "signals")
        begin = time.monotonic()
        program.run(*way.words(place / way.target, facts))
        whole, good = time.monotonic() - begin, faults.tree(place)
        for turn in range(6):
            number = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[turn % 3]
            put_old(place, way)
            old = faults.tree(place)
            process = program.start(way.words(place / way.target, facts),
                                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            time.sleep(whole * (turn + 1) / 6)
            process.send_signal(number)
            status = (process.communicate()[1], process.returncode)[1]
            left = faults.tree(place)
            report.check(status in (0, 2, -number), f"{way.name} interrupted: status", status)
            report.check(left in (old, good), f"{way.name} interrupted: files",
                         (turn, status, {name: len(bytes_) for name, bytes_ in left.items()}))


def big_picture(path):
    """One whose layout takes a minute."""
    dice = random.Random(1)
    with open(path, "w", encoding="ascii") as out:
        out.write('{"entente":1,"schema":"open"}\n')
        for i in range(1000):
            out.write(f'{{"node":"n{i}","type":"t"}}\n')
        for _ in range(2500):
            out.write(f'{{"edge":["n{dice.randrange(1000)}","tie","n{dice.randrange(1000)}"]}}\n')


def state(process_id):
    """A process's state and the CPU ticks it has used; a dead one's are X and 0."""
    try:
        fields = pathlib.Path(f"/proc/{process_id}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return "X", 0
    return fields[0], int(fields[11])


def busy_child(process):
    """The id of the program that one of its threads started, once that is at work."""
    tasks, deadline = pathlib.Path(f"/proc/{process.pid}/task"), 60
    for _ in range(deadline * 20):
        time.sleep(0.05)
        for path in tasks.glob("*/children") if process.poll() is None else []:
            for child in children(path):
                if state(child)[1] > 20:
                    return child
    return None


def children(path):
    """Of a thread; none where it has ended."""
    try:
        return path.read_text().split()
    except OSError:
        return []


def ends_soon(process_id):
    for _ in range(100):
        if state(process_id)[0] in "ZX":
            return True
        time.sleep(0.05)
    return False


def helpers_end(program, report, work):
    """Whoever ends the program ends the programs that it started."""
    big_picture(work / "facts.ndjson")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        name = f"drawing ended by {signal.Signals(number).name}"
        process = program.start(["draw", "--layout", "dot", "-o", "out.svg", "facts.ndjson"],
                                cwd=work, megabytes=8192, stderr=subprocess.PIPE)
        child = busy_child(process)
        process.send_signal(number)
        process.communicate()
        report.check(process.returncode == -number, f"{name}: status", process.returncode)
        report.check(child and ends_soon(child), f"{name}: its layout program ends too", child)
        report.check(list(work.iterdir()) == [work / "facts.ndjson"], f"{name}: files",
                     list(work.iterdir()))


if __name__ == "__main__":
    sys.exit(faults.main([targets_that_fail, read_only, existing_file_stays, modes_and_links, fifos,
                          closed_streams, in_place, signals, helpers_end]))
