"""Short sentences of a scrape behind a box after the last paragraph: they may end the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from cleaner.document.article import NOTICES, Article
from cleaner.document.block import Block
from cleaner.signals.card_parts import is_said
from cleaner.signals.own_lines import own_lines

NEAR = 12
"""Lines of the scrape after the last paragraph among which such a sentence stands."""
FEW = 2
"""Runs of sentences there: of more some are excerpts of cards, or comments."""


def closing_sentences(article: Article) -> frozenset[int]:
    """Indices of such sentences; none of a page, whose boxes tell where they stand."""
    paragraphs = (
        at for at in reversed(article.prose) if NOTICES.isdisjoint(article.blocks[at].hits)
    )
    last = next(paragraphs, -1) if article.is_text else -1
    if last < 0:
        return frozenset()
    until = article.blocks[last].index + NEAR
    near = [b for b in article.blocks[last + 1 : last + 1 + NEAR] if b.index <= until]
    copies = Counter(block.key for block in article)
    said = [b.index for b in near if b.size > 1 and copies[b.key] == 1 and is_said(b)]
    runs = bool(said) + sum(other > one + 1 for one, other in pairwise(said))
    return frozenset(said) if runs <= FEW else frozenset()


def not_own(article: Article, blocks: Sequence[Block]) -> list[Block]:
    """Some lines less such sentences, and less what a page shows to be the article's own."""
    own = closing_sentences(article) | own_lines(article)
    return [block for block in blocks if block.index not in own]
