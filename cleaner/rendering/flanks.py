"""Where the signs of emphasis may stand in a line of Markdown to be read as signs.

CommonMark goes by what stands on the two sides of a sign: it opens before a word, and before
punctuation where a space or punctuation precedes; it closes likewise. Renderers differ over symbols
outside ASCII and over signs without width: those count as whatever is worse.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from cleaner.document.block import Mark

SIGNS = {"a": "]", "code": "`", "em": "*", "strong": "*", "del": "~", "sub": ">", "sup": ">"}
"""The character that ends a mark; two marks side by side with the same one would run together."""
_SPACE = "space"
_PUNCTUATION = "punctuation"
_SYMBOL = "symbol"
_WORD = "word"
_APART = (_SPACE, _PUNCTUATION)


class Flanks:
    """What stands on the sides of marks over a line, which are asked for in order."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        """Take note of where marks that may be shown begin and end."""
        self._text = text
        self._starts: dict[int, str] = {}
        self._ends: dict[int, str] = {}
        self._closed: dict[int, str] = {}
        for mark in marks:
            _note(self._starts, mark.start, mark)
            _note(self._ends, mark.end, mark)

    def shown(self, mark: Mark) -> None:
        """Take note of a mark that is shown."""
        _note(self._closed, mark.end, mark)

    def fit(self, mark: Mark, around: list[Mark]) -> bool:
        """Whether a mark is read as one, inside the marks that are shown around it."""
        if mark.tag in ("a", "sub", "sup"):
            return True
        if mark.start >= mark.end or SIGNS[mark.tag] in self._closed.get(mark.start, ""):
            return False
        return mark.tag == "code" or self._flanked(mark, around)

    def _flanked(self, mark: Mark, around: list[Mark]) -> bool:
        sign = SIGNS[mark.tag]
        before, after = self._before(mark, around), self._after(mark, around)
        at_word = _kind(self._text[mark.start]) == _WORD
        at_word = at_word and not self._starts.get(mark.start, "").strip(sign)
        to_word = _kind(self._text[mark.end - 1]) == _WORD
        to_word = to_word and not self._ends.get(mark.end, "").strip(sign)
        opens, closes = at_word or before in _APART, to_word or after in _APART
        if any(SIGNS[m.tag] == sign and m.start < mark.start for m in around):
            opens = before == _SPACE or (before == _PUNCTUATION and at_word)  # and cannot close it
        return opens and closes

    def _before(self, mark: Mark, around: list[Mark]) -> str:
        beside = any(m.start == mark.start and SIGNS[m.tag] != SIGNS[mark.tag] for m in around)
        if beside or mark.start in self._closed:
            return _PUNCTUATION
        return _kind(self._text[mark.start - 1]) if mark.start else _SPACE

    def _after(self, mark: Mark, around: list[Mark]) -> str:
        if any(m.end == mark.end and SIGNS[m.tag] != SIGNS[mark.tag] for m in around):
            return _PUNCTUATION
        return _kind(self._text[mark.end]) if mark.end < len(self._text) else _SPACE


@lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    if character.isspace():
        return _SPACE
    category = unicodedata.category(character)[0]
    if category == "P" or (category == "S" and character.isascii()):
        return _PUNCTUATION
    return _WORD if category in "LNM" else _SYMBOL


def _note(places: dict[int, str], place: int, mark: Mark) -> None:
    places[place] = places.get(place, "") + SIGNS[mark.tag]
