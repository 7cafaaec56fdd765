"""CommonMark, with tables and strikethrough of GitHub."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaner.document.block import Block
from cleaner.rendering.inline import Manner, inline
from cleaner.rendering.leads import Leads
from cleaner.rendering.lists import follows, goes_on, numbers
from cleaner.rendering.nesting import nested
from cleaner.rendering.pictures import Picture
from cleaner.rendering.signs import (
    comment,
    destination,
    escaped,
    fence,
    heading_end,
    one_line,
    plain_start,
    printed,
)
from cleaner.rendering.tables import cells, columns, continues

RANK = 10
ENDING = "md"
PICTURES = True
_MIN_FENCE = 3
_BREAK = "  \n"
_NEXT = "\n"
_APART = "\n\n"
_MAX_FILLED = 64
"""Columns up to which short rows are filled: mistune takes rows of one length only for a table."""
_LINE_END = re.compile(r"\r\n?|\n")
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
    told = zip(blocks, gaps, _manners(blocks, gaps), numbers(blocks), columns(blocks), strict=False)
    leads = Leads()
    for block, gap, manner, number, width in told:
        lead = leads.enter(block.layout, f"{number}." if block.layout.ordered else "-")
        # a list inside a paragraph begins with 1 alone
        is_apart = gap == _APART or (lead.is_deeper and block.layout.ordered and number != 1)
        yield f"\n{lead.empty}\n" if gap and is_apart else gap
        is_first = gap != _NEXT
        written = _row(block, manner, width, first=is_first) if width else _line(block, manner)
        yield lead.first + _set_in(written, lead.rest)


def _set_in(written: str, lead: str) -> str:
    """Lines with a lead before each but the first."""
    return _LINE_END.sub(f"\n{lead}", written) if lead else written


def _gap(before: Block, block: Block) -> str:
    if block.tag == "tr":
        return _NEXT if continues(before, block) else _APART
    if block.tag == "li":
        return _NEXT if _is_next_item(before, block) else _APART
    return _BREAK if goes_on(before, block) else _APART


def _is_next_item(before: Block, block: Block) -> bool:
    """Whether an item may stand right under what is before: another, or a further line of one."""
    one, other = before.layout, block.layout
    if (one.quote, one.outer) != (other.quote, other.outer):
        return False
    in_item = before.tag == "p" and one.tight and one.item > 0
    return follows(before, block) or (in_item and one.group == other.group)


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
    if isinstance(block, Picture):
        return f"![{escaped(one_line(block.text))}]({destination(block.src)})"
    if block.tag == "pre":
        around = fence(block.text, _MIN_FENCE)
        return f"{around}\n{printed(block.text)}\n{around}"
    line = plain_start(inline(block.text, nested(block.marks) if block.marks else (), manner))
    if block.is_heading:
        return f"{'#' * max(2, int(block.tag[1]))} {heading_end(line)}"
    return line


def _row(block: Block, manner: Manner, width: int, *, first: bool) -> str:
    """A row with all columns of its table: renderers drop cells beyond those of the first row."""
    written = [inline(cell.text, cell.marks, manner).replace("|", "\\|") for cell in cells(block)]
    if first and all(map(_DELIMITER.match, written)):
        written[0] = f"\\{written[0]}"  # or else this row could be the line under a first one
    missing = width - len(written) if first or width <= _MAX_FILLED else 0
    row = f"| {' | '.join([*written, *[''] * missing])} |"
    return f"{row}\n|{' --- |' * width}" if first else row
