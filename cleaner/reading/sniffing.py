"""What an input is, by its first look: page, fragment, text, or nothing that can be cleaned."""

from __future__ import annotations

import json
import re
from typing import Literal

from cleaner.reading.encoding import decode
from cleaner.text.regex import regex

SourceKind = Literal["page", "fragment", "text"]
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF media file"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"\x7fELF", "a program"),
)
_PAGE = regex(r"<(?:!doctype\s+html|html|head|body|frameset)\b", re.I)
_CHROME = regex(r"<(?:nav|header|footer|aside|script|form|main|title|meta|link)\b", re.I)
_MARKUP = regex(
    r"<(?:p|div|br|h[1-6]|article|section|span|a|ul|ol|li|table|td|tr|strong|em|b|i|blockquote|"
    r"img|figure|center|font|pre)(?:\s[^<>]*)?/?>",
    re.I,
)
_FEED = regex(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.S
)
_BINARY_SHARE = 0.1
_ADDRESS = regex(r"(?:https?|ftp|file)://\S+|www\.\S+\.\S+", re.I)
_FILE = regex(r"[^\s<>]+\.x?html?", re.I)
LONGEST = 4096
"""Characters of a text that may be only an address, or the name of a file."""


def binary(data: bytes) -> str | None:
    """What bytes are that are no text, by their first ones; None where they may be text."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    head = data[:4096]
    control = sum(head.count(i) for i in range(32) if i not in (9, 10, 12, 13, 27))
    return "binary data" if control > _BINARY_SHARE * len(head) else None


def _is_json(text: str) -> bool:
    start = text.lstrip()[:1]
    if start not in ("{", "[") or text.rstrip()[-1:] not in ("}", "]"):
        return False
    try:
        json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True


def kind_of(text: str) -> SourceKind:
    """Tell a whole page from a fragment of HTML from text that was scraped already.

    >>> kind_of("<p>One</p><p>Two</p>"), kind_of("Use the <p> tag.")
    ('fragment', 'text')
    """
    if _PAGE.search(text):
        return "page"
    tags = len(_MARKUP.findall(text))
    if tags and (text.lstrip().startswith("<") or (tags > 1 and "</" in text) or "<br" in text):
        return "page" if _CHROME.search(text) else "fragment"
    return "text"


def problem_of(data: bytes | str, text: str, max_bytes: int) -> tuple[str, str] | None:
    """Why an input cannot be used, as the reason of `no-article` and a sentence; None if it can."""
    if len(data) > max_bytes:
        return "too-large", f"{len(data):,} bytes, more than max_bytes={max_bytes:,}"
    if isinstance(data, bytes) and (name := binary(data)):
        return "not-html", f"it is {name}"
    if not text.strip().strip("\ufeff\u200b\x00 \t\r\n\u00a0"):
        return "empty", "there is nothing in it"
    if _is_json(text):
        return "not-html", "it is JSON"
    if match := _FEED.match(text):
        return "not-html", f"it is XML, a <{match[1]}>"
    return None


def binary_bytes(data: bytes) -> str | None:
    """What bytes are that are no text, as "a PDF"; None for text in any charset."""
    name = binary(data)
    text, _ = decode(data[:4000]) if name == "binary data" else ("", "")
    return None if _MARKUP.search(text) or _PAGE.search(text) else name


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
