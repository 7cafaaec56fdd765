"""What the memory of a page's site says of it, among the memories that were given."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.article import Article, Remembered
from cleaner.site_memory.memory import SiteMemory
from cleaner.source import Source


def remembered(
    given: SiteMemory | Mapping[str, SiteMemory], article: Article, source: Source | None
) -> Remembered:
    """What is known of the article's host; a single memory is taken for a page without a host.

    source: the page's lines; None for text. A fault of ours is named in the result. Raises
    SiteMemoryError where the memory itself cannot be read.
    """
    if isinstance(given, Mapping):
        memory = given.get(article.host)
    else:
        memory = given if article.host in ("", given.host) else None
    try:
        return Remembered() if memory is None else memory.recall(article, source)
    except Exception as error:
        return Remembered(fault=f"site memory: {type(error).__name__}: {error}")
