"""What a document says of its article in its header."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Header:
    """Facts about an article; unknown is empty. Dates are ISO 8601."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    """Name of the site."""
    host: str = ""
    date: str = ""
    url: str = ""
    language: str = ""
    """An ISO 639-1 code."""
    description: str = ""
