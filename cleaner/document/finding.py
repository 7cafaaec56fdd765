"""What a detector says of a block: a kind, how sure, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from cleaner.document.place import NOWHERE, Place

if TYPE_CHECKING:
    from cleaner.document.block import Block


class Sureness(StrEnum):
    """How sure a finding is. `decide` says what follows from it."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def rank(self) -> int:
        """0 for certain, 2 for possible."""
        return _RANKS[self]


_RANKS = {sureness: rank for rank, sureness in enumerate(Sureness)}


class Action(StrEnum):
    """What was done about a finding."""

    STRIPPED = "stripped"
    AGREED = "agreed"
    """Another finding had stripped the same text already."""
    DOUBTFUL = "doubtful"
    """Not sure enough: reported and kept."""
    KEPT = "kept"
    """The caller asked to keep this kind, or a guard did."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Residue in a block: `block.text[start:end]`."""

    block: Block
    start: int
    end: int
    sureness: Sureness
    because: str
    """Ends the sentence "This is residue because it is …", with the words that were seen."""
    kind: str = ""
    action: Action = Action.DOUBTFUL
    place: Place = NOWHERE
    """Where its block stood in the page."""
    again: int = -1
    """Index of the block that says the same and has to stay for this one to go; −1 for none."""
    reason: Callable[[], str] | None = field(default=None, compare=False, repr=False)
    """Makes `because`, where that is dear; asked when the finding is first read."""

    def but(self, **changes: object) -> Finding:
        """The same finding with other values: as `dataclasses.replace`, in half the time."""
        values = list(_values(self))
        for name, value in changes.items():
            values[_FIELDS.index(name)] = value
        return Finding(*values)

    def explained(self) -> Finding:
        """The finding with its reason in words."""
        if self.reason is None:
            return self
        return self.but(because=self.reason(), reason=None)

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in its block's text."""
        return self.start, self.end

    @property
    def xpath(self) -> str:
        """The element in the page; empty where it is not known."""
        return self.place.xpath

    @property
    def classes(self) -> str:
        """The element's class attribute."""
        return self.place.classes

    @property
    def text(self) -> str:
        """The words in question."""
        return self.block.text[self.start : self.end]

    @property
    def is_whole(self) -> bool:
        """Whether it takes the whole block."""
        return (self.start, self.end) == (0, len(self.block.text))


_FIELDS = tuple(each.name for each in fields(Finding))
_values = attrgetter(*_FIELDS)


def _finding(
    block: Block, because: str, span: tuple[int, int] | None, sureness: Sureness
) -> Finding:
    start, end = span or (0, len(block.text))
    return Finding(block, start, end, sureness, because)


def certain(block: Block, because: str, span: tuple[int, int] | None = None) -> Finding:
    """Residue beyond doubt; may empty four fifths of an article."""
    return _finding(block, because, span, Sureness.CERTAIN)


def likely(block: Block, because: str, span: tuple[int, int] | None = None) -> Finding:
    """Residue; stripped unless the guard objects."""
    return _finding(block, because, span, Sureness.LIKELY)


def possible(block: Block, because: str, span: tuple[int, int] | None = None) -> Finding:
    """Maybe residue: stripped only where a second kind or the source's class names agree."""
    return _finding(block, because, span, Sureness.POSSIBLE)
