"""Links made absolute, where the page's address is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from cleaner.article import Block, Mark


def host_in(url: str) -> str:
    """The host of an address, without "www."; empty where there is none, or no sense in it.

    >>> host_in(" https://www.Example.com.:80/a "), host_in("/a"), host_in("http://[a")
    ('example.com', '', '')
    """
    try:
        return (urlsplit(url.strip()).hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return ""


def joined(base: str, link: str) -> str:
    """A link as seen from an address; as it is where it is empty or makes no sense.

    >>> joined("https://example.com/a/b", "../c"), joined("https://example.com", "http://[a")
    ('https://example.com/c', 'http://[a')
    """
    try:
        return urljoin(base, link.strip()) if link.strip() else link
    except ValueError:
        return link


def absolute(blocks: Iterable[Block], base: str) -> tuple[Block, ...]:
    """Blocks with their links as seen from an address; as they are where it is empty."""
    if not base:
        return tuple(blocks)
    return tuple(_absolute(block, base) for block in blocks)


def _absolute(block: Block, base: str) -> Block:
    if not any(mark.href for mark in block.marks):
        return block
    return replace(block, marks=tuple(_led(mark, base) for mark in block.marks))


def _led(mark: Mark, base: str) -> Mark:
    return replace(mark, href=joined(base, mark.href)) if mark.href else mark
