"""The title, which stands apart from the body, and every further copy of it.

Seen as: the heading over the article; the title again as breadcrumb tail, sticky header, caption
or above "appeared first on".

Kept: a subheading or a sentence that shares words with the title but says something else.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely
from cleaner.text.likeness import likeness_of
from cleaner.text.regex import regex
from cleaner.text.words import words

LOOK = "sky rising"
STANDS_APART = True

CLOSE = 90
_CRUMB = regex(r"[›»>/→＞｜|]")


def find(article: Article) -> Iterator[Finding]:
    """Blocks that are the title, or the title with the site's name or nearly its words."""
    if len(article.title_key) < 4:
        return
    title = words(article.title)
    for position, block in enumerate(article):
        if block.key == article.title_key:
            yield certain(block, "the title, which stands apart")
        elif position <= article.first_prose and _is_copy(article, block, title):
            yield likely(block, "the title in nearly the same words")


def _is_copy(article: Article, block: Block, title: list[str]) -> bool:
    if not block.is_short or block.is_prose or block.tag in ("li", "tr"):
        return False
    long_enough = len(article.title_key) >= 12
    with_site = long_enough and block.key.startswith(article.title_key)
    with_site = with_site and len(block.key) - len(article.title_key) < 30
    if long_enough and block.key.endswith(article.title_key) and _CRUMB.search(block.text):
        return True
    return with_site or (long_enough and likeness_of(block.words, title, CLOSE) >= CLOSE)
