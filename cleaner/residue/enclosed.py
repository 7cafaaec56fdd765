"""Lines with residue all around them, in a small box of the page or among lines of a scrape.

Seen as: what is left of a price list, a poll, a share bar or a box of reading aids when the lines
that say what it is are gone.

Kept: sentences, headings, items and rows; what the classifier is sure of; what stands beside a
paragraph, over the first one, or in the middle of a sentence that a scrape took apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, takewhile

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely
from cleaner.signals.boxes import Boxes
from cleaner.signals.pagers import counts_a_picture

LOOK = "grey falling"
IS_UNNAMED = True
IS_LAST = True

OF_ARTICLES = frozenset(
    {
        "byline",
        "caption",
        "duplicate-lead",
        "leftover",
        "navigation",
        "repeated-title",
        "site-furniture",
        "site-rule",
        "timestamp",
    }
)
"""Kinds that say nothing of the box they stood in: the head of an article holds them, too."""
MIN_GONE = 0.25
"""The share of a box's words that has gone, from which the rest of it goes."""
HEADLINE_WORDS = 4
"""From which a line over the first paragraph may be the headline."""
CAPTION_WORDS = 4
"""From which a line between the labels of pictures says what one shows."""
RUN = 4
"""Lines that have gone around a line within the article, from which it is no heading."""
_GOES_ON = frozenset(",.;:)")


def find(article: Article) -> Iterator[Finding]:
    """Lines in boxes from which much has gone; lines of a scrape between two that have gone."""
    if not article.gone or not article.prose:
        return
    is_enclosed = _among_lines(article) if article.is_text else _in_boxes(article)
    for block in article:
        is_line = block.tag == "p" and not block.is_prose
        if is_line and not article.surely_holds(block) and is_enclosed(block):
            yield likely(block, "a line with residue all around it")


def _in_boxes(article: Article) -> Callable[[Block], bool]:
    """Whether a line stands in a box from which much has gone that says what it was."""
    speaking = [f.block for f in article.gone.values() if f.kind not in OF_ARTICLES]
    if article.lines is None or not speaking:
        return lambda block: False
    boxes, lines = Boxes(article, article.lines.boxes), sorted(block.line for block in speaking)

    def is_enclosed(block: Block) -> bool:
        box = boxes.largest(block.line) if block.line >= 0 else None
        if box is None or bisect_left(lines, box[0]) == bisect_left(lines, box[1]):
            return False
        return boxes.gone(box) >= MIN_GONE * (boxes.gone(box) + boxes.staying(box))

    return is_enclosed


def _among_lines(article: Article) -> Callable[[Block], bool]:
    """Whether a line stands between two that have gone, and is no part of what stays."""
    gone = article.gone
    first, last = (article.blocks[at].index for at in (article.first_prose, article.last_prose))

    def is_enclosed(block: Block) -> bool:
        before, after = gone.get(block.index - 1), gone.get(block.index + 1)
        if before is None or after is None or _is_caption(block, before, after):
            return False
        if block.index < first:
            return block.size < HEADLINE_WORDS and not _goes_on(block, after.block)
        is_amid = block.index < last and _gone_around(block, gone) < RUN
        return not is_amid and not _goes_on(block, after.block)

    return is_enclosed


def _is_caption(block: Block, before: Finding, after: Finding) -> bool:
    """Whether a line is what a picture shows, between labels, credits and counts of pictures."""
    around = (f.kind == "caption" or counts_a_picture(f.block) for f in (before, after))
    return block.size >= CAPTION_WORDS and all(around)


def _goes_on(block: Block, after: Block) -> bool:
    """Whether a line is part of a sentence that the scrape took apart."""
    return block.text[0].islower() or after.text[0].islower() or after.text[0] in _GOES_ON


def _gone_around(block: Block, gone: Mapping[int, Finding]) -> int:
    """How many lines have gone right before and right after a block, up to RUN on each side."""
    before = takewhile(gone.__contains__, range(block.index - 1, block.index - 1 - RUN, -1))
    after = takewhile(gone.__contains__, range(block.index + 1, block.index + 1 + RUN))
    return sum(1 for _ in chain(before, after))
