"""learn(): from pages of a site to its memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cleaner.options import Options
from cleaner.pipeline import clean
from cleaner.result import Cleaned
from cleaner.sites.memory.fingerprint import fingerprint_of
from cleaner.sites.memory.memory import SiteMemory, SiteMemoryError

__all__ = ["learn"]

Source = bytes | str


def learn(
    pages: Iterable[Source | tuple[Source, str | None]],
    *,
    host: str | None = None,
    options: Options | None = None,
) -> SiteMemory:
    """Learn a site from its pages; from the third different article on there is furniture.

    pages: HTML or text, alone or with the URL. host: of the site; without it the first page that
    names one tells. options: how to clean; a memory in them is not used. Pages without an article
    are passed over. Raises SiteMemoryError where no host is known or a page is of another one.
    """
    results = [_cleaned(page, options) for page in pages]
    known = host or next(filter(None, map(_named, results)), "")
    if not known:
        raise SiteMemoryError("no page tells its host: give URLs, or the host")
    known = known.lower().removeprefix("www.")
    for number, result in enumerate(results, 1):
        if (other := _named(result)) and other != known:
            raise SiteMemoryError(f"page {number} is of {other}, not of {known}")
    articles = (result for result in results if result.outcome.is_article)
    return SiteMemory(known).with_pages(fingerprint_of(result, known) for result in articles)


def _cleaned(page: Source | tuple[Source, str | None], options: Options | None) -> Cleaned:
    source, url = page if isinstance(page, tuple) else (page, None)
    options = replace(options or Options(), site_memory=None)
    return clean(source, url=url, options=options)


def _named(cleaned: Cleaned) -> str:
    """The host of a page by its address or its own word: all pages were given as of one site."""
    return cleaned._page.host if cleaned._page else ""


def site_of_cleaned(cleaned: Cleaned) -> str:
    """The host whose memory a page may teach; empty where it is not known."""
    return cleaned._page.site if cleaned._page else ""
