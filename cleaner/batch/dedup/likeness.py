"""Which texts are copies of each other, by their signatures: candidates, then a verdict on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

from cleaner.batch.dedup.signatures import PARTS

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]
Shares = NDArray[np.float64]

BANDS = 85
ROWS = 3
"""Two texts are compared where three of their values agree in one of 85 places: 0.996 of pairs with
a Jaccard index of 0.4 are, 0.9 of those with 0.3, and 1 in 10,000 of those with 0.01."""
NEIGHBOURS = 16
"""Texts in one place that each text is compared with; more of them are of one template."""
CHUNK = 1 << 16

CONTAINED = 0.5
PER_LENGTH = 0.2
"""Share of the shorter text that must stand in the longer one: 0.7 where they are of one length,
0.6 where it is half as long. Copies have more in common than two short articles over one long
boilerplate."""
SHORTENED = 0.3
"""A copy has at least this share of the words of the other."""
FIGURES = 2
SAME_FIGURES = 0.6
NAMES = 3
SAME_NAMES = 0.6
"""From so many figures on in both texts, at least 0.6 of the fewer must be the same; from so many
names on, 0.6 as many as of the text. Reports of one template differ there, copies do not. Of 400
made reports of one template 0.25 takes 304 for copies, 0.5 takes 111, 0.6 takes 43 and 0.67 takes
5; of true copies 0.25 finds 0.975, 0.5 finds 0.968 and 0.67 finds 0.959."""
NEARLY_ALL = 0.95
"""Share of the shorter text that makes names count no more: theirs may be those of a card."""
APART = 0.05
"""Two texts of which less than this is shared have nothing in common."""


ROW = np.dtype([("sizes", "<u4", len(PARTS)), ("values", "<u2", sum(PARTS))])
"""A sketch, as it stands in a signature."""


class Likeness:
    """The sketches of many texts, a row each."""

    def __init__(self, sketches: bytes | bytearray, hashes: Sequence[int]) -> None:
        """Take sketches one after the other, and a hash of each, all of them different."""
        self.hashes = np.array(hashes, dtype=np.uint64)
        self.order = np.argsort(self.hashes)
        rows = sketches_in(sketches)
        self.sizes = rows["sizes"].astype(np.int64)
        self.values = rows["values"]

    def part(self, rows: Sequence[int]) -> Likeness:
        """The likeness of some of the texts alone, in this order."""
        found = np.empty(len(rows), dtype=ROW)
        found["sizes"], found["values"] = self.sizes[rows], self.values[rows]
        return Likeness(found.tobytes(), self.hashes[rows].tolist())

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All pairs of rows that are copies of each other."""
        found = self._candidates()
        for start in range(0, len(found), CHUNK):
            one, other = np.divmod(found[start : start + CHUNK], len(self.values))
            alike = self.alike(one, other)
            yield from zip(one[alike].tolist(), other[alike].tolist(), strict=True)

    def alike(self, one: Places, other: Places) -> Flags:
        """Whether the text at each place of `one` and that of `other` are copies of each other."""
        text, figures, names = self._contained(one, other)
        fewer = np.minimum(self.sizes[one], self.sizes[other]).T
        length = fewer[0] / np.maximum(1, np.maximum(self.sizes[one, 0], self.sizes[other, 0]))
        alike: Flags = (text >= CONTAINED + PER_LENGTH * length) & (length >= SHORTENED)
        alike &= (fewer[1] < FIGURES) | (figures >= SAME_FIGURES)
        alike &= (fewer[2] < NAMES) | (names >= SAME_NAMES * text) | (text >= NEARLY_ALL)
        return alike

    def apart(self, one: Places, other: Places) -> Flags:
        """Whether the two texts have nothing in common."""
        return next(self._contained(one, other)) < APART

    def _candidates(self) -> Places:
        """Pairs of rows that share a band, each as one × number of rows + other.

        Rows are taken by their hashes, so that the order of the input makes no difference.
        """
        found = np.empty(0, dtype=np.int64)
        for keys in bands(self.values[self.order]):
            order = np.argsort(keys, kind="stable")
            one, other = (order[places] for places in neighbours(keys[order]))
            packed = self.order[one] * len(self.values) + self.order[other]
            found = np.union1d(found, packed)
        return found

    def _contained(self, one: Places, other: Places) -> Iterator[Shares]:
        """The share of the smaller set that is in the larger one, for text, figures, names."""
        same = self.values[one] == self.values[other]
        sizes, others = self.sizes[one].T, self.sizes[other].T
        start = 0
        for size, other_size, count in zip(sizes, others, PARTS, strict=True):
            jaccard = same[:, start : start + count].mean(axis=1)
            start += count
            shared = jaccard / (1 + jaccard) * (size + other_size)
            yield shared / np.maximum(1, np.minimum(size, other_size))


def sketches_in(data: bytes | bytearray) -> NDArray[np.void]:
    """Sketches that stand one after the other, as rows with `sizes` and `values`."""
    return np.frombuffer(data, dtype=ROW)


def bands(values: NDArray[np.uint16]) -> Iterator[NDArray[np.uint64]]:
    """For each of the 85 bands a number of 55 bits a row: equal where three values agree."""
    dice = Random(BANDS)
    for number in range(BANDS):
        columns = dice.sample(range(PARTS[0]), ROWS)
        first, second, third = values[:, columns].astype(np.uint64).T
        band = np.uint64(number << 48)
        yield first | second << np.uint64(16) | third << np.uint64(32) | band


def neighbours(keys: NDArray[np.uint64]) -> tuple[Places, Places]:
    """Pairs of places with the same key, of which all stand together, the lower place first."""
    pairs = [
        (same, same + step)
        for step in range(1, min(NEIGHBOURS, len(keys) - 1) + 1)
        for same in [np.flatnonzero(keys[step:] == keys[:-step])]
    ]
    ones, others = zip(*pairs, strict=True) if pairs else ([np.empty(0, dtype=np.int64)],) * 2
    return np.concatenate(ones), np.concatenate(others)
