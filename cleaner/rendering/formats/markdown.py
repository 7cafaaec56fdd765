"""CommonMark, with tables and strikethrough of GitHub."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaner.document.block import Block
from cleaner.rendering.inline import Manner, inline
from cleaner.rendering.lists import Indents, follows, numbers
from cleaner.rendering.nesting import nested
from cleaner.rendering.signs import comment, escaped, fence, heading_end, plain_start, printed
from cleaner.rendering.tables import cells, columns, continues

RANK = 10
ENDING = "md"
_MIN_FENCE = 3
_BREAK = "  \n"
_NEXT = "\n"
_APART = "\n\n"
_MAX_FILLED = 64
"""Columns up to which short rows are filled: mistune takes rows of one length only for a table."""
_DELIMITER = re.compile(r":?-")


def heading(title: str) -> str:
    """A title as a heading of the first rank."""
    return f"# {heading_end(escaped(title))}"


def parted(name: str) -> str:
    """The line before one of several articles: a comment."""
    return comment(name)


def render(blocks: Sequence[Block]) -> str:
    """CommonMark, with GitHub's tables and strikethrough.

    A renderer sees in it what `html` has, and no more: signs in the text are escaped, addresses
    percent-encoded, code is fenced with more backticks than it holds. An address that stands in the
    text as words stays as it is; renderers that look for such link it to itself.
    """
    return "".join(_pieces(blocks))


def _pieces(blocks: Sequence[Block]) -> Iterator[str]:
    gaps = ["", *map(_gap, blocks, blocks[1:])]
    manners, indents = _manners(blocks, gaps), Indents()
    told = zip(blocks, gaps, manners, numbers(blocks), columns(blocks), strict=False)
    for block, gap, manner, number, width in told:
        sign = f"{number}." if block.layout.ordered else "-"
        if block.tag == "li":
            deeper, indent = indents.enter(block.layout, sign)
            # a list inside a paragraph begins with 1 alone
            yield _APART if deeper and block.layout.ordered and number != 1 else gap
            yield f"{indent}{sign} {_line(block, manner)}"
            continue
        if gap != _BREAK:
            indents.leave()
        yield gap
        if block.tag == "tr":
            yield _row(block, manner, width, first=gap != _NEXT)
        else:
            yield _line(block, manner)


def _gap(before: Block, block: Block) -> str:
    if block.tag == "tr":
        return _NEXT if continues(before, block) else _APART
    if not follows(before, block) or before.layout.quote != block.layout.quote:
        return _APART
    return _NEXT if block.tag == "li" else _BREAK


def _manners(blocks: Sequence[Block], gaps: Sequence[str]) -> Iterator[Manner]:
    """The manner of each block: the same for those that make up a paragraph or a table."""
    run: list[Block] = []
    for block, gap in zip(blocks, gaps, strict=False):
        if gap != _BREAK and (block.tag != "tr" or gap != _NEXT):
            yield from [Manner.of(run)] * len(run)
            run = []
        run.append(block)
    yield from [Manner.of(run)] * len(run)


def _line(block: Block, manner: Manner) -> str:
    if block.tag == "pre":
        around = fence(block.text, _MIN_FENCE)
        return f"{around}\n{printed(block.text)}\n{around}"
    line = plain_start(inline(block.text, nested(block.marks) if block.marks else (), manner))
    if block.is_heading:
        return f"{'#' * max(2, int(block.tag[1]))} {heading_end(line)}"
    return f"> {line}" if block.layout.quote and block.tag == "p" else line


def _row(block: Block, manner: Manner, width: int, *, first: bool) -> str:
    """A row with all columns of its table: renderers drop cells beyond those of the first row."""
    written = [inline(cell.text, cell.marks, manner).replace("|", "\\|") for cell in cells(block)]
    if first and all(map(_DELIMITER.match, written)):
        written[0] = f"\\{written[0]}"  # or else this row could be the line under a first one
    missing = width - len(written) if first or width <= _MAX_FILLED else 0
    row = f"| {' | '.join([*written, *[''] * missing])} |"
    return f"{row}\n|{' --- |' * width}" if first else row
