"""Bytes → str: byte order mark, what was declared, strict UTF-8, then a detector.

resiliparse's detector got 42 of 42 undeclared legacy pages right where trafilatura's own got
16 (`../shared/design.md`). Encoding labels are read as browsers read them (WHATWG).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from cleaner.text.regex import regex

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = regex(
    rb"""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.I
)
_CHARSET = regex(r"(?:iso(?:8859|2022)|cp\d|koi8|mac|utf-(?:8|16|32)|gb|big5|shift|euc|tis|hz)")
META_WITHIN = 8192
SAMPLE = 200_000
_DAMAGE = 0.002
"""Share of unreadable characters up to which a declared charset is believed all the same."""


def known_charset(label: str) -> str | None:
    """Python's name of a charset, as browsers read the label; None for what is no charset.

    >>> known_charset("latin1"), known_charset("utf-9"), known_charset("rot13")
    ('cp1252', None, None)
    """
    try:
        mapped = map_encoding_to_html5(label, fallback_utf8=False)
        name = codecs.lookup(mapped or label).name
    except (LookupError, ValueError):
        return None
    name = "cp1252" if name in ("iso8859-1", "ascii") else name
    return name if _CHARSET.match(name) else None


def declared(data: bytes, charset: str | None = None) -> str | None:
    """The charset that the caller or the page's own `<meta>` names; None where none is known.

    >>> declared(b'<meta charset="latin1">')
    'cp1252'
    """
    for label in (charset, _meta_label(data)):
        if label and (known := known_charset(label)):
            return known
    return None


def _meta_label(data: bytes) -> str | None:
    match = _META.search(data, 0, META_WITHIN)
    return match[1].decode("ascii", "replace") if match else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Western text is zero."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * len(head[1::2]) and even < odd / 4:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * len(head[0::2]) and odd < even / 4 else None


def _candidates(data: bytes, charset: str | None) -> Iterator[str]:
    if wide := _wide(data):
        yield wide
    if not data.isascii():
        yield "utf-8"  # bytes that read strictly as UTF-8 are UTF-8, whatever the page claims
    label = declared(data, charset)
    if label and not label.startswith("utf-16"):
        yield label
    elif not label or data.isascii():
        yield "utf-8"


def _damage(text: str) -> float:
    return text.count("\ufffd") / max(1, len(text))


def decode(data: bytes, charset: str | None = None) -> tuple[str, str]:
    """Decode a page; never fails.

    Returns the text and the name of the charset used. Where nothing reads strictly, the
    declared charset is believed if it damages next to nothing, else the detector is.

    >>> decode("déjà vu".encode("utf-8"), "latin1")
    ('déjà vu', 'utf-8')
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    candidates = list(dict.fromkeys(_candidates(data, charset)))
    for name in candidates:
        try:
            return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    return _forgiving(data, candidates)


def _forgiving(data: bytes, candidates: list[str]) -> tuple[str, str]:
    guess = detect_encoding(data[:SAMPLE], html5_compatible=False)
    detected = known_charset(guess or "") or "cp1252"
    readings = [(data.decode(name, "replace"), name) for name in reversed(candidates)]
    for text, name in readings:
        if _damage(text) <= _DAMAGE:
            return text, name
    readings.append((data.decode(detected, "replace"), detected))
    return min(readings, key=lambda reading: _damage(reading[0]))
