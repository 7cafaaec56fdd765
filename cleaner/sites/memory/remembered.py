"""What the memory of a page's site says of it, among the memories that were given."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.document.article import Article
from cleaner.document.verdict import Remembered
from cleaner.reading.lines import Source
from cleaner.reading.page import Page
from cleaner.sites.memory.memory import SiteMemory


def memory_of(given: SiteMemory | Mapping[str, SiteMemory], page: Page) -> SiteMemory | None:
    """Of memories by host, the one of the page's address.

    A single memory was given for the page: it is used, unless the page is of another site, be it
    by its own word. Raises SiteMemoryError where the memory of a folder cannot be read.
    """
    if isinstance(given, Mapping):
        return given.get(page.site) if page.site else None
    return given if page.host in ("", given.host) else None


def remembered(memory: SiteMemory, article: Article, source: Source | None) -> Remembered:
    """What a memory knows of an article; source: the page's lines, None for text.

    A fault of ours, which must not cost the page, is named in the result.
    """
    try:
        return memory.recall(article, source)
    except Exception as error:
        return Remembered(fault=f"site memory: {type(error).__name__}: {error}")
