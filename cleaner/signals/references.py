"""Lists of what an article draws on: items of a name, a title that may be a link, and a year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.signals.card_parts import ends_in_time
from cleaner.text.regex import regex

MIN_ITEMS, MIN_WORDS = 2, 5
MOST_LINKED = 0.75
"""Share of an item that is a link, from which it is the title of another article."""
_YEAR = regex(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def references(article: Article) -> Iterator[range]:
    """Where two or more such items stand in a row, with the heading over them."""
    at = 0
    for is_one, items in groupby(article.blocks, key=_is_reference):
        count = sum(1 for _ in items)
        if is_one and count >= MIN_ITEMS:
            before = article.near(at - 1)
            yield range(at - (before is not None and before.is_heading), at + count)
        at += count


def _is_reference(block: Block) -> bool:
    is_item = block.tag == "li" and block.size >= MIN_WORDS and block.link_share < MOST_LINKED
    return is_item and bool(_YEAR.search(block.text)) and not ends_in_time(block)
