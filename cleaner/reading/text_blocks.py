"""Blocks of plain text: paragraphs at empty lines, or lines, also wrapped or glued ones."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.block import Block, Layout
from cleaner.reading.one_line import is_page, parts_of_page
from cleaner.reading.title_line import parts_of, titles_marked
from cleaner.text.regex import regex
from cleaner.text.words import collapse_space, is_unspaced

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


def _lines(paragraph: str) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph, with whether each is cut out of another."""
    raws = [raw for raw in paragraph.split("\n") if raw.strip()]
    lines = [collapse_space(raw) for raw in raws]
    if _wrapped(lines):
        yield " ".join(lines), False
        return
    for raw, line in zip(raws, lines, strict=True):
        is_whole, is_spaced = not is_page(line), not is_unspaced(line)
        for part, is_title in parts_of(raw):
            if text := collapse_space(part):
                cut = [text] if is_title or is_whole else parts_of_page(text)
                yield from ((each, is_spaced and len(cut) > 1) for each in cut)


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Read scraped text into blocks: paragraphs by blank lines, lines by newlines."""
    blocks: list[Block] = []
    for paragraph in _PARAGRAPHS.split(titles_marked(_NEWLINE.sub("\n", text))):
        for i, (line, is_torn) in enumerate(_lines(paragraph)):
            item = line.startswith("- ") and len(line) > 2
            goes_on = i > 0 and blocks[-1].layout.group < 0  # another line of an item
            group = -1 if item or goes_on else 0
            layout = Layout("li" if item else "p", i > 0, group, item=int(goes_on and not item))
            said = line[2:].strip() if item else line
            blocks.append(Block(len(blocks), said, layout, is_torn=is_torn))
    return tuple(blocks)
