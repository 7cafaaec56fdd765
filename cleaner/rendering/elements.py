"""The elements of HTML around each block: lists with the numbers of their items, quotations."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Layout
from cleaner.rendering.containers import QUOTE, Container, Containers

_DEEPEST = 100
"""Elements inside each other."""


class Elements:
    """Goes through blocks in order."""

    def __init__(self) -> None:
        """Begin outside of any."""
        self._containers = Containers(_DEEPEST)
        self._numbers: list[int] = []
        """The last number at each depth."""
        self._is_first = True

    def enter(self, layout: Layout, number: int) -> str:
        """The ends of what does not stand around a block, and what begins with it.

        number: that of an item of a numbered list.
        """
        closed = self._containers.leave(layout)
        outer = tuple(self._containers.open)
        opened = self._containers.enter(layout)
        goes_on = bool(closed and opened) and closed[-1].is_of_list(opened[0])
        ends = "".join(map(_end, closed))
        begun = "".join(
            self._begin(one, len(outer) + at, number, goes_on=goes_on and not at)
            for at, one in enumerate(opened)
        )
        if goes_on:
            return ends.removesuffix(f"</{closed[-1].tag}>") + begun
        return ends + self._newline(outer) + begun

    def _newline(self, outer: Sequence[Container]) -> str:
        is_first, self._is_first = self._is_first, False
        return "" if is_first or any(one.is_item for one in outer) else "\n"

    def _begin(self, one: Container, depth: int, number: int, *, goes_on: bool) -> str:
        if not one.is_item:
            return f"<{QUOTE}>\n"
        del self._numbers[depth + goes_on :]
        self._numbers += [0] * (depth + 1 - len(self._numbers))
        expected, self._numbers[depth] = self._numbers[depth] + 1, number
        told = number if number and number != expected else 0
        if goes_on:
            return f'<li value="{told}">' if told else "<li>"
        return f'<{one.tag} start="{told}"><li>' if told else f"<{one.tag}><li>"

    def leave(self) -> str:
        """The ends of all that is open."""
        return "".join(map(_end, reversed(self._containers.open)))

    @property
    def in_quote(self) -> bool:
        """Whether the innermost is a quotation."""
        opened = self._containers.open
        return bool(opened) and not opened[-1].is_item


def _end(container: Container) -> str:
    return f"</li></{container.tag}>" if container.is_item else f"\n</{QUOTE}>"
