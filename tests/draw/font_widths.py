# SPDX-License-Identifier: MIT
"""Widths of text from a TrueType file's own tables: an oracle for what is measured without fonts."""

import struct

LIBERATION = "/usr/share/fonts/truetype/liberation/LiberationSans-%s.ttf"


class Font:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        count = struct.unpack_from(">H", self.data, 4)[0]
        self.tables = {}
        for i in range(count):
            tag, _, offset, _ = struct.unpack_from(">4sIII", self.data, 12 + 16 * i)
            self.tables[tag.decode()] = offset
        self.units = struct.unpack_from(">H", self.data, self.tables["head"] + 18)[0]
        self.metrics = struct.unpack_from(">H", self.data, self.tables["hhea"] + 34)[0]
        self.glyphs = self.read_cmap()

    def read_cmap(self):
        start = self.tables["cmap"]
        glyphs = {}
        for i in range(struct.unpack_from(">H", self.data, start + 2)[0]):
            platform, encoding, offset = struct.unpack_from(">HHI", self.data, start + 4 + 8 * i)
            at = start + offset
            if (platform, encoding) == (3, 1) and struct.unpack_from(">H", self.data, at)[0] == 4:
                glyphs.update(self.read_format_4(at))
        return glyphs

    def read_format_4(self, at):
        count = struct.unpack_from(">H", self.data, at + 6)[0] // 2
        ends, starts, deltas, ranges = at + 14, at + 16 + 2 * count, at + 16 + 4 * count, \
            at + 16 + 6 * count
        glyphs = {}
        for i in range(count):
            end, start, delta, shift = (struct.unpack_from(">H", self.data, base + 2 * i)[0]
                                        for base in (ends, starts, deltas, ranges))
            for code in range(start, min(end, 0xFFFE) + 1):
                if shift == 0:
                    glyph = (code + delta) & 0xFFFF
                else:
                    place = ranges + 2 * i + shift + 2 * (code - start)
                    glyph = struct.unpack_from(">H", self.data, place)[0]
                    glyph = (glyph + delta) & 0xFFFF if glyph else 0
                glyphs[code] = glyph
        return glyphs

    def has(self, text):
        return all(self.glyphs.get(ord(c)) for c in text)

    def width(self, text, size):
        total = 0
        for c in text:
            glyph = min(self.glyphs.get(ord(c), 0), self.metrics - 1)
            total += struct.unpack_from(">H", self.data, self.tables["hmtx"] + 4 * glyph)[0]
        return total * size / self.units
