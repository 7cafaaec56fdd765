"""What a feature may look at: candidates in reading order, and sums over the article's prose."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from cleaner.document.block import Block
from cleaner.extraction.shipped import wording
from cleaner.reading.line import Element, Line
from cleaner.signals.like_lines import runs
from cleaner.text.words import words

TITLE_LETTERS = 3
TYPICAL_PARAGRAPH = 20.0
EDGE = 3
"""Paragraphs at the beginning and the end that are always judged."""
PLAIN = 20


class Candidate(NamedTuple):
    """A line to judge: of the extraction, or of the page beside it."""

    block: Block
    line: Line | None
    extracted: bool


class BlockSequence:
    """Rows in reading order. Prose, where it is counted, is that of the extraction."""

    def __init__(self, candidates: Sequence[Candidate], title: str = "") -> None:
        """Take the candidates; what features ask for is made on first use."""
        self.candidates = candidates
        self.blocks = [candidate.block for candidate in candidates]
        self.title_text = title
        self.title = {w for w in words(title) if len(w) > TITLE_LETTERS}
        self.sizes = [block.size for block in self.blocks]
        self.prose = [candidate.extracted and candidate.block.is_prose for candidate in candidates]
        self.prose_at = [i for i, is_prose in enumerate(self.prose) if is_prose]
        counted = (size if p else 0.0 for size, p in zip(self.sizes, self.prose, strict=True))
        self.prose_before = list(accumulate(counted, initial=0.0))
        """Words of prose before each candidate; one more, for all of them."""
        self.total = self.prose_before[-1] or 1.0
        self._shared: dict[int, float] = {}
        self._worded: dict[int, float] = {}

    def is_plain(self, i: int) -> bool:
        """Whether it is a paragraph in the midst of the extraction, which need not be judged."""
        return (
            self.prose[i]
            and self.sizes[i] >= PLAIN
            and len(self.prose_at) > 2 * EDGE
            and self.prose_at[EDGE] <= i < self.prose_at[-EDGE]
            and self.candidates[i - 1].extracted
            and self.candidates[i + 1].extracted
            and self.blocks[i].link_share < 0.2
        )

    def __len__(self) -> int:
        """How many candidates there are."""
        return len(self.candidates)

    def around(self, positions: Iterable[int]) -> set[Element]:
        """The elements right around the lines of some candidates."""
        lines = (self.candidates[i].line for i in positions)
        found = (line.element.getparent() for line in lines if line is not None)
        return {element for element in found if element is not None}

    @cached_property
    def extracted(self) -> list[int]:
        """Numbers of the candidates that were extracted."""
        return [i for i, candidate in enumerate(self.candidates) if candidate.extracted]

    @cached_property
    def first(self) -> int:
        """The first extracted candidate."""
        return self.extracted[0] if self.extracted else 0

    @cached_property
    def last(self) -> int:
        """The last extracted candidate."""
        return self.extracted[-1] if self.extracted else len(self) - 1

    @cached_property
    def paragraph(self) -> float:
        """Words of the median paragraph."""
        sizes = sorted(self.sizes[i] for i in self.prose_at)
        return sizes[len(sizes) // 2] if sizes else TYPICAL_PARAGRAPH

    @cached_property
    def prose_sizes(self) -> list[float]:
        """Words of each paragraph of the article."""
        return [self.sizes[i] for i in self.prose_at]

    @cached_property
    def copies(self) -> Counter[str]:
        """How often each text stands among the candidates."""
        return Counter(block.key for block in self.blocks)

    @cached_property
    def terms(self) -> list[set[str]]:
        """The long words of each candidate; pairs of characters where there are no spaces."""
        return [block.terms for block in self.blocks]

    @cached_property
    def common(self) -> Counter[str]:
        """In how many paragraphs of the article each long word stands."""
        return Counter(term for i in self.prose_at for term in self.terms[i])

    def shared(self, i: int) -> float:
        """Share of its long words that stand in the article's paragraphs; −1 without any."""
        if i not in self._shared:
            terms = self.terms[i]
            found = len(terms & self.common.keys())
            self._shared[i] = found / len(terms) if terms else -1.0
        return self._shared[i]

    def worded(self, i: int) -> float:
        """How it is worded: above zero as articles are, below as what stands around them."""
        if i not in self._worded:
            self._worded[i] = wording().of(self.blocks[i].words)
        return self._worded[i]

    @cached_property
    def alike(self) -> frozenset[int]:
        """The candidates in runs of like-shaped lines."""
        return frozenset(i for run in runs(self.blocks) for i in run)

    @cached_property
    def hits(self) -> list[int]:
        """How many kinds of residue have a phrase in each candidate."""
        return [len({kind for kind, _ in block.hits}) for block in self.blocks]

    @cached_property
    def headings(self) -> list[int]:
        """Numbers of the candidates that are headings."""
        return [i for i, block in enumerate(self.blocks) if block.is_heading]

    def heading_over(self, i: int) -> int:
        """The candidate of the heading at or above a candidate; −1 where there is none."""
        at = bisect_right(self.headings, i)
        return self.headings[at - 1] if at else -1

    def section_end(self, i: int) -> int:
        """The next heading below a candidate, or the number of candidates."""
        at = bisect_right(self.headings, i)
        return self.headings[at] if at < len(self.headings) else len(self)

    def prose_between(self, start: int, end: int) -> float:
        """Words of prose in candidates [start, end)."""
        return self.prose_before[end] - self.prose_before[start]

    def longest_after(self, i: int, reach: int = 24) -> float:
        """Words of the longest paragraph among the next candidates."""
        start, end = bisect_right(self.prose_at, i), bisect_right(self.prose_at, i + reach)
        return max(self.prose_sizes[start:end], default=0.0)
