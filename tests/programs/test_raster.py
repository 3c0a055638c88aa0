# SPDX-License-Identifier: MIT
"""Tests of entente-raster: python3 test_raster.py PATH_TO_PROGRAM"""

import base64
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib

program = sys.argv[1]
with open(program, "rb") as file:
    sanitized = b"__asan_init" in file.read()  # crashes and limits are its own
failures = []
SVG = '<svg xmlns="http://www.w3.org/2000/svg" %s>%s</svg>'
FONT = 'font-family="Liberation Sans, Arial, Helvetica, sans-serif"'
PICTURE = SVG % (
    'width="120" height="60" viewBox="0 0 120 60"',
    '<rect x="10" y="10" width="40" height="40" fill="#ff0000"/>'
    '<text x="60" y="35" font-size="12" %s>Seoul é 한국</text>' % FONT,
)


def check(truth, message):
    if not truth:
        failures.append(message)
        print("failed:", message)


def run(kind, svg, *options, environment=None):
    data = svg if isinstance(svg, bytes) else svg.encode()
    return subprocess.run([program, kind, *options], input=data, capture_output=True, timeout=60,
                          env=environment)


def png_chunks(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    chunks, at = [], 8
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        data = png[at + 8 : at + 8 + length]
        assert zlib.crc32(name + data) == struct.unpack(">I", png[at + 8 + length :][:4])[0], "CRC"
        chunks.append((name.decode(), data))
        at += length + 12
    assert chunks[-1][0] == "IEND", "no end"
    return chunks


def png_size(png):
    return struct.unpack(">II", png_chunks(png)[0][1][:8])


def png_pixels(png):
    """Rows of (r, g, b), for 8-bit RGB and RGBA without interlace."""
    chunks = png_chunks(png)
    width, height, depth, color, _, _, interlace = struct.unpack(">IIBBBBB", chunks[0][1])
    assert depth == 8 and color in (2, 6) and interlace == 0, "kind of PNG"
    size = 3 if color == 2 else 4
    raw = zlib.decompress(b"".join(data for name, data in chunks if name == "IDAT"))
    rows, previous = [], bytes(width * size)
    for y in range(height):
        start = y * (width * size + 1)
        kind, line = raw[start], bytearray(raw[start + 1 : start + 1 + width * size])
        for i, value in enumerate(line):
            a = line[i - size] if i >= size else 0
            b, c = previous[i], previous[i - size] if i >= size else 0
            paeth = min((abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c))[2]
            line[i] = value + [0, a, b, (a + b) // 2, paeth][kind] & 255
        rows.append([tuple(line[x * size : x * size + 3]) for x in range(width)])
        previous = line
    return rows


def test_png():
    result = run("png", PICTURE)
    check(result.returncode == 0 and not result.stderr, "png: %r" % result.stderr)
    check(png_size(result.stdout) == (120, 60), "png: size")
    names = {name for name, _ in png_chunks(result.stdout)}
    check(not names & {"tIME", "tEXt", "iTXt", "zTXt", "eXIf"}, "png: chunks %r" % names)
    rows = png_pixels(result.stdout)
    check(rows[0][0] == (255, 255, 255), "png: background %r" % (rows[0][0],))
    check(rows[30][30] == (255, 0, 0), "png: red square %r" % (rows[30][30],))
    check(any(p != (255, 255, 255) for row in rows for p in row[60:]), "png: no text")


def test_scale():
    for scale, size in (("2", (240, 120)), ("0.5", (60, 30)), ("1.5", (180, 90)), ("0.01", (1, 1))):
        result = run("png", PICTURE, "--scale", scale)
        check(png_size(result.stdout) == size, "scale %s" % scale)


def test_sizes():
    for attributes, size in (
        ('width="10pt" height="20pt"', (13, 26)),
        ('viewBox="0 0 30 40"', (30, 40)),
        ('width="100%" height="100%" viewBox="0 0 30 40"', (30, 40)),
    ):
        result = run("png", SVG % (attributes, ""))
        check(result.returncode == 0 and png_size(result.stdout) == size,
              "%s: %r" % (attributes, result.stderr or png_size(result.stdout)))
    for attributes in ("", 'width="0" height="10"', 'width="-1" height="10"', 'viewBox="0 0 0 0"'):
        result = run("png", SVG % (attributes, ""))
        check(result.returncode == 2 and not result.stdout,
              "%r: exit %d" % (attributes, result.returncode))


def test_caps():
    huge = SVG % ('width="1e6" height="1000"', "")
    result = run("png", huge)
    check(result.returncode == 0 and png_size(result.stdout) == (20000, 20), "cap on a side")
    check(b"made smaller" in result.stderr, "cap on a side: message")
    result = run("png", SVG % ('width="19000" height="19000"', ""))
    width, height = png_size(result.stdout)
    check(14100 < width < 14150 and width * height <= 200e6, "cap on pixels: %d" % width)
    result = run("pdf", huge)
    check(re.search(rb"/MediaBox \[ 0 0 14400 14\.4", result.stdout), "cap on a page")
    result = run("png", SVG % ('width="1e300" height="1e300"', ""))
    check(result.returncode in (0, 2), "1e300: exit %d" % result.returncode)


def test_pdf():
    first = run("pdf", PICTURE)
    check(first.returncode == 0 and not first.stderr, "pdf: %r" % first.stderr)
    pdf = first.stdout
    check(pdf.startswith(b"%PDF-1.") and pdf.rstrip().endswith(b"%%EOF"), "pdf: shape")
    check(re.search(rb"/MediaBox \[ 0 0 90 45 \]", pdf), "pdf: page is not 90 by 45 points")
    for word in (b"CreationDate", b"ModDate", b"Producer", b"cairo", b"librsvg"):
        check(word not in pdf, "pdf: has %r" % word)
    check(b"/FontFile" in pdf, "pdf: text is not text")
    time.sleep(1.1)
    check(run("pdf", PICTURE).stdout == pdf, "pdf: differs a second later")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x.pdf")
        with open(path, "wb") as file:
            file.write(pdf)
        if shutil.which("pdfinfo"):
            info = subprocess.run(["pdfinfo", path], capture_output=True, text=True)
            check(info.returncode == 0 and not info.stderr, "pdfinfo: %r" % info.stderr)
            check("Producer" not in info.stdout and "Date" not in info.stdout, "pdfinfo: dates")
        if shutil.which("pdftotext"):
            text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True).stdout
            check("Seoul é" in text, "pdftotext: %r" % text)
        if shutil.which("qpdf"):
            checked = subprocess.run(["qpdf", "--check", path], capture_output=True)
            check(checked.returncode == 0, "qpdf: %r" % checked.stdout)


def test_same_bytes():
    changed = dict(os.environ, LC_ALL="de_DE.UTF-8", TZ="Asia/Seoul", LANG="tr_TR.UTF-8",
                   PANGO_LANGUAGE="ja", FC_LANG="ja", SOURCE_DATE_EPOCH="1")
    for kind in ("png", "pdf"):
        outputs = {run(kind, PICTURE).stdout for _ in range(3)}
        outputs.add(run(kind, PICTURE, environment=changed).stdout)
        check(len(outputs) == 1, kind + ": differs from run to run")


def test_bad_input():
    pixel = base64.b64encode(run("png", SVG % ('width="1" height="1"', "")).stdout).decode()
    size = 'width="10" height="10"'
    xlink = size + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    bad = {
        "empty": "",
        "text": "hello",
        "half": PICTURE[:-10],
        "HTML": "<html><body/></html>",
        "NUL": PICTURE.encode() + b"\0",
        "Latin-1": PICTURE.encode("cp1252", "ignore"),
        "UTF-16": PICTURE.encode("utf-16"),
        "UTF-7": '<?xml version="1.0" encoding="UTF-7"?>' + PICTURE,
        "entity": '<!DOCTYPE svg [<!ENTITY x SYSTEM "/etc/passwd">]>'
                  + SVG % (size, "<text>&x;</text>"),
        "laughs": '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
                  + SVG % (size, "<text>&b;</text>"),
        "file image": SVG % (xlink, '<image xlink:href="/etc/passwd" width="9" height="9"/>'),
        "data image": SVG % (xlink, '<image xlink:href="data:image/png;base64,%s"/>' % pixel),
        "prefixed": '<s:svg xmlns:s="http://www.w3.org/2000/svg" %s>'
                    '<s:image\nhref="x"/></s:svg>' % size,
        "feImage": SVG % (size, '<filter id="f"><feImage href="x"/></filter>'),
        "xinclude": SVG % (size, '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
                           'parse="text" href="/etc/passwd"/>'),
        "style sheet": '<?xml-stylesheet href="/etc/passwd"?>' + PICTURE,
        "foreign": SVG % (size, "<foreignObject/>"),
    }
    for name, svg in bad.items():
        for kind in ("png", "pdf"):
            result = run(kind, svg)
            check(result.returncode == 2, "%s: exit %d" % (name, result.returncode))
            check(not result.stdout, name + ": wrote something")
            lines = result.stderr.decode().splitlines()
            good = lines and all(line.startswith("entente-raster: ") for line in lines)
            check(good, name + ": message")


def test_hostile():
    size = 'width="10" height="10"'
    deep = SVG % (size, "<g>" * 200000 + "</g>" * 200000)
    uses = "".join('<g id="g%d">%s</g>' % (i, ('<use href="#g%d"/>' % (i - 1)) * 10 if i else "")
                   for i in range(12))
    hostile = {
        "script": SVG % (size, "<script>alert(1)</script>"),
        "import": SVG % (size, '<style>@import url("/etc/passwd"); @import "http://x/";</style>'),
        "paint": SVG % (size, '<rect width="9" height="9" fill="url(/etc/passwd#x)"/>'),
        "use": SVG % (size, '<use href="/etc/passwd#x"/><use href="http://localhost/#x"/>'),
        "loop": SVG % (size, '<g id="a"><use href="#a"/></g>'),
        "deep": deep,
        "uses": SVG % (size, uses),
        "numbers": SVG % (size, '<rect width="1e308" height="nan" transform="scale(1e308)"/>'),
        "font": SVG % (size, '<text font-size="1e30" font-family="../../x">x</text>'),
        "blur": SVG % (size, '<filter id="f"><feGaussianBlur stdDeviation="1e9"/></filter>'
                             '<rect width="9" height="9" filter="url(#f)"/>'),
    }
    for name, svg in hostile.items():
        for kind in ("png", "pdf"):
            result = run(kind, svg, "--seconds", "5", "--megabytes", "1000")
            allowed = result.returncode in (0, 2, 3, 4) or sanitized
            check(allowed, "%s: exit %d" % (name, result.returncode))
            agree = bool(result.stdout) == (result.returncode == 0)
            check(agree, name + ": output and exit differ")


def test_opens_no_files():
    with tempfile.TemporaryDirectory() as folder:
        secret = os.path.join(folder, "secret.svg")
        with open(secret, "w", encoding="ascii") as file:
            file.write(PICTURE.encode("ascii", "ignore").decode())
        svg = SVG % ('width="10" height="10"', '<style>@import "%s";</style><use href="%s#x"/>'
                     '<rect fill="url(file://%s#x)"/>' % (secret, secret, secret))
        trace = os.path.join(folder, "trace")
        try:
            subprocess.run(["strace", "-f", "-e", "trace=open,openat,socket,connect", "-o", trace,
                            program, "png"], input=svg.encode(), capture_output=True, check=True)
        except (FileNotFoundError, subprocess.CalledProcessError):
            return  # no strace here
        with open(trace, encoding="utf-8") as file:
            text = file.read()
        check("secret" not in text, "opens a file the SVG names")
        check("socket(" not in text, "opens a socket")


def test_usage():
    for arguments in ([], ["svg"], ["png", "--scale"], ["png", "--scale", "0"],
                      ["pdf", "--scale", "-1"], ["png", "--scale", "nan"],
                      ["png", "--scale", "1e9"], ["png", "--scale", "2x"],
                      ["png", "--seconds", "0"], ["png", "--megabytes", "1.5"], ["png", "file"],
                      ["png", "--what", "1"]):
        result = subprocess.run([program, *arguments], input=PICTURE.encode(), capture_output=True)
        check(result.returncode == 2, "usage %r: exit %d" % (arguments, result.returncode))
        check(result.stderr.startswith(b"usage: "), "usage %r: message" % arguments)


def test_limits():
    if sanitized:
        return
    huge = SVG % ('width="14000" height="14000"', "")
    result = run("png", huge, "--megabytes", "300")
    check(result.returncode == 4, "memory: exit %d %r" % (result.returncode, result.stderr))
    check(b"out of memory" in result.stderr and not result.stdout, "memory: message")
    blur = '<filter id="f"><feTurbulence baseFrequency="0.05" numOctaves="10"/></filter>'
    slow = SVG % ('width="10000" height="10000"',
                  blur + '<rect width="1e4" height="1e4" filter="url(#f)"/>')
    start = time.monotonic()
    result = run("png", slow, "--seconds", "1")
    check(result.returncode == 4, "time: exit %d %r" % (result.returncode, result.stderr))
    check(time.monotonic() - start < 5, "time: not stopped in time")


def test_full_disk():
    if not os.path.exists("/dev/full"):
        return
    for kind in ("png", "pdf"):
        with open("/dev/full", "wb") as full:
            result = subprocess.run([program, kind], input=PICTURE.encode(), stdout=full,
                                    stderr=subprocess.PIPE)
        check(result.returncode == 3, "full disk: exit %d" % result.returncode)


for name, function in list(globals().items()):
    if name.startswith("test_"):
        before = time.monotonic()
        function()
        print("%-28s %5.1f s" % (name, time.monotonic() - before))
print("%d failed" % len(failures) if failures else "all passed")
sys.exit(1 if failures else 0)
