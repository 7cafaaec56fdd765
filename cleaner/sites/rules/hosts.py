"""Hosts as rules name them: checked, in one spelling, and the hosts above one."""

from __future__ import annotations

import re
from collections.abc import Iterator

ANY = "*"
"""The host of rules for every page, known or not."""
_HOST = re.compile(
    r"(?=.{1,253}\Z)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\Z"
)


def ascii_host(host: str) -> str:
    """A host in lower case, as DNS spells it, without `www.`.

    >>> ascii_host("www.Müller.example")
    'xn--mller-kva.example'
    """
    host = host.strip().lower().rstrip(".").removeprefix("www.")
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return host


def suffixes(host: str) -> Iterator[str]:
    """A host and those above it, the most specific first.

    >>> list(suffixes("news.example.com"))
    ['news.example.com', 'example.com', 'com']
    """
    while host:
        yield host
        host = host.partition(".")[2]


def problem_of(host: str) -> str:
    """What is wrong with a host as it was written; empty where nothing is.

    >>> problem_of("example.com"), problem_of("*")
    ('', '')
    >>> problem_of("https://example.com/news")
    'host “https://example.com/news”: name the host alone, as example.com'
    """
    if host == ANY or _HOST.match(ascii_host(host)):
        return ""
    bare = re.sub(r"^[a-z][a-z0-9+.-]*://|[/:?#].*$|\*\.|^\.", "", host.strip().lower())
    if not _HOST.match(ascii_host(bare)):
        return f"host “{host}”: no name of a host; write example.com, or * for every page"
    if host.startswith(("*.", ".")):
        return f"host “{host}”: write {bare}, which is for its subdomains, too"
    return f"host “{host}”: name the host alone, as {bare}"
