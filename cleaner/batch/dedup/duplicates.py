"""Syndicated copies in a batch: which pages are copies of which, and which one is kept.

>>> find_duplicates([Copy(n, f"page-{n}", None, b"", 12) for n in range(2)])  # too short
{}
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b

import numpy as np

from cleaner.batch.dedup.canonical import Copy, Duplicate, choose
from cleaner.batch.dedup.groups import groups, star
from cleaner.batch.dedup.likeness import Likeness
from cleaner.batch.dedup.signatures import LENGTH, signature

__all__ = ["Copy", "Duplicate", "find_duplicates", "signature"]

SAME_PAGE = "the same page came twice: same address, same text"
Members = dict[int, list[Copy]]


def find_duplicates(copies: Iterable[Copy]) -> dict[int, Duplicate]:
    """The pages that are copies of another one, by their positions, which must be unique.

    The copy that is kept is not among them. It is the one whose site others name as publisher;
    else the one that canonical links of others point to; else the earliest; else the longest;
    else the first. Each page that is marked was compared with the one kept, by signature: 0.6 to
    0.7 of the shorter text is in the longer one, figures and names agree, and its length is at
    least 0.3 of the other's. Pages with the signature b"" are left alone. The order of `copies`
    does not matter. Memory: 1.3 kB a page; 5 s for 100,000 (`python -m benchmarks copies --scale
    100000`). Raises ValueError for a signature that this version did not make.
    """
    batch = _Batch(copies)
    likeness = Likeness(batch.signatures, batch.hashes)
    joined = list(groups(likeness, list(likeness.pairs())))
    alone = batch.repeated.difference(*joined)
    members = batch.members({row for rows in joined for row in rows} | alone)
    return {
        position: duplicate
        for rows in (*joined, *([row] for row in sorted(alone)))
        for position, duplicate in _marked(rows, members, likeness)
    }


class _Batch:
    """The copies, and a row for each signature that differs from the others."""

    def __init__(self, copies: Iterable[Copy]) -> None:
        self.copies: list[Copy] = []
        self.rows = array("q")
        self.signatures, self.hashes = bytearray(), array("Q")
        row_of: dict[int, int] = {}
        for copy in copies:
            if copy.signature:
                self._add(copy, row_of)

    def _add(self, copy: Copy, row_of: dict[int, int]) -> None:
        if len(copy.signature) != LENGTH:
            raise ValueError(
                f"{copy.id}: a signature has {LENGTH} bytes, not {len(copy.signature)}"
            )
        hashed = int.from_bytes(blake2b(copy.signature, digest_size=8).digest())
        row = row_of.setdefault(hashed, len(row_of))
        if row == len(self.hashes):
            self.signatures += copy.signature
            self.hashes.append(hashed)
        self.rows.append(row)
        self.copies.append(replace(copy, signature=b""))

    @property
    def repeated(self) -> set[int]:
        """Rows of more than one copy."""
        return set(np.flatnonzero(np.bincount(np.array(self.rows, dtype=np.int64)) > 1).tolist())

    def members(self, wanted: set[int]) -> Members:
        """The copies of these rows."""
        found: defaultdict[int, list[Copy]] = defaultdict(list)
        for row, copy in zip(self.rows, self.copies, strict=True):
            if row in wanted:
                found[row].append(copy)
        return found


def _marked(
    rows: Sequence[int], members: Members, likeness: Likeness
) -> Iterator[tuple[int, Duplicate]]:
    """One copy is kept and those like it are marked; the same again with what is left."""
    while rows:
        row_of = {copy.position: row for row in rows for copy in members[row]}
        kept, reason = choose([copy for row in rows for copy in members[row]])
        centre = row_of[kept.position]
        marked = {centre, *star(likeness, centre, rows)}
        for copy in (copy for row in marked for copy in members[row] if copy is not kept):
            again = row_of[copy.position] == centre and copy.url and copy.url == kept.url
            yield copy.position, Duplicate(kept.id, SAME_PAGE if again else reason(copy))
        rows = [row for row in rows if row not in marked]
