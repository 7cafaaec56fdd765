"""Review: what was known of the lines of a page, beside what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cleaner.document.block import Block
from cleaner.document.evidence import Evidence
from cleaner.document.finding import Action, Finding
from cleaner.text.words import words

LOW, HIGH = 0.2, 0.8
"""Scores between which the classifier is unsure of a line."""
Column = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Review:
    """A page when all is decided, for measures and concerns; sizes are words."""

    evidence: Evidence
    blocks: Sequence[Block]
    """What is kept."""
    findings: Sequence[Finding]
    sure: float
    """Share of the extraction's words whose fate is beyond doubt."""

    @cached_property
    def scores(self) -> Column:
        """How likely each candidate is article."""
        return np.array(self.evidence.scores)

    @cached_property
    def sizes(self) -> Column:
        """Words of each candidate."""
        return np.array(self.evidence.sizes)

    @cached_property
    def kept(self) -> Column:
        """Words of each candidate that are kept."""
        sizes = {block.index: block.size for block in self.blocks}
        return np.minimum(self.sizes, [sizes.get(index, 0.0) for index in self.evidence.blocks])

    @cached_property
    def left(self) -> Column:
        """Words of each candidate that are not kept."""
        return self.sizes - self.kept

    @cached_property
    def is_kept(self) -> Flags:
        """Whether anything of a candidate is kept."""
        return np.greater(self.kept, 0)

    @cached_property
    def is_prose(self) -> Flags:
        """Whether a candidate is kept, and prose."""
        prose = {block.index for block in self.blocks if block.is_prose}
        return self.is_kept & _flags([index in prose for index in self.evidence.blocks])

    @cached_property
    def judged(self) -> Flags:
        """Whether a candidate was looked at, and is kept."""
        return self.is_kept & _flags(self.evidence.judged)

    @cached_property
    def unsure(self) -> Flags:
        """Whether the classifier is unsure of a candidate, kept or not."""
        return np.greater(self.scores, LOW) & np.less(self.scores, HIGH)

    @cached_property
    def voted(self) -> Flags:
        """Whether trafilatura took a candidate."""
        return _flags(self.evidence.voted)

    @cached_property
    def range(self) -> slice:
        """The candidates from the first that is kept to the last."""
        at = np.flatnonzero(self.is_kept)
        return slice(int(at[0]), int(at[-1]) + 1) if len(at) else slice(0, 0)

    @cached_property
    def words(self) -> float:
        """Words of the article; at least one."""
        return max(1.0, sum(block.size for block in self.blocks))

    @cached_property
    def doubtful(self) -> int:
        """Words that a finding doubts, and that stay."""
        return doubtful_words(self.findings)


def _flags(values: Sequence[bool]) -> Flags:
    return np.array(values, dtype=np.bool_)


def doubtful_words(findings: Sequence[Finding]) -> int:
    """Words that findings doubt, and that stay."""
    doubts = (f for f in findings if f.action in (Action.DOUBTFUL, Action.KEPT))
    return sum(len(words(f.text)) for f in doubts)
