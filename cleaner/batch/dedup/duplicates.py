"""Syndicated copies in a batch: which pages are copies of which, and which one is kept.

>>> find_duplicates([Copy(n, f"page-{n}", None, b"", 0) for n in range(2)])  # without a word
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
from cleaner.batch.dedup.outline import SAME_TEXT, relation
from cleaner.batch.dedup.signatures import DIGEST, LENGTH, is_signature, signature

__all__ = ["Copy", "Duplicate", "find_duplicates", "key_of", "signature"]

SAME_PAGE = "the same page came twice: same address, same text"
Members = dict[int, list[Copy]]


def find_duplicates(copies: Iterable[Copy]) -> dict[int, Duplicate]:
    """The pages that are copies of another one, by their positions, which must be unique.

    The copy that is kept is not among them. It is one that an earlier run kept; else the one whose
    site others name as publisher; else the one that canonical links of others point to; else the
    earliest; else the longest; else the first. Each page that is marked was compared with the one
    kept, by signature: 0.6 to 0.7 of the shorter text is in the longer one, figures and names
    agree, and its length is at least 0.3 of the other's; or the two are the same to the byte. Pages
    with the signature b"" are left alone. The order of `copies` does not matter, and what becomes
    of a page depends only on those that pairs of copies join it with. Time and memory:
    `python -m benchmarks copies --scale 100000`. Raises ValueError for a signature that this
    version did not make.
    """
    batch = _Batch(copies)
    likeness = Likeness(batch.sketches, batch.hashes)
    joined = list(groups(likeness, batch.shares))
    alone = batch.repeated.difference(*joined)
    members = batch.members({row for rows in joined for row in rows} | alone)
    return {
        position: duplicate
        for rows in (*joined, *([row] for row in sorted(alone)))
        for position, duplicate in _marked(rows, members, likeness)
    }


def key_of(signature: bytes) -> int:
    """A number of 64 bits that texts share whose sketches are the same, or short texts that are."""
    if len(signature) <= DIGEST:
        return int.from_bytes(signature)
    return int.from_bytes(blake2b(signature[DIGEST:LENGTH], digest_size=8).digest())


class _Batch:
    """The copies, and a row for each sketch that differs from the others, or short text."""

    def __init__(self, copies: Iterable[Copy]) -> None:
        self.copies: list[Copy] = []
        self.rows = array("q")
        """Of each copy; short texts, which have no sketch, have numbers below zero."""
        self.sketches, self.hashes, self.shares = bytearray(), array("Q"), array("q")
        self._long: dict[int, int] = {}
        self._short: dict[int, int] = {}
        for copy in copies:
            if copy.signature:
                self._add(copy)

    def _add(self, copy: Copy) -> None:
        known = copy.signature
        if not is_signature(known):
            raise ValueError(f"{copy.id}: a signature has no {len(known):,} bytes")
        self.rows.append(self._row(known, copy.share))
        self.copies.append(replace(copy, signature=known[:DIGEST] + known[LENGTH:]))

    def _row(self, known: bytes, share: int) -> int:
        key = key_of(known)
        if len(known) == DIGEST:
            return self._short.setdefault(key, -1 - len(self._short))
        row = self._long.setdefault(key, len(self._long))
        if row == len(self.hashes):
            self.sketches += known[DIGEST:LENGTH]
            self.hashes.append(key)
            self.shares.append(share)
        return row

    @property
    def repeated(self) -> set[int]:
        """Rows of more than one copy."""
        rows, counts = np.unique(np.array(self.rows, dtype=np.int64), return_counts=True)
        return set(rows[counts > 1].tolist())

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
            is_same = row_of[copy.position] == centre and copy.url and copy.url == kept.url
            because = SAME_PAGE if is_same else reason(copy)
            yield copy.position, Duplicate(kept.id, because, _relation(copy, kept))
        rows = [row for row in rows if row not in marked]


def _relation(copy: Copy, kept: Copy) -> str:
    one, other = copy.signature, kept.signature
    if one[:DIGEST] == other[:DIGEST]:
        return SAME_TEXT
    return relation(one[DIGEST:], other[DIGEST:])
