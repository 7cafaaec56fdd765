"""What came in, as text: the source that spans count in."""

from __future__ import annotations

import codecs
import hashlib

from cleaner.reading.page import Page

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, and the codecs that read them and leave them out."""


def encoding_of(page: Page) -> str | None:
    """The codec by which a page's bytes are its source; None where it came as text or as a tree."""
    data = page.original
    if not isinstance(data, bytes):
        return None
    return next((codec for mark, codec in _MARKED if data.startswith(mark)), page.charset)


def source_of(page: Page) -> str | None:
    """What spans count in: the bytes decoded, or the str that came in; None of a tree."""
    data = page.original
    if isinstance(data, bytes):
        return decoded(data, encoding_of(page))
    return data


def decoded(data: bytes, encoding: str | None) -> str:
    """Bytes as the source that spans count in. Raises LookupError for a codec there is not."""
    return data.decode(encoding or "utf-8", "replace")


def sha256_of(data: bytes | str) -> str:
    """Of bytes, or of the UTF-8 of a str."""
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()
