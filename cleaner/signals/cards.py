"""Cards: where a list of other articles ends, and what one looks like without a heading.

A card is a title, sometimes twice, then perhaps an excerpt, then furniture: "Share", a source,
a time. An excerpt may be longer than the article's own paragraphs, so prose alone does not end
a list; prose that goes on does.
"""

from __future__ import annotations

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.signals.resumption import resumption
from cleaner.text.lexicon import with_role


def is_stop(block: Block) -> bool:
    """Whether a heading begins another section of residue."""
    return not with_role("ends-list").isdisjoint(block.hits)


def section_end(article: Article, heading: int) -> int:
    """Position after the last block of the list under a heading.

    The end of the related items is where the text ends, where another section of residue
    begins, or where the article's prose resumes.
    """
    blocks = article.blocks
    stop = len(blocks)
    first = article.near(heading + 1)
    if first is not None and first.is_prose and not first.is_cut and first.link_share < 0.6:
        return heading + 1  # cards begin with a title
    for position in range(heading + 1, len(blocks)):
        if position > heading + 1 and _begins_another(article, heading, position):
            stop = position
            break
    return resumption(article, heading + 1, stop)


def _begins_another(article: Article, heading: int, position: int) -> bool:
    """A stop, or a heading of the same rank that is no card's title."""
    block, above = article.blocks[position], article.blocks[heading]
    if is_stop(block):
        return True
    same_rank = block.is_heading and above.is_heading and block.tag <= above.tag
    return (
        same_rank
        and block.link_share < 0.5
        and block.key != article.blocks[position - 1].key
        and (
            (after := article.near(position + 1)) is not None
            and after.is_prose
            and not after.is_cut
        )
    )
