"""Addresses: their hosts, as seen from a page, and which of them are safe as links."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from urllib.parse import quote, urljoin, urlsplit

from cleaner.text.regex import regex

MAX_SUFFIX_LETTERS = 3
"""Of a last but one label that belongs to the suffix, as in co.uk and com.au."""
_SCHEMES = frozenset(["http", "https", "mailto", "tel", ""])
_DROPPED = regex(r"[\t\n\r]")
_AROUND = "".join(map(chr, range(0x21))) + "\x7f\x85\xa0\u2028\u2029\u3000\ufeff"
_PATH = regex(r"[/?#]")
_UNPRINTED = regex(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def host_in(url: str) -> str:
    """The host of an address, without "www."; empty where there is none, or no sense in it.

    >>> host_in(" https://www.Example.com.:80/a "), host_in("/a"), host_in("http://[a")
    ('example.com', '', '')
    """
    if "//" not in url and url.isprintable():
        return ""  # what cannot be printed may be dropped from between the two
    try:
        return (urlsplit(url.strip()).hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return ""


def domain_of(host: str) -> str:
    """The registered domain of a host, roughly: three labels where the last but one is short.

    >>> domain_of("news.example.com"), domain_of("www.bbc.co.uk"), domain_of("t.co")
    ('example.com', 'bbc.co.uk', 't.co')
    """
    labels = host.split(".")
    is_long = len(labels) > 2 and len(labels[-2]) <= MAX_SUFFIX_LETTERS
    return ".".join(labels[-3 if is_long else -2 :])


def joined(base: str, link: str) -> str:
    """A link as seen from an address; as it is where it is empty or makes no sense.

    >>> joined("https://example.com/a/b", "../c"), joined("https://example.com", "http://[a")
    ('https://example.com/c', 'http://[a')
    """
    try:
        return urljoin(base, link.strip()) if link.strip() else link
    except ValueError:
        return link


def safe_link(href: str) -> str:
    """An address as a browser reads it, if its scheme is http, https, mailto, tel or none.

    Empty for any other, and where another comes about if entities in it are decoded once more.

    >>> safe_link(" /a?b=1 "), safe_link("java\\nscript:x"), safe_link("javascript&colon;x")
    ('/a?b=1', '', '')
    """
    link = _read(href)
    if not link or _scheme(link) not in _SCHEMES:
        return ""
    if "&" in link and _scheme(_read(unescape(link))) not in _SCHEMES:
        return ""
    return _UNPRINTED.sub(_encoded, link)


def _read(href: str) -> str:
    return _DROPPED.sub("", href).strip(_AROUND)


def _scheme(link: str) -> str:
    """What stands before a colon, which a path, a query or a fragment may hold too."""
    before, colon, _ = link.partition(":")
    return before.lower() if colon and not _PATH.search(before) else ""


def _encoded(sign: re.Match[str]) -> str:
    return quote("\ufffd" if unicodedata.category(sign[0]) == "Cs" else sign[0])
