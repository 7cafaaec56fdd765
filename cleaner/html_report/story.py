"""The extraction at a glance, in order: runs that stay, and between them what went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from cleaner.document.block import Block
from cleaner.fates import Fate
from cleaner.html_report.pieces import Numbered, Piece, pieces_of
from cleaner.text.word_count import word_count

LONG = 40
"""Words of a run that stays, from which on it is folded."""
MANY = 4
"""Findings of one kind in a row, from which on they are folded together."""
BEGINNING, END = 90, 50
"""Characters of a folded run that are shown."""


@dataclass(frozen=True)
class Part:
    """Words of a block that stay."""

    block: Block
    text: str


@dataclass(frozen=True)
class Kept:
    """What stays between two cuts: all as the extractor gave it, or all brought back."""

    parts: tuple[Part, ...]

    @property
    def recovered(self) -> str:
        """Why it was brought back; empty where it never was lost."""
        return self.parts[0].block.recovered

    @cached_property
    def words(self) -> int:
        """How many."""
        return sum(word_count(part.text) for part in self.parts)

    @property
    def is_long(self) -> bool:
        """Whether it is folded."""
        return self.words >= LONG

    @property
    def beginning(self) -> str:
        """Its first words."""
        return beginning(self.parts[0].text, BEGINNING)

    @property
    def end(self) -> str:
        """Its last words."""
        text = self.parts[-1].text
        return text if len(text) <= END else "… " + text[-END:].partition(" ")[2]


@dataclass(frozen=True)
class Cuts:
    """Findings of one kind and one end, in a row."""

    found: tuple[Numbered, ...]

    @property
    def are_many(self) -> bool:
        """Whether they are folded together."""
        return len(self.found) >= MANY

    @property
    def words(self) -> int:
        """How many they hold."""
        return sum(word_count(n.finding.text) for n in self.found)


@dataclass(frozen=True)
class Outside:
    """Lines in a row that were not in the extraction, for one reason."""

    because: str
    lines: tuple[Fate, ...]


Story = tuple[Kept | Cuts, ...]


def outside_of(fates: Iterable[Fate]) -> tuple[Outside, ...]:
    """What was outside of the extraction, in page order."""
    rows = groupby((f for f in fates if f.name == "outside"), lambda fate: fate.because)
    return tuple(Outside(because, tuple(lines)) for because, lines in rows)


def beginning(text: str, size: int) -> str:
    """The first words of a text, at most so many characters.

    >>> beginning("Rain fell on the town", 12)
    'Rain fell …'
    """
    if len(text) <= size:
        return text
    return (text[:size].rpartition(" ")[0] or text[:size]) + " …"


def story_of(blocks: Iterable[Block], found: dict[int, list[Numbered]]) -> Story:
    """The blocks in order; found: by block index. Each finding stands in it once."""
    steps = (step for b in blocks for step in _steps(b, found.get(b.index, [])))
    return tuple(_run(list(some)) for _, some in groupby(steps, _alike))


def _steps(block: Block, found: Sequence[Numbered]) -> Iterator[Part | Numbered]:
    """Words that stay, and findings where they begin."""
    shown: set[int] = set()
    for piece in pieces_of(block.text, found):
        if not piece.over and (text := block.text[piece.start : piece.end]).strip():
            yield Part(block, text)
        for n in (n for n in piece.over if n.number not in shown):
            shown.add(n.number)
            yield n
    yield from (n for n in found if n.number not in shown)  # of no words at all


def _alike(step: Part | Numbered) -> tuple[str, str]:
    """What stands in one run."""
    if isinstance(step, Part):
        return "", step.block.recovered
    return step.finding.kind, step.finding.action


def _run(steps: Sequence[Part | Numbered]) -> Kept | Cuts:
    parts = tuple(step for step in steps if isinstance(step, Part))
    return Kept(parts) if parts else Cuts(tuple(s for s in steps if isinstance(s, Numbered)))


def owned(block: Block, found: Sequence[Numbered]) -> list[tuple[str, int]]:
    """A block's text cut where something went: each piece with the finding that took it, or 0."""
    return [(block.text[p.start : p.end], _owner(p)) for p in pieces_of(block.text, found)]


def _owner(piece: Piece) -> int:
    gone = (n.number for n in piece.over if n.finding.action == "stripped")
    return next(gone, 0)
