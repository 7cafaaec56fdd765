"""Cards in a row without a heading over them: runs of cards, and runs of links."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.signals.card_parts import (
    MAX_FURNITURE_WORDS,
    MAX_TITLE_WORDS,
    ends_in_time,
    goes_on,
    is_furniture,
    is_title,
)
from cleaner.signals.card_tally import MAX_EXCERPT_WORDS
from cleaner.signals.own_links import links_inside
from cleaner.text import words as t
from cleaner.text.patterns import is_cut_at_date

MAX_CARD_BLOCKS = 7
MIN_CUT = 3
"""Excerpts in a row that are cut off at a date."""


def runs(article: Article) -> Iterator[tuple[int, int]]:
    """Runs of two cards or more without a heading, after most of the prose: (start, end)."""
    begin = article.prose[(len(article.prose) - 1) // 2] + 1 if len(article.prose) > 1 else 0
    starts = [
        p
        for p in range(begin or len(article.blocks), len(article.blocks))
        if _opens_card(article, p)
    ]
    first = last = starts[0] if starts else 0
    for start in starts[1:]:
        if not _is_one_card(article, last, start):
            if last > first:
                yield first, _card_end(article, last)
            first = start
        last = start
    if last > first:
        yield first, _card_end(article, last)


def _is_one_card(article: Article, start: int, following: int) -> bool:
    if following - start > MAX_CARD_BLOCKS:
        return False
    blocks = article.blocks[start:following]
    excerpts = [b.size for b in blocks if b.is_prose]
    if not excerpts:
        return True
    return len(excerpts) == 1 and excerpts[0] <= MAX_EXCERPT_WORDS and is_furniture(blocks[-1])


def _card_end(article: Article, start: int) -> int:
    """After the furniture that ends a card: at most one excerpt stands before it."""
    end, excerpts = start + 1, 0
    for position in range(start + 1, min(start + MAX_CARD_BLOCKS, len(article.blocks))):
        block = article.blocks[position]
        if is_furniture(block):
            end = position + 1
        elif block.size > MAX_TITLE_WORDS or block.is_prose:
            excerpts += 1
            if excerpts > 1 or end > start + 1 or block.size > MAX_EXCERPT_WORDS:
                break
    return end


def _opens_card(article: Article, position: int) -> bool:
    """A title of another article, with a source's time or a share label within a card's length."""
    block, before = article.blocks[position], article.blocks[position - 1]
    if not is_title(block) or is_furniture(block) or block.is_prose or block.tag == "li":
        return False
    if block.key in (before.key, article.title_key):
        return False
    after = article.near(position + 1)
    if article.is_text and after is not None and goes_on(after):
        return False
    twice, marks = False, 0
    for other in article.blocks[position + 1 : position + MAX_CARD_BLOCKS]:
        twice = twice or other.key == block.key
        if is_furniture(other):
            marks += 1 + ends_in_time(other)
        elif marks or (is_title(other) and other.key != block.key and not other.is_cut):
            break
    return marks >= 2 or (twice and marks >= 1)


def cut_runs(article: Article) -> Iterator[list[Block]]:
    """Runs of excerpts, each cut off with a date behind the ellipsis: no sentence goes on so."""
    for is_cut, run in groupby(article, lambda block: is_cut_at_date(block.plain)):
        if is_cut and len(blocks := list(run)) >= MIN_CUT:
            yield blocks


def link_runs(article: Article) -> Iterator[tuple[int, int]]:
    """Runs of links to the same site after the last prose, which no sentence introduces.

    A single link counts where it is the very last block and reads like a title.
    """
    start = None
    blocks = article.blocks
    for position in range(article.last_prose + 1, len(blocks) + 1):
        linked = position < len(blocks) and blocks[position].link_share > 0.75
        if linked and start is None:
            start = position
        elif not linked and start is not None:
            if _is_list(article, start, position):
                yield start, position
            start = None


def _is_list(article: Article, start: int, end: int) -> bool:
    blocks = article.blocks[start:end]
    if start == 0 or article.blocks[start - 1].text.rstrip().endswith((":", "：")):
        return False
    if any(t.ends_sentence(b.text) and b.size > MAX_FURNITURE_WORDS / 2 for b in blocks):
        return False
    inside = sum(links_inside(article, b) for b in blocks)
    last = end == len(article.blocks) and all(is_title(b) and b.size > 4 for b in blocks)
    return inside > len(blocks) / 2 and (len(blocks) >= 3 or last)
