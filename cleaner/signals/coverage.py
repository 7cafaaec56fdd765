"""How much of a text other texts say again, in the same order; at a cost that is bounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from rapidfuzz.distance import LCSseq

from cleaner.document.block import Block
from cleaner.text import words as t

COMMON = 0.6
"""Share of a sentence's words that a block must have in common with it to be looked at closely."""
MAX_WORDS = 10_000_000
"""Words that are compared for one article; what is left over then counts as not said again."""


class Said:
    """A block that others are compared with; what is asked of it more than once is kept."""

    def __init__(self, block: Block) -> None:
        """Nothing is worked out yet."""
        self.block = block

    @cached_property
    def words(self) -> frozenset[str]:
        """Each of its words once."""
        return frozenset(self.block.words)

    @cached_property
    def pairs(self) -> list[list[str]]:
        """The words of every two sentences that follow on one another."""
        parts = t.sentences(self.block.text)
        pairs = [a + " " + b for a, b in zip(parts, [*parts[1:], ""], strict=True)]
        return [t.words(pair) for pair in pairs or [self.block.text]]


class Coverage:
    """Compares texts with the blocks of one article."""

    def __init__(self) -> None:
        """Nothing was compared yet."""
        self.left = MAX_WORDS
        self._said: dict[int, Said] = {}

    def said(self, blocks: Iterable[Block]) -> list[Said]:
        """Blocks to compare with."""
        return [self._said.setdefault(b.index, Said(b)) for b in blocks]

    def of(self, text: str, body: Sequence[Said]) -> float:
        """Share of a text's words that come again, in order, in single sentences of the body."""
        found = total = 0.0
        for sentence in t.sentences(text):
            wanted = t.words(sentence)
            total += len(wanted)
            found += len(wanted) * max((self._within(wanted, said) for said in body), default=0.0)
        return found / total if total else 0.0

    def _within(self, wanted: list[str], said: Said) -> float:
        size, least = len(wanted), int(COMMON * len(wanted))
        if self.left <= 0 or sum(word in said.words for word in wanted) < least:
            return 0.0
        self.left -= size + len(said.block.words)
        common = LCSseq.similarity(wanted, said.block.words, score_cutoff=least)
        if not common:
            return 0.0
        if said.block.size <= 2 * size:
            return common / size
        self.left -= 2 * len(said.block.words)
        return max(LCSseq.similarity(wanted, pair) for pair in said.pairs) / size
