"""Lists of what a subscription brings, right under an offer that has gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.text.patterns import has_digit
from cleaner.text.words import ends_sentence

MIN_ITEMS, MAX_ITEMS, ITEM_WORDS, PRICE_WORDS = 2, 6, 10, 14
_BULLETS = ("- ", "– ", "• ", "* ", "· ", "✓ ", "✔ ")
SAID = 2
"""Lines of an offer over a list, where neither is a heading and none comes behind it."""
OWN_TERMS = 0.5
"""The share of an item's long words that the article's paragraphs say, too, from which it stays."""


def offered(article: Article) -> Iterator[Block]:
    """The items of such lists, and the line that says what the offer costs."""
    gone = {at for at, f in article.gone.items() if f.kind == "subscribe"}
    for position, block in enumerate(article.blocks):
        if block.index - 1 in gone and _is_listed(block):
            items = [*takewhile(_is_item, _following(article, position))]
            if _is_offer(article, position, items):
                yield from items
                yield from _price(article, position + len(items))


def _following(article: Article, position: int) -> Sequence[Block]:
    """The lines of a list from a position on, up to one that has gone."""
    first = article.blocks[position]
    near = article.blocks[position : position + MAX_ITEMS + 1]
    return [b for n, b in enumerate(near) if b.index == first.index + n]


def _is_item(block: Block) -> bool:
    return _is_listed(block) and block.size <= ITEM_WORDS and not block.marks


def _is_listed(block: Block) -> bool:
    return block.tag == "li" or (block.tag == "p" and block.text.startswith(_BULLETS))


def _is_offer(article: Article, position: int, items: Sequence[Block]) -> bool:
    """Whether a list is an offer's: a paragraph of the article ends before, and none is told."""
    after = article.near(position + len(items))
    if not MIN_ITEMS <= len(items) <= MAX_ITEMS or (after is not None and _is_listed(after)):
        return False
    above = [*_above(article, items[0].index)]
    told = above[0].block.is_heading or above[-1].block.is_heading or len(above) >= SAID
    told = told or _kind(article, items[-1].index + 1) == "subscribe"
    parted = _is_parted(article.near(position - 1), items[0])
    return told and parted and not any(_is_own(article, item) for item in items)


def _is_parted(before: Block | None, item: Block) -> bool:
    """Whether what stays before an offer neither heads nor announces a list, nor begins it."""
    if before is None:
        return True
    if _is_listed(before) and before.layout.group == item.layout.group:
        return False
    return not before.is_heading and ends_sentence(before.text)


def _above(article: Article, index: int) -> Iterator[Finding]:
    """What took the appeals right before a line, the nearest first."""
    for at in range(index - 1, -1, -1):
        found = article.gone.get(at)
        if found is None or found.kind != "subscribe":
            return
        yield found


def _kind(article: Article, index: int) -> str:
    found = article.gone.get(index)
    return found.kind if found is not None else ""


def _is_own(article: Article, item: Block) -> bool:
    """Whether an item is a sentence, or speaks of what the article does."""
    terms = item.terms
    return ends_sentence(item.text) or len(terms & article.terms) > OWN_TERMS * len(terms)


def _price(article: Article, position: int) -> Iterator[Block]:
    """The line right under such a list, where it has a number and is no paragraph."""
    block = article.near(position)
    if block is None or block.tag != "p" or block.is_prose or block.size > PRICE_WORDS:
        return
    if has_digit(block.text) and block.index - 1 == article.blocks[position - 1].index:
        yield block
