"""Which lines of scraped text go by their scores: headlines of other stories, too, in long runs.

A model of single lines is unsure of headlines; so many outside of the article are no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from cleaner.extraction.limits import TEXT
from cleaner.extraction.selection import Selection
from cleaner.extraction.sequence import BlockSequence
from cleaner.signals.card_parts import may_be_headline

MANY, HEADLINE = 12, 6
"""Lines of a run of headlines, and the words that each has in the mean: verses and ingredients have
fewer."""
UNSURE, DOUBTED = 0.6, 0.3
"""Scores up to which a line is in such a run, and up to which its lines are in the mean."""


class TextSelection(Selection):
    """Thresholds laid over the scores of a scraped text."""

    def __init__(self, sequence: BlockSequence, scores: list[float]) -> None:
        """Find the borders, and the runs outside of them."""
        super().__init__(sequence, scores, TEXT)
        runs = chain.from_iterable(headline_runs(sequence, scores))
        self._foreign = frozenset(i for i in runs if not self.inside(i))

    def _is_low(self, i: int) -> bool:
        return i in self._foreign or super()._is_low(i)


def headline_runs(sequence: BlockSequence, scores: Sequence[float]) -> Iterator[list[int]]:
    """Runs of many short lines as long as headlines, of which the model is sure of none.

    A part of a sentence parts them, and so does the end of one: a scrape cuts both at links.
    """
    lines = (i for i, block in enumerate(sequence.blocks) if may_be_headline(block))
    low = (i for i in lines if scores[i] <= UNSURE)
    for _, pairs in groupby(enumerate(low), key=lambda pair: pair[1] - pair[0]):
        run = [i for _, i in pairs]
        size = sum(sequence.sizes[i] for i in run)
        score = sum(scores[i] for i in run)
        if len(run) >= MANY and size >= HEADLINE * len(run) and score <= DOUBTED * len(run):
            yield run
