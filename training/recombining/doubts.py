"""Lines that the truth calls residue and that may be article all the same: not to be used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from cleaner.reading.line import Element, Line
from cleaner.text.words import ends_sentence, match_key, words

Verdicts = Sequence[bool | None]
HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
PARTS = frozenset(["li", "dt", "dd", "td", "th", "pre", "code", *HEADINGS])
CAPTIONS = frozenset(["figure", "figcaption", "pre", "math"])
HOLDERS = frozenset(
    ["div", "section", "article", "main", "aside", "header", "footer", "nav", "form", "td", "body"]
)
_CAPTION = re.compile(r"caption|legend|credit|cutline|bildtext", re.I)
_REFERENCE = re.compile(r"(?:\[\d+\]|\^)\s")
_DIGITS = re.compile(r"\d+")
LEVELS = 3
MIN_COPY = 8
MIN_PROSE = 20
MIN_WHOLE = 150
"""Words of a line that may be a copy, one that may be a paragraph, and one that is an article."""
SHARED = 0.4
"""Share of its runs of four words from which a line is a copy."""


def doubted(
    lines: Sequence[Line], found: Verdicts, page: dict[str, Any], titles: frozenset[str]
) -> list[bool | None]:
    """The verdicts with None for residue in doubt, and False for the title."""
    result = list(found)
    own = [i for i, verdict in enumerate(found) if verdict]
    doubts = {*_copies(lines, found, page), *_captions(lines)}
    if own:
        doubts |= {*_inside(lines, found, own), *_before(lines, own[0], titles)}
        doubts |= {*_alike(lines, own)}
    for i, line in enumerate(lines):
        if line.key in titles:
            result[i] = False
        elif found[i] is False and i in doubts:
            result[i] = None
    for i in range(own[-1] - 1, own[0], -1) if own else ():
        heads = lines[i].element.tag in HEADINGS and not lines[i].linked
        if heads and result[i] is False and result[i + 1] is not False:
            result[i] = None  # what it is over is gone
    return result


def _copies(lines: Sequence[Line], found: Verdicts, page: dict[str, Any]) -> Iterator[int]:
    """Lines that the article or its deck says, too, in good part; and whole texts in one line."""
    said = f"{page['truth']}\n{page.get('deck') or ''}"
    key, pieces = match_key(said), _pieces(words(said))
    for i, line in enumerate(lines):
        own = [] if found[i] else words(line.text)
        if len(own) < MIN_COPY:
            continue
        shared = len(_pieces(own) & pieces) / len(_pieces(own))
        is_whole = len(own) >= MIN_WHOLE and 2 * line.linked < len(line.text)
        if line.key in key or shared >= SHARED or is_whole:
            yield i


def _pieces(own: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(own[i : i + 4]) for i in range(len(own) - 3)}


def _captions(lines: Sequence[Line]) -> Iterator[int]:
    """Captions, code and references, on which truths disagree."""
    for i, line in enumerate(lines):
        above = (line.element, *line.element.iterancestors())
        named = any(_CAPTION.search(e.get("class") or "") for e in above[:LEVELS])
        if named or _REFERENCE.match(line.text) or any(e.tag in CAPTIONS for e in above):
            yield i


def _is_prose(line: Line) -> bool:
    return 2 * line.linked < len(line.text) and len(words(line.text)) >= MIN_PROSE


def is_sentence(line: Line) -> bool:
    """Whether a line is a sentence or more, and hardly links."""
    return 5 * line.linked < len(line.text) and line.is_paragraph and ends_sentence(line.text)


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
        told = part and not line.linked and (beside or is_sentence(line) or _in_table(item))
        if _is_prose(line) or piece or led or told:
            yield i


def _in_table(item: Element) -> bool:
    return item is not None and item.tag == "table"


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


def _alike(lines: Sequence[Line], own: Sequence[int]) -> Iterator[int]:
    """Sentences that stand as the article's do, and headings over them: a truth cut short."""
    looks = {_look(lines[i].element) for i in own if is_sentence(lines[i])}
    found = {i for i, n in enumerate(lines) if is_sentence(n) and _look(n.element) in looks}
    yield from found
    for i, line in enumerate(lines):
        if i + 1 in found and line.element.tag in HEADINGS and not line.linked:
            yield i


def _look(element: Element) -> tuple[object, ...]:
    """The tags and classes of an element and of the one around it, whatever their numbers."""
    both = (e for e in (element, element.getparent()) if e is not None)
    return tuple((e.tag, _DIGITS.sub("", e.get("class") or "")) for e in both)
