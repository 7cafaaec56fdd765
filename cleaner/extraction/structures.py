"""Which candidates are article by the structure that they stand in, however they are worded.

A model of single lines knows little of code, rows, posts and notes. Listings, quotations and tables
among an article's paragraphs are told by their markup, and stay or come back whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from cleaner.extraction.sequence import BlockSequence, Candidate
from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import above

LEVELS = 6
"""Steps up from a line of a structure to what holds paragraphs of the article, too."""
SIBLINGS = 2
"""Paragraphs that show an element to hold the article."""
MEAN = 0.1
"""Mean score of its rows from which a table that nothing introduces is article."""
LINKED = 0.5
_BESIDE = frozenset(["aside", "nav", "form", "footer", "header", "button", "dialog"])


class Structures:
    """Looks for structures among the paragraphs of the article."""

    def __init__(self, sequence: BlockSequence, scores: Sequence[float]) -> None:
        """Take the candidates with the scores that they have as single lines."""
        self.sequence, self.scores = sequence, scores

    def found(self) -> Iterator[int]:
        """Numbers of the candidates that are article by their structure."""
        prose = self.sequence.prose_at
        span = range(prose[0] + 1, prose[-1]) if prose else range(0)
        shaped = [i for i in span if _shape(self.sequence.candidates[i])]
        if not shaped:
            return
        flow = self._flow()
        inside = [i for i in shaped if _is_in(flow, self.sequence.candidates[i])]
        for shape, run in groupby(inside, key=lambda i: _shape(self.sequence.candidates[i])):
            members = list(run)
            if shape != "tr" or self._is_of_article(members):
                yield from members

    def _flow(self) -> set[Element]:
        """The elements that hold paragraphs of the article."""
        holders: Counter[Element] = Counter()
        for i in self.sequence.prose_at:
            if (line := self.sequence.candidates[i].line) is not None:
                holders.update((line.element, line.element.getparent()))
        return {element for element, count in holders.items() if count >= SIBLINGS}

    def _is_of_article(self, rows: Sequence[int]) -> bool:
        """Whether rows are introduced by a line before them, or read well enough together."""
        over = self.sequence.blocks[rows[0] - 1]
        introduced = over.is_heading or over.text.endswith((":", "："))
        mean = sum(self.scores[i] for i in rows) / len(rows)
        return mean > MEAN or introduced


def _shape(candidate: Candidate) -> str:
    """What a candidate is part of: a listing, a quotation, a table; empty for all others."""
    block = candidate.block
    if candidate.line is None or block.link_share > LINKED:
        return ""
    if block.tag in ("pre", "tr"):
        return block.tag
    return "quote" if block.layout.quote else ""


def _is_in(flow: set[Element], candidate: Candidate) -> bool:
    """Whether a candidate stands among paragraphs, and in nothing beside them."""
    line = candidate.line
    for element in () if line is None else (line.element, *above(line.element, LEVELS)):
        if element in flow:
            return True
        if element.tag in _BESIDE:
            return False
    return False
