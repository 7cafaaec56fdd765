"""Text that was decoded twice on its way into a page, as “itâ€™s” and “РјРёСЂ”, read once."""

from __future__ import annotations

from itertools import islice

from cleaner.text.regex import regex

_CP1252 = "ŒœŠšŸŽžƒˆ˜–—‘-„†-•…‰‹›€™"
_TWICE = regex(rf"[\u00c2-\u00f4][\u0080-\u00bf{_CP1252}]|вЂ|Р[°±µ¶·»]|С[Ђ‚„†‡€‰‹]")
"""The first two bytes of a character of UTF-8, read as Windows-1252 or as Windows-1251."""
_ASCII = bytes(range(128))
FEW = 3
"""Such pairs in a page, below which they stand for themselves."""


def read_once(text: str) -> str:
    """A page or text without what was decoded twice, mended line by line by ftfy.

    >>> read_once("A cafÃ©, itâ€™s said, and a rÃ©sumÃ©")
    'A café, it’s said, and a résumé'
    """
    if text.isascii() or not (_has_pairs(_beyond_ascii(text)) and _has_pairs(text)):
        return text
    from ftfy import fix_encoding  # few pages need it

    lines = text.splitlines(keepends=True)
    return "".join(fix_encoding(line) if _TWICE.search(line) else line for line in lines)


def _has_pairs(text: str) -> bool:
    return sum(1 for _ in islice(_TWICE.finditer(text), FEW)) == FEW


def _beyond_ascii(text: str) -> str:
    """What is no ASCII, closed up: it has all of a text's pairs, and is soon searched."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "replace")
