"""Where in an article a block stands: before the body, in it, or after it.

Detectors of furniture (bylines, share bars, author notes) trust their words less where the
article's own prose surrounds them.
"""

from __future__ import annotations

from cleaner.document.article import Article

LAST_SHARE = 0.75


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
