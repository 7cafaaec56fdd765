"""Wrong use of `clean`, told in words: sources of another type, addresses instead of pages."""

from __future__ import annotations

import re

from cleaner.options import Options

_ADDRESS = re.compile(r"(?:https?|ftp|file)://\S+|www\.\S+\.\S+", re.I)
_FILE = re.compile(r"[^\s<>]+\.x?html?", re.I)
LONGEST = 4096
"""Characters of a text that may be only an address, or the name of a file."""


def content_of(source: object) -> bytes | str:
    """A source as bytes or str. Raises TypeError, naming what is expected."""
    if isinstance(source, (bytes, str)):
        return source
    if isinstance(source, (bytearray, memoryview)):
        return bytes(source)
    hint = "; give what is in the file, as its read_bytes() does" * hasattr(source, "read_bytes")
    hint = hint or "; give what its read() gives" * hasattr(source, "read")
    raise TypeError(f"clean() takes a page as bytes or str, not {_named(source)}{hint}")


def options_of(url: object, options: object) -> Options:
    """The options, or the usual ones. Raises TypeError for what is none, or no address."""
    if isinstance(url, Options):
        raise TypeError("clean() takes the page's address as url, not Options: write options=…")
    if url is not None and not isinstance(url, str):
        raise TypeError(f"clean() takes the page's address as str or None, not {_named(url)}")
    if options is None:
        return Options()
    if not isinstance(options, Options):
        hint = ": write Options(**options)" * isinstance(options, dict)
        raise TypeError(f"clean() takes options as Options or None, not {_named(options)}{hint}")
    return options


def only_named(text: str) -> tuple[str, str] | None:
    """Why there is no article in a text that only names a page: an address, a file.

    >>> only_named("https://example.com/story")[0], only_named("page.html")[0]
    ('only-an-address', 'only-a-file-name')
    >>> only_named("The address is https://example.com/story")
    """
    if len(text) > LONGEST:
        return None
    text = text.strip()
    if _ADDRESS.fullmatch(text):
        return "only-an-address", (
            "it is an address, and nothing is fetched: give the page itself, and its address as url"
        )
    if _FILE.fullmatch(text):
        return "only-a-file-name", (
            "it is the name of a file, and no file is opened: give what is in it, as bytes or str"
        )
    return None


def _named(value: object) -> str:
    return type(value).__name__
