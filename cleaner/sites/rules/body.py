"""The extraction where a rule says which elements it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.document.block import Block
from cleaner.reading.line import Element, Line
from cleaner.reading.line_reader import LineReader
from cleaner.reading.lines import Source
from cleaner.reading.tags import SILENT
from cleaner.sites.rules.match import elements_of
from cleaner.sites.rules.rule import Rule


def body_of(
    rules: Iterable[Rule], source: Source, notes: list[str]
) -> tuple[tuple[Block, ...], Rule | None]:
    """The blocks of what the first rule selects that selects any text, and that rule."""
    for rule in rules:
        elements = _outermost(elements_of(rule, source.tree, notes))
        if lines := [line for element in elements for line in _lines(element, source)]:
            return tuple(line.block.numbered(i) for i, line in enumerate(lines)), rule
    return (), None


def _outermost(elements: Sequence[Element]) -> list[Element]:
    """Elements in page order without those that stand in another."""
    known = set(elements)
    return [e for e in elements if not any(above in known for above in e.iterancestors())]


def _lines(element: Element, source: Source) -> Sequence[Line]:
    """The lines in an element; one in a line is read by itself, and is no line of the page."""
    first, end = source.reach(element)
    if first < end:
        return source.lines[first:end]
    reader = LineReader()
    if element.tag not in SILENT:
        reader.read(element)
    for line in reader.lines:
        line.block = line.block.on_line(-1)
    return reader.lines
