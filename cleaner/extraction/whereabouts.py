"""Which lines of the page as it came a block of the extraction stood on.

A text that stands twice in a page stands in two places, and the tree that was extracted from was
trimmed: its line numbers are not the page's. Here the page is parsed and trimmed again with its
elements numbered, so that each line is known by the element it came from and not by its text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from lxml import etree

from cleaner.document.block import Block
from cleaner.extraction.prune import trim
from cleaner.reading.line_reader import Element, Line
from cleaner.reading.lines import Source
from cleaner.reading.page import Page, parse
from cleaner.text.words import collapse_space

Lines = tuple[Line, ...]
_NUMBER = "cleaner-number"
LONGEST_RUN = 80
"""Lines that one block may be made of, such as the cells of a table's row."""
LOOKED_AT = 2_000_000
LOOKED_AT_EACH = 100
"""Lines that are looked at for blocks whose line is not known: in all, and for each line."""
TELLING = 16
"""Letters of a text that is looked for inside any line of the page."""


def whereabouts(blocks: Iterable[Block], page: Page, source: Source) -> dict[int, Lines]:
    """The lines of `source`, the untrimmed page, that each block stands on, by block index.

    A block that is only a part of a line has that line; one that is not found has none.
    """
    ordered = sorted(blocks, key=lambda b: b.index)
    known = _known(ordered, _origins(page, source)) if page.kind == "page" else {}
    found: dict[int, Lines] = {index: (line,) for index, line in known.items()}
    return _between(ordered, found, source.lines)


def _known(blocks: Sequence[Block], origins: Sequence[Line | None]) -> dict[int, Line]:
    """The lines of the blocks that say which line of the trimmed page they are."""
    pairs = ((b, origins[b.line]) for b in blocks if 0 <= b.line < len(origins))
    return {b.index: line for b, line in pairs if line is not None and line.key == b.key}


def _origins(page: Page, source: Source) -> list[Line | None]:
    """For each line of the trimmed page, the line of the page as it came."""
    again = parse(page.text)
    # an attribute, not a mapping: an element that is held walks its whole branch when freed
    for number, element in enumerate(again.iter(etree.Element)):
        element.set(_NUMBER, str(number))
    trim(again)
    elements = list(source.tree.iter(etree.Element))
    held = _by_element(source.lines)
    hosts = ((line, line.element.get(_NUMBER)) for line in Source(again).lines)
    return [None if n is None else _taken(line, held[elements[int(n)]]) for line, n in hosts]


def _by_element(lines: Sequence[Line]) -> Mapping[Element, list[Line]]:
    held: dict[Element, list[Line]] = defaultdict(list)
    for line in reversed(lines):
        held[line.element].append(line)
    return held


def _taken(line: Line, waiting: list[Line]) -> Line | None:
    """The next of an element's lines that says the same; those before it were trimmed away."""
    while waiting:
        if (candidate := waiting.pop()).key == line.key:
            return candidate
    return None


def _between(
    blocks: Sequence[Block], found: dict[int, Lines], lines: Sequence[Line]
) -> dict[int, Lines]:
    """The blocks without a line looked for between their neighbours that have one."""
    ends = _ends(blocks, found, len(lines))
    looked = _Looked(lines)
    last = -1
    result: dict[int, Lines] = {}
    for block, end in zip(blocks, ends, strict=True):
        here = found.get(block.index) or looked.up(block, last, end)
        if here:
            result[block.index] = here
            last = max(last, here[-1].number - (here[-1].key != block.key))
    return result


def _ends(blocks: Sequence[Block], found: Mapping[int, Lines], size: int) -> list[int]:
    """For each block, the number of the next line that is taken by a block after it."""
    taken = (found[b.index][0].number if b.index in found else size for b in reversed(blocks))
    return list(accumulate(taken, min))[::-1]


class _Looked:
    """Looks blocks up in the lines, as long as that costs no more than the page is worth."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.left = LOOKED_AT + LOOKED_AT_EACH * len(lines)

    def up(self, block: Block, last: int, end: int) -> Lines:
        """Between the neighbours, or in the neighbours' own lines; then anywhere."""
        if self.left < 0:
            return ()
        near, beside = self.lines[last + 1 : end], self.lines[max(0, last) : end + 1]
        self.left -= len(beside)
        if not block.key:
            signs = collapse_space(block.text)
            return next(((n,) for n in (*near, *self.lines[end : end + 1]) if signs in n.text), ())
        return _run(block.key, near) or _part(block.key, beside) or self.anywhere(block)

    def anywhere(self, block: Block) -> Lines:
        self.left -= len(self.lines)
        if (here := _run(block.key, self.lines)) or len(block.key) < TELLING:
            return here
        return _part(block.key, self.lines)


def _run(key: str, lines: Sequence[Line]) -> Lines:
    """The first lines in a row that say the whole key together."""
    starts = (i for i, line in enumerate(lines) if line.key and key.startswith(line.key))
    return next((run for i in starts if (run := _spelled(key, lines, i))), ())


def _spelled(key: str, lines: Sequence[Line], start: int) -> Lines:
    at = 0
    for number in range(start, min(start + LONGEST_RUN, len(lines))):
        if not key.startswith(lines[number].key, at):
            return ()
        at += len(lines[number].key)
        if at == len(key):
            return tuple(lines[start : number + 1])
    return ()


def _part(key: str, lines: Sequence[Line]) -> Lines:
    return next(((line,) for line in lines if key in line.key), ())
