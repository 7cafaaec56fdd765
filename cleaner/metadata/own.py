"""What is known of a page's own article: its titles and its addresses."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from cleaner.text import words as t
from cleaner.text.likeness import likeness_of
from cleaner.text.urls import joined

ALIKE = 70
"""Likeness of a headline to a title that makes it the article's."""


class Own:
    """Tells what a page says of its own article from what it says of others."""

    def __init__(self, titles: Iterable[str], addresses: Iterable[str], base: str) -> None:
        """Take the titles, the addresses, and the address that links are seen from."""
        self.base = base
        self.titles = [title for title in dict.fromkeys(titles) if title]
        self._keys = [t.match_key(title) for title in self.titles]
        self._words = [t.words(title) for title in self.titles]
        self.addresses = frozenset(filter(None, map(self.address, addresses)))

    def has_title(self, said: str) -> bool:
        """Whether a headline is one of the titles, or nearly so."""
        said = t.unescaped(said)
        key, words = t.match_key(said), t.words(said)
        if len(words) < 2:
            return key in self._keys
        return any(key in title for title in self._keys) or any(
            likeness_of(words, title, ALIKE) > 0 for title in self._words
        )

    def address(self, link: str) -> str:
        """An address without what two of one page differ in; empty where it is of no page."""
        try:
            parts = urlsplit(joined(self.base, link.strip()))
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            return ""
        path = parts.path.rstrip("/")
        if not host or not (path or parts.query):
            return ""
        return f"{host}{path or '?' + parts.query}".lower()
