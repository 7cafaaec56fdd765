"""Marks as they nest, gone through in one sweep: no recursion, so any depth will do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cleaner.document.block import Mark
from cleaner.text.urls import safe_link

INLINE = frozenset(["a", "em", "strong", "code", "sub", "sup", "del", "u"])


class Open:
    """The marks that are open at a place of a text, while it is gone through in order."""

    def __init__(self) -> None:
        """Begin outside of any mark."""
        self.marks: list[Mark] = []
        self._tags: dict[str, int] = {}

    def __contains__(self, tag: str) -> bool:
        """Whether a mark of a tag is open."""
        return self._tags.get(tag, 0) > 0

    def push(self, mark: Mark) -> None:
        """Open a mark inside those that are open."""
        self.marks.append(mark)
        self._tags[mark.tag] = self._tags.get(mark.tag, 0) + 1

    def close_until(self, position: int) -> list[Mark]:
        """Close the marks that end at a position or before it; the innermost comes first."""
        closed = []
        while self.marks and self.marks[-1].end <= position:
            mark = self.marks.pop()
            self._tags[mark.tag] -= 1
            closed.append(mark)
        return closed


def nested(marks: Iterable[Mark]) -> list[Mark]:
    """The inline marks in order, the outer before the inner; links with their safe address.

    Left out are marks over nothing, links that lead nowhere safe, links in links, and what overlaps
    one that stands before it.
    """
    usable = dict.fromkeys(mark for mark in map(_safe, marks) if mark is not None)
    kept: list[Mark] = []
    inside = Open()
    for mark in sorted(usable, key=lambda m: (m.start, -m.end, m.tag == "code")):
        inside.close_until(mark.start)
        overlaps = bool(inside.marks) and mark.end > inside.marks[-1].end
        if not overlaps and not (mark.tag == "a" and "a" in inside):
            inside.push(mark)
            kept.append(mark)
    return kept


def _safe(mark: Mark) -> Mark | None:
    if mark.tag not in INLINE or not 0 <= mark.start < mark.end:
        return None
    if mark.tag != "a":
        return mark
    link = safe_link(mark.href)
    return replace(mark, href=link) if link else None


def parted(marks: Sequence[Mark], cells: Iterable[Mark]) -> Iterator[list[Mark]]:
    """For each cell, in order, the nested marks inside it, counted from where it starts."""
    at = 0
    for cell in cells:
        inside: list[Mark] = []
        while at < len(marks) and marks[at].start < cell.end:
            mark = marks[at]
            if mark.start >= cell.start and mark.end <= cell.end:
                start, end = mark.start - cell.start, mark.end - cell.start
                inside.append(replace(mark, start=start, end=end))
            at += 1
        yield inside


def ends(marks: Iterable[Mark]) -> Iterator[tuple[int, Mark, bool]]:
    """Where nested marks open (True) and close (False), in the order of the text."""
    inside = Open()
    for mark in marks:
        yield from ((closed.end, closed, False) for closed in inside.close_until(mark.start))
        inside.push(mark)
        yield mark.start, mark, True
    yield from ((mark.end, mark, False) for mark in reversed(inside.marks))
