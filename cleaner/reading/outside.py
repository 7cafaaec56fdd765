"""Which lines stand in a part of the page that holds no article: menus, footers, buttons.

A `<nav>` or `<button>` that was never closed holds the whole page: those are none, and none is
where most of the page's paragraphs would be outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from cleaner.reading.line import Held, Line

PARTS = {"nav": "menu", "menu": "menu", "footer": "footer", "button": "button"}
LONG = 160
"""Letters of a paragraph of which an article has at least two."""
MENU_ITEMS = 4
MENU_LETTERS = 100
"""Items of a menu, and letters that each of them has at most."""
MENU_LINKED = 0.9
BESIDE = 80
"""Letters of a paragraph that makes a list beside it part of an article."""


def find_outside(lines: Sequence[Line], held: Held) -> None:
    """Set `outside` of the lines of a page. held: as `LineReader` has it."""
    signs = [_sign(line) for line in lines]
    for article, (first, _) in held.items():
        if article.tag == "article":
            signs[first] = 2
    speaks = list(accumulate(signs, initial=0))
    for part, (first, end) in reversed(held.items()):  # what is around others first
        if part.tag in PARTS and speaks[end] - speaks[first] < 2:
            _set(lines[first:end], PARTS[part.tag])
    prose = _prose(n for n in lines if n.outside)
    if prose and prose > _prose(n for n in lines if not n.outside):
        for line in lines:
            line.outside = ""
    for first, end in _menus(lines, held):
        _set(lines[first:end], "menu")


def _prose(lines: Iterable[Line]) -> int:
    """Letters of paragraphs."""
    return sum(len(n.text) for n in lines if n.is_paragraph and n.block.is_prose)


def _sign(line: Line) -> int:
    """How much a line speaks for an article around it: two long paragraphs or one title do."""
    if line.element.tag == "h1":
        return 2
    return int(line.element.tag == "p" and len(line.text) > LONG)


def _set(lines: Sequence[Line], part: str) -> None:
    for line in lines:
        line.outside = line.outside or part


def _menus(lines: Sequence[Line], held: Held) -> Iterator[tuple[int, int]]:
    """Lists of short links and nothing else, away from any paragraph."""
    beside = {
        line.element.getparent()
        for line in lines
        if line.element.tag == "p" and len(line.text) > BESIDE
    }
    for element, (first, end) in held.items():
        is_long = end - first >= MENU_ITEMS and element.tag in ("ul", "ol")
        if is_long and element.getparent() not in beside and _is_menu(lines[first:end]):
            yield first, end


def _is_menu(lines: Sequence[Line]) -> bool:
    size, linked = sum(len(n.text) for n in lines), sum(n.linked for n in lines)
    return size <= MENU_LETTERS * len(lines) and linked >= MENU_LINKED * size
