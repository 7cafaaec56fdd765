"""The pictures of a page, and between which of its lines they stand; lines know nothing of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from cleaner.reading.image_sources import source_of
from cleaner.reading.line import Element
from cleaner.reading.lines import Source

_IMAGES = frozenset(["img", "amp-img"])
_HOLDS = frozenset(["li", "dd", "dt", "blockquote", "tr"])
"""What a picture stands in together with a line."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of a page."""

    element: Element
    """Of `<img>`."""
    src: str
    line: int
    """Number of the line that it stands behind; −1 before the first."""
    nested: bool
    """Whether it stands in the item, row or quotation of that line."""


def images_of(source: Source) -> Iterator[Shown]:
    """The pictures of a page in order, each address once."""
    rows = {line.element: line.number for line in source.lines if line.block.tag == "tr"}
    known: set[str] = set()
    is_shown = False
    for element, line in _placed(source):
        if next(element.iterancestors("noscript"), None) is not None and is_shown:
            continue  # the same picture for who runs no scripts
        src = source_of(element)
        is_shown = bool(src)
        if src and src not in known:
            known.add(src)
            yield _shown(source, rows, Shown(element, src, line, False))


def _placed(source: Source) -> Iterator[tuple[Element, int]]:
    """Each `<img>` with the number of the line before it; one walk."""
    numbers = {node: line.number for line in source.lines for node in source.nodes(line)}
    last = -1
    for event, element in etree.iterwalk(source.tree, events=("start", "end")):
        if event == "start" and element.tag in _IMAGES:
            yield element, last
        last = numbers.get((element, event == "end"), last)


def _shown(source: Source, rows: Mapping[Element, int], found: Shown) -> Shown:
    """A picture at its place: before the text of an item it stands behind the item's first line."""
    holder = next(found.element.iterancestors(*_HOLDS), None)
    if holder in rows:
        return replace(found, line=rows[holder], nested=True)
    first, end = source.reach(holder) if holder is not None else (0, 0)
    return replace(found, line=max(found.line, first), nested=True) if first < end else found
