"""From pairs of copies to groups: no chain may glue two stories together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from cleaner.batch.dedup.likeness import CHUNK, Flags, Likeness, Places

Pair = tuple[int, int]
LOOKED_AT = 64
"""So many members of a group are looked at to find out what joins two stories."""


def groups(likeness: Likeness, shares: Sequence[int]) -> Iterator[list[int]]:
    """Rows that are joined by pairs of copies, without the pages that hold two stories.

    shares: a number a row; those with another one are not joined.

    A page of which two others, that have nothing in common, are a part is a round-up: it is a
    copy of neither, and it makes them no copies of each other. What becomes of rows depends only
    on those that they are joined with.
    """
    pairs = ((one, other) for one, other in likeness.pairs() if shares[one] == shares[other])
    for joined in connected(pairs):
        roundups = set(_roundups(likeness, joined))
        if not roundups:
            yield joined
        elif left := [row for row in joined if row not in roundups]:
            yield from (
                [left[n] for n in found] for found in connected(likeness.part(left).pairs())
            )


def star(likeness: Likeness, centre: int, rows: Iterable[int]) -> list[int]:
    """Those rows that are themselves copies of the centre, the centre left out."""
    others = np.array([row for row in rows if row != centre], dtype=np.int64)
    alike: list[int] = others[likeness.alike(np.full_like(others, centre), others)].tolist()
    return alike


def connected(pairs: Iterable[Pair]) -> Iterator[list[int]]:
    """The connected numbers, each list in order, by union and find."""
    above: dict[int, int] = {}

    def root(row: int) -> int:
        while (parent := above.setdefault(row, row)) != row:
            above[row] = row = above[parent]
        return row

    for one, other in pairs:
        above[root(one)] = root(other)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row in sorted(above):
        found[root(row)].append(row)
    yield from found.values()


def _roundups(likeness: Likeness, group: list[int]) -> list[int]:
    """The members that are alike to two others which have nothing in common."""
    if len(group) < 3:
        return []
    rows = np.array(group, dtype=np.int64)
    rows = rows[np.argsort(likeness.hashes[rows])]
    some = rows[:: -(-len(rows) // LOOKED_AT)]
    alike = _table(likeness.alike, rows, some)
    apart = _table(likeness.apart, some, some)
    joins = ((alike @ apart) * alike).any(axis=1)
    found: list[int] = rows[joins].tolist()
    return found


def _table(compare: Callable[[Places, Places], Flags], rows: Places, columns: Places) -> Flags:
    """The comparison of each row with each column."""
    step = -(-CHUNK // len(columns))
    parts = (rows[start : start + step] for start in range(0, len(rows), step))
    flags = [compare(np.repeat(part, len(columns)), np.tile(columns, len(part))) for part in parts]
    return np.concatenate(flags).reshape(len(rows), len(columns))
