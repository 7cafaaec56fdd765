"""Two articles word by word: where they part."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from cleaner.regressions.sides import Side

MAX_PAIRS = 400_000_000
"""Pairs of words that are compared: 50 MB of bits. What is larger is told as lost and leaked."""
FEW = 3
"""Fewer words in a row that are the same, between larger differences, are there by chance."""
ALIKE = 0.3
"""Share of the shorter text that two texts must have in common to be told word by word."""
SHORT = 12
"""Words of a text that is too short for that."""


class Edit(NamedTuple):
    """Words a to b of the one article stand where words x to y stand in the other."""

    a: int
    b: int
    x: int
    y: int


def edits(want: Side, got: Side) -> list[Edit]:
    """Where two articles part, in order; nothing where their words are the same.

    Lines are laid side by side first, then the words of those that differ. The cost is bounded by
    MAX_PAIRS; of what is beyond it only the ends that are the same are left out.
    """
    if want.words == got.words:
        return []
    regions = _parted(_units(want), _units(got))
    return [edit for region in regions for edit in _within(want, got, region)]


def _units(side: Side) -> list[tuple[str, ...]]:
    return [tuple(side.words[a:b]) for a, b in pairwise(side.starts)]


def _within(want: Side, got: Side, region: Edit) -> Iterator[Edit]:
    """The edits in a region of lines; all of it as one where its two sides are different texts."""
    a, b = want.starts[region.a], want.starts[region.b]
    x, y = got.starts[region.x], got.starts[region.y]
    found = _parted(want.words[a:b], got.words[x:y])
    shorter = min(b - a, y - x)
    if shorter >= SHORT and _alike(found, b - a) < ALIKE * shorter:
        yield Edit(a, b, x, y)
        return
    for edit in _joined(found):
        yield Edit(edit.a + a, edit.b + a, edit.x + x, edit.y + x)


def _alike(found: Sequence[Edit], count: int) -> int:
    """How many words are the same, a few in a row."""
    ends = [0, *(at for edit in found for at in (edit.a, edit.b)), count]
    runs = (b - a for a, b in zip(ends[::2], ends[1::2], strict=True))
    return sum(run for run in runs if run >= FEW)


def _parted(want: Sequence[Hashable], got: Sequence[Hashable]) -> list[Edit]:
    """Runs that are not the same in two sequences."""
    head = _same(zip(want, got, strict=False))
    shorter = min(len(want), len(got)) - head
    ends = zip(reversed(want[-shorter:]), reversed(got[-shorter:]), strict=False)
    tail = _same(ends) if shorter else 0
    b, y = len(want) - tail, len(got) - tail
    if (b - head) * (y - head) > MAX_PAIRS:
        return [Edit(head, b, head, y)]
    return _joined(
        [
            Edit(*(at + head for at in (c.src_start, c.src_end, c.dest_start, c.dest_end)))
            for c in Indel.opcodes(want[head:b], got[head:y])
            if c.tag != "equal"
        ],
        few=0,
    )


def _same(pairs: Iterable[tuple[Hashable, Hashable]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _size(edit: Edit) -> int:
    return max(edit.b - edit.a, edit.y - edit.x)


def _joined(found: Sequence[Edit], few: int = FEW - 1) -> list[Edit]:
    """Edits as one that have few same words between them, fewer than they have themselves."""
    out: list[Edit] = []
    for edit in found:
        last = out[-1] if out else None
        if last and edit.a - last.b <= min(few, _size(last) - 1, _size(edit) - 1):
            out[-1] = Edit(last.a, edit.b, last.x, edit.y)
        else:
            out.append(edit)
    return out
