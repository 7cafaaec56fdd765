"""Lines that the truth calls residue and that may be article all the same: not to be used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cleaner.reading.line_reader import Element, Line
from cleaner.text.words import match_key, words

Verdicts = Sequence[bool | None]
HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
PARTS = frozenset(["li", "dt", "dd", "td", "th", "pre", "code", *HEADINGS])
CAPTIONS = frozenset(["figure", "figcaption", "pre", "math"])
HOLDERS = frozenset(
    ["div", "section", "article", "main", "aside", "header", "footer", "nav", "form", "td", "body"]
)
MIN_COPY = 8
MIN_PROSE = 20
"""Words of a line that may be a copy, and of one that may be a paragraph."""


def doubted(
    lines: Sequence[Line], found: Verdicts, page: dict[str, Any], titles: frozenset[str]
) -> list[bool | None]:
    """The verdicts with None for residue in doubt, and False for the title."""
    result = list(found)
    own = [i for i, verdict in enumerate(found) if verdict]
    doubts = {*_copies(lines, found, page), *_captions(lines)}
    if own:
        doubts |= {*_inside(lines, found, own), *_before(lines, own[0], titles)}
        doubts |= {*_behind(lines, own)}
    for i, line in enumerate(lines):
        if line.key in titles:
            result[i] = False
        elif found[i] is False and i in doubts:
            result[i] = None
    return result


def _copies(lines: Sequence[Line], found: Verdicts, page: dict[str, Any]) -> Iterator[int]:
    """Lines that the article says, too, or its deck."""
    said = match_key(f"{page['truth']}\n{page.get('deck') or ''}")
    for i, line in enumerate(lines):
        if not found[i] and len(words(line.text)) >= MIN_COPY and line.key in said:
            yield i


def _captions(lines: Sequence[Line]) -> Iterator[int]:
    """Captions and code, on which truths disagree."""
    for i, line in enumerate(lines):
        if any(e.tag in CAPTIONS for e in (line.element, *line.element.iterancestors())):
            yield i


def _is_prose(line: Line) -> bool:
    return 2 * line.linked < len(line.text) and len(words(line.text)) >= MIN_PROSE


def _inside(lines: Sequence[Line], found: Verdicts, own: Sequence[int]) -> Iterator[int]:
    """Between the article's lines: prose, signs, pieces of its paragraphs, items it leads to."""
    within = {e for i in own for e in _ways_up(lines[i].element)}
    listed: Element = None
    for i in range(own[0], own[-1]):
        line = lines[i]
        part = line.element.tag in PARTS
        beside = bool(found[i + 1] or found[i - 1])
        item = next(line.element.iterancestors("ul", "ol", "dl", "table"), None)
        if part and item is not None and found[i - 1]:
            listed = item
        led = item is not None and item is listed
        piece = not words(line.text) or any(e in within for e in _ways_up(line.element))
        if _is_prose(line) or piece or led or (part and beside and not line.linked):
            yield i


def _ways_up(element: Element) -> Iterator[Element]:
    """An element and those above it, up to the first that holds blocks."""
    while element is not None and element.tag not in HOLDERS:
        yield element
        element = element.getparent()


def _before(lines: Sequence[Line], first: int, titles: frozenset[str]) -> Iterator[int]:
    """Prose between the title and the article: a standfirst."""
    for i in range(first - 1, -1, -1):
        if lines[i].key in titles:
            return
        if _is_prose(lines[i]) or (len(words(lines[i].text)) >= MIN_COPY and not lines[i].linked):
            yield i


def _behind(lines: Sequence[Line], own: Sequence[int]) -> Iterator[int]:
    """Prose right after the article that stands as its last paragraph does: a truth cut short."""
    place = _place(lines[own[-1]].element)
    for i in range(own[-1] + 1, len(lines)):
        if not _is_prose(lines[i]) or _place(lines[i].element) != place:
            return
        yield i


def _place(element: Element) -> tuple[str, Element, str | None]:
    return str(element.tag), element.getparent(), element.get("class")
