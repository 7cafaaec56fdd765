"""The head of an article: the lines from its title to its first paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source

BEFORE_TITLE, AFTER_TITLE = 4, 12
"""Lines before a title, and after it even where the first paragraph comes sooner."""
BEFORE_BODY = 14
"""Lines before the first kept block where the title stands on no line before."""
MOST = 60
"""Lines between a title and an article."""
MORE = 3
"""Lines from the first paragraph on, among which a byline may stand."""


def head_of(source: Source, title: str, kept: Sequence[Block]) -> tuple[int, int]:
    """The numbers of the first line of an article's head, and of the one behind it."""
    lines = [block.line for block in kept if block.line >= 0]
    prose = [block.line for block in kept if block.line >= 0 and block.is_prose]
    if not lines:
        return 0, 0
    end = min((prose or lines)[0] + MORE, lines[-1] + 1)
    at = source.title_line(title)
    if 0 <= at < end and end - at <= MOST:
        return max(0, at - BEFORE_TITLE), max(end, min(at + AFTER_TITLE, lines[-1] + 1))
    return max(0, lines[0] - BEFORE_BODY), end


def reach_of(element: Element, source: Source) -> tuple[int, int]:
    """The lines of an element, or of the first one around it that has some: first, and behind."""
    above = element
    while above is not None:
        start, stop = source.reach(above)
        if stop:
            return start, stop
        above = above.getparent()
    return 0, 0


def stands_in(element: Element, source: Source, first: int, end: int) -> bool:
    """Whether an element stands on one of some lines, or opens a part of the page that does."""
    start, stop = reach_of(element, source)
    return first <= start < end and 0 < stop - start <= MOST


def lines_of(source: Source, first: int, end: int) -> list[Line]:
    """The lines of a head, but for menus and buttons."""
    return [
        n for n in source.lines[first:end] if n.outside not in ("menu", "footer", "consent text")
    ]
