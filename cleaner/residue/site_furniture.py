"""What a site puts on page after page, as its memory knows it.

Seen as: the same disclaimer, plea or promotion at the same place as on other pages of the site; its
lists of other articles; its price card with other numbers. Only where a memory of it is given.

Kept: an article that the site has twice; a refrain; the motto of a column; an agency's dateline;
headings and list items that recur ("Ingredients", "Salt and pepper"); background that is repeated.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.finding import Finding

LOOK = "orange barred"
IS_OF_SITE = True
IS_ALONE = True
STANDS_APART = True


def find(article: Article) -> Iterator[Finding]:
    """Blocks that the memory of the article's site knows."""
    yield from article.found_by_site("site-furniture")
