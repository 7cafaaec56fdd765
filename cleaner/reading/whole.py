"""Blocks that trafilatura crippled, made whole by the page's line.

It drops elements inside a paragraph (a `<time>`, a span of a class it does not like) or what stands
before the first inline element, and makes inline code a block of its own. A line of the page that
says all of a block's words, in order, and not many more, is the paragraph as it stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cleaner.document.block import Block
from cleaner.reading.blocks import blocks_of_tree
from cleaner.reading.line_reader import Line, text_within
from cleaner.reading.lines import Source
from cleaner.text.words import words

MIN_SHARE = 0.5
"""Of a line's words that its pieces must have, where other words stand between theirs."""
MIN_RUN = 3
MIN_RUN_SHARE = 0.1
"""Words in a row, and their share of a line of prose, that are enough to know it by."""
MIN_WORDS = 4
"""Of a line of which not all is there."""
MAX_LINKED = 0.5
"""Share of a line's letters that may be links."""
MAX_PIECES = 60
MAX_LINES = 12
"""Lines that are tried for one block, after the last that is known."""
MAX_LOOKED_AT = 400_000
"""Words of lines that are looked at on one page: cost stays linear in the page."""
MAX_AROUND = 8
"""Times a line's letters that its element may have to be read anew for its marks."""
PIECES = frozenset(["p", "li", "pre", "h1", "h2", "h3", "h4", "h5", "h6"])


def made_whole(blocks: Sequence[Block], source: Source) -> tuple[Block, ...]:
    """The blocks, those that are parts of a line as that line, numbered anew.

    blocks: with the numbers of their lines, where those are known (`places.placed`).
    """
    if all(block.line >= 0 for block in blocks):
        return tuple(blocks)
    whole = _Whole(blocks, source.lines).blocks()
    return tuple(block.numbered(i) for i, block in enumerate(whole))


class _Whole:
    """Goes through blocks and lines side by side, as long as that costs no more than a page."""

    def __init__(self, blocks: Sequence[Block], lines: Sequence[Line]) -> None:
        self.all, self.lines = blocks, lines
        self.taken = {block.line for block in blocks}
        self.left = MAX_LOOKED_AT

    def blocks(self) -> Iterator[Block]:
        at, last = 0, -1
        while at < len(self.all):
            line, count = None, 1
            if self.all[at].line >= 0:
                last = self.all[at].line
            elif self.left > 0:
                line, count = self.found(at, last)
            if line is None:
                yield self.all[at]
            else:
                yield _of_line(self.all[at], line)
                last = line.number
            at += count

    def found(self, at: int, last: int) -> tuple[Line | None, int]:
        """The line that a block is a part of, and of how many blocks it is made."""
        run = self.all[at : at + MAX_PIECES]
        end = next((b.line for b in run if b.line >= 0), len(self.lines))
        for line in self.lines[last + 1 : min(end, last + 1 + MAX_LINES)]:
            if line.number not in self.taken and (count := self.pieces(run, line)):
                return line, count
        return None, 1

    def pieces(self, run: Sequence[Block], line: Line) -> int:
        """How many of the first blocks are parts of a line; 0 where they are not most of it."""
        every = words(line.text)
        self.left -= len(every)
        at = said = count = 0
        for block in run:
            if block.line >= 0 or block.tag not in PIECES or (end := _after(block, every, at)) < 0:
                break
            at, said, count = end, said + len(block.words), count + 1
        if said == len(every) or (len(every) >= MIN_WORDS and said >= MIN_SHARE * len(every)):
            return count
        enough = said >= max(MIN_RUN, MIN_RUN_SHARE * len(every))
        return count if enough and _is_stretch(run[0], line) else 0


def _after(block: Block, every: Sequence[str], at: int) -> int:
    """The place behind a block's words, which stand in a line in order; −1 where they do not."""
    for word in block.words:
        while at < len(every) and every[at] != word:
            at += 1
        if at == len(every):
            return -1
        at += 1
    return at if block.words else -1


def _is_stretch(block: Block, line: Line) -> bool:
    """Whether a block is a stretch of a line of prose."""
    is_prose = line.is_paragraph and line.linked <= MAX_LINKED * len(line.text)
    return is_prose and len(block.words) >= MIN_RUN and block.key in line.key


def _of_line(piece: Block, line: Line) -> Block:
    """A line as the block that its first piece began, with the links and marks of the page."""
    whole = read_anew(line)
    layout = piece.layout
    if layout.tag == "pre" and (whole is None or whole.tag != "pre"):
        layout = replace(layout, tag="p")
    text, marks = (line.text, ()) if whole is None else (whole.text, whole.marks)
    return replace(piece, text=text, marks=marks, layout=layout).on_line(line.number)


def read_anew(line: Line) -> Block | None:
    """A line of the page as a block with its links and marks; None where others stand around it."""
    if not text_within(line.element, MAX_AROUND * len(line.text)):
        return None
    there = (b for b in blocks_of_tree(line.element) if b.key == line.key and b.tag != "tr")
    return next(there, None)
