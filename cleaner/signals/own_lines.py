"""Lines of a page that are the article's by where they stand, whatever they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.signals.own_lists import is_amid

OWN = 0.97
"""Score from which a line is no other article's: its place in the page tells as much."""


def own_lines(article: Article) -> frozenset[int]:
    """Indices of such lines and items that are no links; none where nothing is known of places.

    Paragraphs tell nothing: excerpts of other articles read like them.
    """
    if article.evidence is None:
        return frozenset() if article.is_text else frozenset(_amid(article.blocks))
    scored = zip(article.evidence.blocks, article.evidence.scores, strict=True)
    sure = {index for index, score in scored if score > OWN}
    lines = (b for b in article if b.tag == "li" or not b.is_prose)
    return frozenset(b.index for b in lines if b.index in sure and not b.link_share)


def _amid(blocks: Sequence[Block]) -> Iterator[int]:
    """Indices of items of lists amid sentences: what a fragment tells."""
    runs = [list(r) for _, r in groupby(blocks, lambda b: b.layout.group if b.tag == "li" else 0)]
    for before, items, after in zip(runs, runs[1:], [*runs[2:], []], strict=False):
        if items[0].tag == "li" and is_amid(items, before[-1], after[0] if after else None):
            yield from (block.index for block in items)
