"""What stands before the lines of a block of Markdown, so that lists and quotations go on."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.document.block import Layout
from cleaner.rendering.containers import Containers

DEEPEST = 8
"""Lists and quotations around the innermost; with twenty levels, which markdown-it counts twice
for a list, text would be lost."""
_STEP = 4
_QUOTE = "> "


class Lead(NamedTuple):
    """What stands before the lines of a block."""

    first: str
    rest: str
    empty: str
    """What the empty line over the block holds: the signs of a quotation that goes on."""
    is_deeper: bool
    """Whether a list or quotation opens right there."""


class Leads:
    """Goes through blocks in order."""

    def __init__(self) -> None:
        """Begin outside of any list."""
        self._containers = Containers(DEEPEST)
        self._leads = [""]

    def enter(self, layout: Layout, sign: str) -> Lead:
        """The lead of a block. sign: that of an item."""
        before = len(self._containers.open)
        self._containers.leave(layout)
        del self._leads[len(self._containers.open) + 1 :]
        empty, first = self._empty(), self._leads[-1]
        for container in self._containers.enter(layout):
            is_quote = not container.is_item
            first += _QUOTE if is_quote else f"{sign} "
            step = _QUOTE if is_quote else " " * max(_STEP, len(sign) + 1)
            self._leads.append(self._leads[-1] + step)
        is_deeper = before < len(self._containers.open)
        return Lead(first, self._leads[-1], empty, is_deeper)

    def _empty(self) -> str:
        """The signs up to the last quotation that is open."""
        opened = self._containers.open
        ends = (at + 1 for at, one in enumerate(opened) if not one.is_item)
        return self._leads[max(ends, default=0)].rstrip()
