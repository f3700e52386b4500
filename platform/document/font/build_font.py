#!/usr/bin/env python3
"""Makes src/main/resources/jp/tsunagi/platform/document/letter.ttf and sequences.txt. README.md says from what.

usage: build_font.py NotoSansCJK-Regular.ttc noto-emoji-emoji-400-normal.woff2 emoji-test.txt output-folder
"""

import itertools
import os
import subprocess
import sys
import tempfile
import unicodedata

from fontTools.misc.transform import Transform
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

FIRST_SEQUENCE = 0xF0000  # plane 15, for private use; Letters.java has the same
FIRST_STAND_IN = 0xFFC00
STAND_INS = 1024
GETA = 0x3013  # what Japanese printers set for a sign they lack
# Drawn as nothing, but kept in the text: joiners, directions, tags, selectors. U+FEFF must not stand in a PDF/UA-1 text.
INVISIBLE = [
    *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x2070),
    *range(0xFE00, 0xFE10), *range(0xE0020, 0xE0080), *range(0xE0100, 0xE01F0)]
BLOCKS = [
    (0x20, 0x52F), (0x1E00, 0x1EFF), (0x2010, 0x27BF), (0x2900, 0x2BFF), (0x2E80, 0x33FF), (0xA700, 0xA7FF),
    (0xF900, 0xFAFF), (0xFE10, 0xFE4F), (0xFF01, 0xFFEE), (0x1B000, 0x1B16F), (0x1F100, 0x1F2FF)]


def national(codec, lengths):
    """Every code point of a national standard, as Python's codec decodes it."""
    for length in lengths:
        for octets in itertools.product(range(0x80, 0x100), repeat=length):
            try:
                yield from map(ord, bytes(octets).decode(codec))
            except UnicodeDecodeError:
                pass


def japanese(collection):
    font = next(TTFont(collection, fontNumber=i) for i in range(20)
                if TTFont(collection, fontNumber=i)["name"].getDebugName(4) == "Noto Sans CJK JP")
    variants = next(t for t in font["cmap"].tables if t.format == 14).uvsDict
    wanted = {u for first, last in BLOCKS for u in range(first, last + 1)}
    wanted |= {base for pairs in variants.values() for base, _ in pairs}
    wanted |= set(national("euc_jis_2004", (2,))) | set(national("cp932", (2,)))
    wanted |= {ord(c) for hi in range(0xA1, 0xFF) for lo in range(0xA1, 0xFF)
               for c in bytes((0x8F, hi, lo)).decode("euc_jis_2004", "ignore")}
    wanted |= set(national("gb2312", (2,))) | set(national("euc_kr", (2,)))
    wanted &= set(font.getBestCmap())
    # A selector that leaves the shape alone needs no entry: the base is drawn, and the selector as nothing.
    drawn_apart = {(base, selector): glyph for selector, pairs in variants.items()
                   for base, glyph in pairs if glyph and base in wanted}
    options = Options()
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG"]
    options.glyph_names = False
    options.notdef_outline = True
    options.desubroutinize = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted, glyphs=set(drawn_apart.values()))
    subsetter.subset(font)
    return font, drawn_apart


def quadratic(glyph_set, name):
    pen = TTGlyphPen(None)
    glyph_set[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
    return pen.glyph()


def scaled(glyph_set, name, scale):
    record = DecomposingRecordingPen(glyph_set)
    glyph_set[name].draw(record)
    pen = TTGlyphPen(None)
    record.replay(TransformPen(pen, Transform(scale, 0, 0, scale)))
    return pen.glyph()


def shaped(emoji_path, sequences):
    """The one glyph that HarfBuzz takes for a sequence; sequences that stay in pieces are left out."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as text:
        text.write("\n".join("".join(map(chr, s)) for s in sequences))
        text.flush()
        lines = subprocess.run(
            ["hb-shape", "--no-glyph-names", "--no-positions", "--no-clusters", "--no-advances", emoji_path, "--text-file=" + text.name],
            check=True, capture_output=True, text=True).stdout.splitlines()
    found = {}
    for sequence, line in zip(sequences, lines, strict=True):
        glyphs = line.strip("[]").split("|")
        if len(glyphs) == 1 and glyphs[0] != "0":
            found[sequence] = int(glyphs[0])
    return found


def main(collection, emoji_file, emoji_test, output):
    font, variants = japanese(collection)
    cmap = dict(font.getBestCmap())
    source = font.getGlyphSet()
    glyphs = {name: quadratic(source, name) for name in font.getGlyphOrder()}
    metrics = dict(font["hmtx"].metrics)
    order = list(font.getGlyphOrder())

    def add(name, glyph, advance):
        glyphs[name] = glyph
        metrics[name] = (advance, 0)
        order.append(name)
        return name

    def copy(name, of):
        pen = TTGlyphPen(glyphs)
        if glyphs[of].numberOfContours != 0:
            pen.addComponent(of, (1, 0, 0, 1, 0, 0))
        return add(name, pen.glyph(), metrics[of][0])

    emoji = TTFont(emoji_file)
    emoji.flavor = None
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "emoji.ttf")
        emoji.save(path)
        listed = []
        for line in open(emoji_test, encoding="utf-8"):
            if line.split("#")[0].strip():
                listed.append(tuple(int(c, 16) for c in line.split(";")[0].split()))
        pictures = shaped(path, [s for s in listed if len(s) > 1])
    scale = font["head"].unitsPerEm / emoji["head"].unitsPerEm
    emoji_glyphs = emoji.getGlyphSet()
    taken = {}

    def picture(name):
        if name not in taken:
            taken[name] = add("emoji." + name, scaled(emoji_glyphs, name, scale),
                              round(emoji["hmtx"].metrics[name][0] * scale))
        return taken[name]

    for code, name in sorted(emoji.getBestCmap().items()):
        if code not in cmap and code > 0x2000 and code not in INVISIBLE:
            cmap[code] = picture(name)

    def keycap(sign):
        """A small sign on the cap, which HarfBuzz leaves to fonts that have the digits too."""
        cap, size = cmap[0x20E3], 0.6
        shift = (metrics[cap][0] - size * metrics[cmap[sign]][0]) / 2
        pen = TTGlyphPen(glyphs)
        pen.addComponent(cap, (1, 0, 0, 1, 0, 0))
        pen.addComponent(cmap[sign], (size, 0, 0, size, round(shift), 150))
        return add("keycap.%X" % sign, pen.glyph(), metrics[cap][0])

    sequences = {s: g for s, g in variants.items()}
    for sign in map(ord, "0123456789#*"):
        sequences[(sign, 0xFE0F, 0x20E3)] = sequences[(sign, 0x20E3)] = keycap(sign)
    sequences.update({s: picture(emoji.getGlyphName(g)) for s, g in sorted(pictures.items())})
    for code in sorted(cmap):
        apart = tuple(map(ord, unicodedata.normalize("NFD", chr(code))))
        if len(apart) > 1 and not 0xAC00 <= code <= 0xD7A3:
            sequences.setdefault(apart, cmap[code])
    for code in INVISIBLE:
        cmap[code] = add("invisible.%X" % code, TTGlyphPen(None).glyph(), 0)
    # Soft hyphen, for the library draws no U+00AD whatever the font has.
    sequences[(0xAD,)] = add("softhyphen", TTGlyphPen(None).glyph(), 0)
    assert FIRST_SEQUENCE + len(sequences) <= FIRST_STAND_IN
    ordered = sorted(sequences)
    for index, sequence in enumerate(ordered):
        cmap[FIRST_SEQUENCE + index] = sequences[sequence]
    for index in range(STAND_INS):
        cmap[FIRST_STAND_IN + index] = cmap[GETA]
    # One glyph for each code point, so that the text of the PDF tells 高 from U+2FBC and a selector from none.
    seen = set()
    for code in sorted(cmap):
        name = cmap[code]
        if name in seen:
            cmap[code] = copy("again.%X" % code, name)
        seen.add(cmap[code])

    assert len(order) <= 65535, len(order)
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphs, table.glyphOrder = glyphs, order
    font.setGlyphOrder(order)
    for name in order:
        glyph = glyphs[name]
        glyph.recalcBounds(table)
        metrics[name] = (metrics[name][0], getattr(glyph, "xMin", 0) or 0)
    font["hmtx"].metrics = metrics
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions"):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    maxp.maxComponentElements = 2
    font["cmap"].tables = []
    for format_, encoding in ((4, 3), (12, 10)):
        subtable = CmapSubtable.newSubtable(format_)
        subtable.platformID, subtable.platEncID, subtable.language = 3, encoding, 0
        subtable.cmap = cmap if format_ == 12 else {c: n for c, n in cmap.items() if c < 0x10000}
        font["cmap"].tables.append(subtable)
    post = font["post"]
    # PDFBox warns in the log each time that it opens a font without names.
    post.formatType = 2.0
    post.extraNames, post.mapping = [], {}
    for record, text in ((1, "Tsunagi Letter"), (2, "Regular"), (3, "Tsunagi Letter 1"), (4, "Tsunagi Letter"),
                         (6, "TsunagiLetter")):
        font["name"].setName(text, record, 3, 1, 0x409)
    font["name"].names = [n for n in font["name"].names if n.platformID == 3 and n.langID == 0x409 and n.nameID <= 14]
    font["name"].setName("Noto Sans CJK JP: (c) 2014-2021 Adobe; Noto Emoji: (c) 2013-2026 Google LLC. "
                         "Cut down and joined for Tsunagi.", 0, 3, 1, 0x409)
    font["head"].created = font["head"].modified = 3850000000
    font.recalcTimestamp = False
    font.sfntVersion = "\x00\x01\x00\x00"
    font.save(os.path.join(output, "letter.ttf"))
    with open(os.path.join(output, "sequences.txt"), "w", encoding="ascii") as lines:
        for sequence in ordered:
            lines.write(" ".join("%X" % code for code in sequence) + "\n")
    print(len(order), "glyphs,", len(cmap), "code points,", len(ordered), "sequences,",
          sum(1 for s in pictures), "of emoji of", sum(1 for s in listed if len(s) > 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
