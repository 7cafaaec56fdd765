"""Lines with residue all around them, in a small box of the page or among lines of a scrape.

Seen as: what is left of a price list, a poll, a share bar or a box of reading aids when the lines
that say what it is are gone; the heading of a box that has lost all the rest.

Kept: sentences, other headings, items and rows; what the classifier is sure of; what stands beside
a paragraph, over the first one, or in the middle of a sentence that a scrape took apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, takewhile

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely
from cleaner.signals.boxes import Boxes
from cleaner.signals.closing import closing_sentences
from cleaner.signals.offers import offered
from cleaner.signals.pagers import counts_a_picture
from cleaner.signals.summaries import left_over_summaries

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
APPEALS = frozenset({"consent", "mailing", "poll", "subscribe"})
"""Kinds that say what a box is for, so that its heading goes with them."""
TELLING = APPEALS | {"disclaimer", "duplicate-lead", "price-widget", "reading-aid"}
"""Kinds of which a box may hold no more than one beside its heading."""
MIN_GONE = 0.25
"""The share of a box's words that has gone, from which the rest of it goes."""
HEADED = 12
"""Words that have gone from under a heading: fewer are the links that share its section."""
HEADING_SCORE = 0.5
"""Of the classifier, from which a heading stays."""
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
    closing = closing_sentences(article)
    for block in article:
        may_be = _may_be(article, block) and block.index not in closing
        if may_be and is_enclosed(block):
            yield likely(block, "a line with residue all around it")
    for block in offered(article):
        yield likely(block, "listed under an offer to subscribe")
    for block in () if article.is_text else left_over_summaries(article):
        yield likely(block, "a heading over a summary of the article")


def _may_be(article: Article, block: Block) -> bool:
    """Whether a block is a line that something around it may tell; of headings, a doubtful one."""
    if block.is_heading:
        return not article.is_text and not article.surely_holds(block, HEADING_SCORE)
    return block.tag == "p" and not block.is_prose and not article.surely_holds(block)


def _in_boxes(article: Article) -> Callable[[Block], bool]:
    """Whether a line stands in a box from which much has gone that says what it was."""
    gone = article.gone.values()
    lines = sorted(f.block.line for f in gone if f.kind not in OF_ARTICLES)
    if article.lines is None or not lines:
        return lambda block: False
    boxes = Boxes(article, article.lines.boxes)
    telling_kinds = sorted(f.block.line for f in gone if f.kind in TELLING)

    def is_enclosed(block: Block) -> bool:
        box = boxes.largest(block.line) if block.line >= 0 else None
        telling = telling_kinds if block.is_heading else lines
        if box is None or bisect_left(telling, box[0]) == bisect_left(telling, box[1]):
            return False
        gone, staying = boxes.gone(box), boxes.staying(box)
        if block.is_heading:
            return staying <= block.size and gone >= max(HEADED, staying)
        return gone >= MIN_GONE * (gone + staying)

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
