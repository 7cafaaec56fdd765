"""Where in a page findings stood: the element of each, and what is around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.document.finding import Finding
from cleaner.document.place import NOWHERE, Place
from cleaner.reading.page import Page


def placed(page: Page | None, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with their reasons and places; a place that is unknown is empty."""
    known: dict[int, Place] = {}
    for f in findings:
        if f.block.index not in known:
            known[f.block.index] = _place(page, f)
        yield f.explained().but(place=known[f.block.index])


def _place(page: Page | None, f: Finding) -> Place:
    try:
        return _found(page, f)
    except Exception:  # a fault of ours must not cost the finding
        return NOWHERE


def _found(page: Page | None, f: Finding) -> Place:
    if f.place != NOWHERE or page is None or page.kind == "text":
        return f.place
    source, key, line = page.source, f.block.key, f.block.line
    if line < 0 and len(source.lines_of(key)) != 1:
        return NOWHERE
    return source.place(key, line)
