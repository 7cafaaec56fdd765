"""Blocks as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.article import Block
from cleaner.rendering.inline import inline
from cleaner.rendering.lists import Indents, numbers
from cleaner.rendering.nesting import nested
from cleaner.rendering.plain import follows
from cleaner.rendering.signs import fence, heading_end, plain_start, printed
from cleaner.rendering.tables import cells, continues, widths

_LEAST_FENCE = 3
_BREAK, _NEXT, _APART = "  \n", "\n", "\n\n"


def markdown(blocks: Sequence[Block]) -> str:
    """CommonMark, with GitHub's tables and strikethrough.

    A renderer sees in it what `html` has, and no more: signs in the text are escaped, addresses
    percent-encoded, code is fenced with more backticks than it holds. An address that stands in the
    text as words stays as it is; renderers that look for such link it to itself.
    """
    return "".join(_Writer().write(blocks))


class _Writer:
    """Writes block after block; knows the one before and the list it stands in."""

    def __init__(self) -> None:
        self._previous: Block | None = None
        self._indents = Indents()

    def write(self, blocks: Sequence[Block]) -> Iterator[str]:
        for block, number, width in zip(blocks, numbers(blocks), widths(blocks), strict=True):
            sign = f"{number}." if block.layout.ordered else "-"
            between = self._between(block)
            if block.tag == "li":
                deeper, indent = self._indents.enter(block.layout, sign)
                if deeper and block.layout.ordered and number != 1:
                    between = _APART  # no such number begins a list inside a paragraph
                sign = f"{indent}{sign} "
            elif between != _BREAK:
                self._indents.leave()
            yield between if self._previous is not None else ""
            yield _row(block, width) if block.tag == "tr" else _line(block, sign)
            self._previous = block

    def _between(self, block: Block) -> str:
        before = self._previous
        if before is None:
            return _APART
        if block.tag == "tr":
            return _NEXT if continues(before, block) else _APART
        if not follows(before, block) or before.layout.quote != block.layout.quote:
            return _APART
        return _NEXT if block.tag == "li" else _BREAK


def _line(block: Block, sign: str) -> str:
    if block.tag == "pre":
        around = fence(block.text, _LEAST_FENCE)
        return f"{around}\n{printed(block.text)}\n{around}"
    line = plain_start(inline(block.text, nested(block.marks) if block.marks else ()))
    if block.tag == "li":
        return sign + line
    if block.is_heading:
        return f"{'#' * max(2, int(block.tag[1]))} {heading_end(line)}"
    return f"> {line}" if block.layout.quote else line


def _row(block: Block, width: int) -> str:
    """A row; one that opens a table names all its columns, or else renderers would drop cells."""
    written = [inline(cell.text, cell.marks).replace("|", "\\|") for cell in cells(block)]
    written += [""] * (width - len(written))
    row = f"| {' | '.join(written)} |"
    return f"{row}\n|{' --- |' * width}" if width else row
