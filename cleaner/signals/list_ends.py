"""What a scrape has behind a list of other articles: a paragraph alone, a subheading of its own.

Nothing but their form tells such lines from the list's: no title has two sentences, a card ends
with its source or time, and a subheading is shorter than titles are.
"""

from __future__ import annotations

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.signals.card_parts import is_furniture, is_title
from cleaner.text import words as t

MIN_BARE, MAX_BARE = 2, 6
"""Titles with no excerpts behind which a single paragraph is none."""
MAY_BE = 0.15
"""Score of such a paragraph from which it may be the article's last."""
SUBHEADING = 0.7
"""Share of the words of the shortest title that a subheading has at most."""
MIN_TITLES = 2
"""Titles over a subheading."""


def is_last(article: Article, position: int, start: int, stop: int) -> bool:
    """Whether a scrape has a list that is over, and then one paragraph alone."""
    block, after = article.blocks[position], article.blocks[position + 1 : stop]
    alone = not any(other.is_prose and not _is_marked(other) for other in after)
    is_own = article.surely_holds(block, MAY_BE) and not _is_marked(block)
    return article.is_text and alone and is_own and _is_over(article, start, position)


def _is_marked(block: Block) -> bool:
    """Whether a line has words of residue."""
    return bool(block.hits or block.gapped)


def _is_over(article: Article, start: int, position: int) -> bool:
    """Whether a card ends before a position, and what stands there begins none.

    A card ends with its source or time, and of bare titles each is one; no title has two sentences.
    """
    titles, block = article.blocks[start:position], article.blocks[position]
    if position > start + 1 and is_furniture(titles[-1]):
        return is_title(titles[0]) and t.has_sentence(block.text)
    told = any(title.is_prose or is_furniture(title) for title in titles)
    return MIN_BARE <= len(titles) <= MAX_BARE and not told


def is_subheading(article: Article, start: int, position: int) -> bool:
    """Whether a line of a scrape right over the article is much shorter than the titles before."""
    titles, block = article.blocks[start:position], article.blocks[position]
    if not article.is_text or len(titles) < MIN_TITLES or is_furniture(block) or block.hits:
        return False
    least = min((title.size for title in titles if not is_furniture(title)), default=0)
    return block.size <= SUBHEADING * least and not t.ends_sentence(block.text)
