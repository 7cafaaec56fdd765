"""What the memory of a page's site says of it, among the memories that were given."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.article import Article, Remembered
from cleaner.site_memory.memory import SiteMemory
from cleaner.source import Source


def memory_of(given: SiteMemory | Mapping[str, SiteMemory], host: str) -> SiteMemory | None:
    """The memory of a host; a single memory is taken for that of a page without a host.

    Raises SiteMemoryError where the memory of a folder cannot be read.
    """
    if isinstance(given, Mapping):
        return given.get(host)
    return given if host in ("", given.host) else None


def remembered(memory: SiteMemory, article: Article, source: Source | None) -> Remembered:
    """What a memory knows of an article; source: the page's lines, None for text.

    A fault of ours, which must not cost the page, is named in the result.
    """
    try:
        return memory.recall(article, source)
    except Exception as error:
        return Remembered(fault=f"site memory: {type(error).__name__}: {error}")
