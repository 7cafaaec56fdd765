"""Place: where in the page a block stood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Where a block stood: its element and what stands above it."""

    xpath: str = ""
    tags: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    """Words of class, id and role of the element and its nearest ancestors."""
    classes: str = ""


NOWHERE = Place()
