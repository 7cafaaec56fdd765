"""Which lines stand in a part of the page that holds no article: menus, footers, consent texts.

A `<nav>` or `<button>` that was never closed holds the whole page: those are none, and none is
where most of the page's paragraphs would be outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from cleaner.reading.line import Element, Held, Line
from cleaner.text.regex import regex

PARTS = {"nav": "menu", "menu": "menu", "footer": "footer", "button": "button"}
LONG, LEAST = 160, 300
"""Letters of a paragraph of which an article has at least two, and of all its paragraphs."""
MENU_ITEMS = 4
MENU_LETTERS = 100
"""Items of a menu, and letters that each of them has at most."""
MENU_LINKED = 0.9
MIN_COOKIES, MIN_NOTICES, MAX_GAP = 3, 2, 8
"""Paragraphs of a consent text that name cookies, those worded as notices, and lines between."""
_COOKIE, _NOTICE = regex(r"[Cc]ookie|クッキー|쿠키"), ("consent", "statement")
BESIDE = 80
"""Letters of a paragraph that makes a list beside it part of an article."""


def find_outside(lines: Sequence[Line], held: Held) -> None:
    """Set `outside` of the lines of a page. held: as `LineReader` has it."""
    _tell_parts(lines, held)
    prose = _prose(n for n in lines if n.outside)
    if prose and prose > _prose(n for n in lines if not n.outside):
        for line in lines:
            line.outside = ""
    for first, end in _consents(lines):
        if _prose([*lines[:first], *lines[end:]]) > LEAST:
            _set(lines[first:end], "consent text")
    for first, end in _menus(lines, held):
        _set(lines[first:end], "menu")


def _tell_parts(lines: Sequence[Line], held: Held) -> None:
    """Tell the lines of elements whose name says what they are, and that hold no article."""
    signs = [_sign(line) for line in lines]
    for article, (first, _) in held.items():
        if article.tag == "article":
            signs[first] = 2
    speaks = list(accumulate(signs, initial=0))
    for part, (first, end) in reversed(held.items()):  # what is around others first
        if part.tag == "footer" and lines[first].block.layout.quote:
            continue  # the author of a quotation
        if part.tag == "button" and _unfolds(part, lines[end : end + 1]):
            continue
        if part.tag in PARTS and speaks[end] - speaks[first] < 2:
            _set(lines[first:end], PARTS[part.tag])


def _unfolds(button: Element, after: Sequence[Line]) -> bool:
    """Whether a button is the question over a text that it opens."""
    named = button.get("aria-expanded") or button.get("aria-controls")
    return bool(named) and any(
        n.element.tag != "button" and 2 * n.linked < len(n.text) for n in after
    )


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


def _consents(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Texts about cookies, apart from the title: several paragraphs, two of them as notices say.

    What an article says of cookies stands under its title, or under a title that names them.
    """
    said = [i for i, n in enumerate(lines) if n.is_paragraph and _COOKIE.search(n.text)]
    titles = [i for i, n in enumerate(lines) if n.element.tag == "h1"]
    if len(said) < MIN_COOKIES or any(_COOKIE.search(lines[i].text) for i in titles):
        return
    for group in _near_each_other(said):
        inside = [n for n in lines[group[0] : group[-1] + 1] if n.is_paragraph]
        named = sum(len(lines[i].text) for i in group)
        notices = sum(_NOTICE in lines[i].block.hits for i in group)
        dense = 2 * named > sum(len(n.text) for n in inside)
        alone = not any(group[0] <= i <= group[-1] for i in titles)
        if len(group) >= MIN_COOKIES and dense and alone and notices >= MIN_NOTICES:
            yield group[0], group[-1] + 1


def _near_each_other(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Groups of ascending numbers without wide gaps."""
    group: list[int] = []
    for number in numbers:
        if group and number - group[-1] > MAX_GAP:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


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
