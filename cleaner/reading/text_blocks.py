"""Blocks of plain text: paragraphs at empty lines, or lines, also wrapped or glued ones."""

from __future__ import annotations

from cleaner.document.block import Block, Layout
from cleaner.reading.one_line import parted
from cleaner.text.regex import regex
from cleaner.text.words import collapse_space

_PARAGRAPHS = regex(r"\n[ \t]*\n\s*")
_NEWLINE = regex(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
WRAP_AT = (50, 100)


def _wrapped(lines: list[str]) -> bool:
    """Whether lines were broken at a column: nearly as long as one another, mid-sentence."""
    body = [len(line) for line in lines[:-1]]
    return (
        len(lines) > 2
        and WRAP_AT[0] <= min(body)
        and max(body) <= WRAP_AT[1]
        and 2 * sum(line[:1].islower() for line in lines[1:]) >= len(body)
    )


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Read scraped text into blocks: paragraphs by blank lines, lines by newlines."""
    blocks: list[Block] = []
    for paragraph in _PARAGRAPHS.split(_NEWLINE.sub("\n", text)):
        lines = [line for raw in paragraph.split("\n") if (line := collapse_space(raw))]
        if _wrapped(lines):
            lines = [" ".join(lines)]
        lines = [piece for line in lines for piece in parted(line)]
        for i, line in enumerate(lines):
            item = line.startswith("- ") and len(line) > 2
            goes_on = i > 0 and blocks[-1].layout.group < 0  # another line of an item
            group = -1 if item or goes_on else 0
            layout = Layout("li" if item else "p", i > 0, group, item=int(goes_on and not item))
            blocks.append(Block(len(blocks), line[2:].strip() if item else line, layout))
    return tuple(blocks)
