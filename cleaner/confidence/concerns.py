"""What speaks against an article, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from cleaner.confidence import measures
from cleaner.confidence.review import Column, Flags, Review
from cleaner.document.block import Block

FEW = 50
"""Words of an article that is hardly one."""
MOST = 0.5
"""Share of the words from which something is mostly so."""
MUCH = 0.2
"""Share of the words of which something is worth saying."""
APART = 0.3
"""Share of the words from which a disagreement of the votes is worth saying."""
SURELY = 0.9
"""Score from which a paragraph is the article's, and so is a second container that is kept."""
SOME, PART = 25, 0.05
"""Words, and share of the article's, from which a border is uncertain."""
RIVAL, TEXT = 0.5, 100
"""Score of a second container, and words in it, from which it may be an article."""


def concerns_of(review: Review) -> tuple[str, ...]:
    """What speaks against the article of a page, the gravest first; none where nothing does."""
    return (*_of_lines(review), *_of_text(review.blocks, review.doubtful))


def concerns_of_text(blocks: Sequence[Block], doubtful: int) -> tuple[str, ...]:
    """The same of scraped text and fragments, of which no line was judged."""
    return tuple(_of_text(blocks, doubtful)) if blocks else ()


def _of_lines(review: Review) -> Iterator[str]:
    yield from _of_rival(review)
    apart = _disagreement(review)
    if not review.voted.any():
        yield "trafilatura found no article"
    elif apart >= APART:
        yield f"the votes disagree about {apart:.0%} of the words"
    for name, at in (("beginning", _before(review)), ("end", _after(review))):
        words = _words(review.sizes, at & review.unsure)
        if words >= SOME and words >= PART * review.words:
            yield f"the {name} is uncertain: {words:,} words"
    if measures.unsure(review) >= MUCH:
        yield f"the classifier is unsure of {_words(review.sizes, review.unsure):,} words"


def _of_rival(review: Review) -> Iterator[str]:
    """Whether another article is kept or left out; sections of one article are surely kept."""
    rival = _rival(review)
    if (words := _words(review.sizes, rival)) < TEXT:
        return
    score = float((review.scores * review.sizes)[rival].sum()) / words
    is_kept = 2 * _words(review.kept, rival) >= words
    if score < SURELY if is_kept else score > MOST:
        fate = "kept" if is_kept else "left out"
        yield f"two articles on the page: {words:,} words of the other are {fate}"


def _rival(review: Review) -> Flags:
    """The long lines of the best container apart from the best, where that may be an article."""
    known = review.evidence
    first, end = known.rival_lines if known.rival >= RIVAL else (0, 0)
    inside = np.array([first <= line < end for line in known.lines], bool)
    return inside & (review.sizes >= measures.LONG)


def _disagreement(review: Review) -> float:
    """Share of the words that trafilatura took or that are kept, but not both."""
    both = float(review.kept[review.voted].sum())
    either = review.words + float(review.sizes[review.voted].sum()) - both
    return 1 - both / max(1.0, either)


def _before(review: Review) -> Flags:
    """The candidates before the first paragraph that surely is the article's."""
    sure = np.flatnonzero(review.is_prose & (review.scores > SURELY))
    return np.arange(len(review.scores)) < (sure[0] if len(sure) else 0)


def _after(review: Review) -> Flags:
    """The candidates after the last paragraph that surely is the article's."""
    sure = np.flatnonzero(review.is_prose & (review.scores > SURELY))
    return np.arange(len(review.scores)) > (sure[-1] if len(sure) else len(review.scores))


def _words(column: Column, at: Flags) -> int:
    return int(column[at].sum())


def _of_text(blocks: Sequence[Block], doubtful: int) -> Iterator[str]:
    words = sum(block.size for block in blocks)
    linked = sum(block.size * block.link_share for block in blocks)
    if words < FEW:
        yield f"few words: {words:.0f}"
    if not words:
        return
    if linked >= MOST * words:
        yield f"mostly links: {linked / words:.0%} of the words"
    if doubtful >= MUCH * words:
        yield f"{doubtful / words:.0%} of the words may be residue"
