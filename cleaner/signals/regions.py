"""Where in an article a block stands: before the body, in it, or after it.

Detectors of furniture (bylines, share bars, author notes) trust their words less where the
article's own prose surrounds them.
"""

from __future__ import annotations

from cleaner.document.article import Article

LAST_SHARE = 0.75
AFTER = 3
"""Lines right behind a paragraph, none of them one, from which a scrape may go on with lists."""


def in_head(article: Article, position: int) -> bool:
    """Before the second paragraph of prose."""
    return len(article.prose) < 2 or position <= article.prose[1]


def in_tail(article: Article, position: int) -> bool:
    """After the last paragraph of prose but one, or in the last quarter of the prose."""
    if len(article.prose) < 4:
        return not article.prose or position >= article.last_prose
    return (
        position >= article.prose[min(int(LAST_SHARE * len(article.prose)), len(article.prose) - 2)]
    )


def at_edge(article: Article, position: int) -> bool:
    """In the head or the tail."""
    return in_head(article, position) or in_tail(article, position)


def ends_paragraphs(article: Article, position: int) -> bool:
    """Whether a scrape goes on with lines right behind the paragraph at a position.

    Behind an article and the lists of others, scrapes have more paragraphs, of the site.
    """
    after = article.blocks[position + 1 : position + 1 + AFTER]
    return article.is_text and len(after) == AFTER and not any(block.is_prose for block in after)
