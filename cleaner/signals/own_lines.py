"""Lines of a page that are the article's by where they stand, whatever they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.verdict import PROBABLY
from cleaner.signals.own_lists import COLONS, is_amid

INTRODUCES, MIN_ITEMS, MAX_ITEMS = 8, 2, 12
"""Words of a sentence that introduces a list of a scrape, and lines of one with no marks."""
OWN = 0.97
"""Score from which a line is no other article's: its place in the page tells as much."""


def own_lines(article: Article) -> frozenset[int]:
    """Indices of such lines and items that are no links; of a scrape of lines that are introduced.

    Paragraphs tell nothing: excerpts of other articles read like them.
    """
    if article.evidence is None:
        return frozenset(_introduced(article) if article.is_text else _amid(article.blocks))
    scored = zip(article.evidence.blocks, article.evidence.scores, strict=True)
    sure = {index for index, score in scored if score > OWN}
    lines = (b for b in article if b.tag == "li" or not b.is_prose)
    return frozenset(b.index for b in lines if b.index in sure and not b.link_share)


def _introduced(article: Article) -> Iterator[int]:
    """Indices of the lines of a scrape that a sentence of the article introduces with a colon.

    Paragraphs go on behind them, or they are marked as items; a box of the site is introduced by
    what boxes say, or by a few words.
    """
    blocks = article.blocks
    for position, block in enumerate(blocks):
        told = block.text.endswith(COLONS) and block.size >= INTRODUCES and not block.hits
        if told and _holds_one(article, blocks[max(0, position - 1) : position + 1]):
            after = blocks[position + 1 : position + 2 + MAX_ITEMS]
            items = list(takewhile(_is_item, after))
            marked = list(takewhile(lambda b: b.tag == "li", items))
            rest = after[len(items) : len(items) + 1]
            goes_on = len(items) >= MIN_ITEMS and _holds_one(article, rest)
            yield from (b.index for b in marked or (items if goes_on else ()))


def _holds_one(article: Article, blocks: Sequence[Block]) -> bool:
    return any(article.surely_holds(block, PROBABLY) for block in blocks)


def _is_item(block: Block) -> bool:
    """Whether a line has words, and is no paragraph."""
    return block.is_short and not block.is_prose and any(map(str.isalpha, block.text))


def _amid(blocks: Sequence[Block]) -> Iterator[int]:
    """Indices of items of lists amid sentences: what a fragment tells."""
    runs = [list(r) for _, r in groupby(blocks, lambda b: b.layout.group if b.tag == "li" else 0)]
    for before, items, after in zip(runs, runs[1:], [*runs[2:], []], strict=False):
        if items[0].tag == "li" and is_amid(items, before[-1], after[0] if after else None):
            yield from (block.index for block in items)
