"""What a page says of itself: author, date, site, description, language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import html as lxml_html
from trafilatura import extract_metadata as _metadata

from cleaner.document.finding import Finding
from cleaner.extraction.publisher import publisher_of
from cleaner.reading.line import Element
from cleaner.reading.page import parse


@dataclass(frozen=True)
class Metadata:
    """What the page says of its article. Dates are ISO 8601; unknown is None."""

    author: str | None = None
    date: str | None = None
    site_name: str | None = None
    description: str | None = None
    canonical_url: str | None = None
    original_publisher: str | None = None
    """Who published it first, where the page names them."""


def metadata_of(page: str | None, url: str | None, findings: Iterable[Finding]) -> Metadata:
    """Read a page's metadata: trafilatura's, and the publisher that an attribution names.

    What trafilatura fails at is unknown: it reads dates and JSON of anybody's. Never raises.
    """
    publisher = publisher_of(findings)
    try:
        document = _metadata(_tree(page), url) if page is not None else None
    except Exception:
        document = None
    if document is None:
        return Metadata(original_publisher=publisher)
    return Metadata(
        document.author,
        document.date,
        document.sitename,
        document.description,
        document.url,
        publisher,
    )


def _tree(page: str) -> Element:
    """A tree of the elements that trafilatura asks for."""
    return parse(page, lxml_html.HTMLParser)
