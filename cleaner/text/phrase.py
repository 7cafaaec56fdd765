"""One phrase of a lexicon: how it is written, and how it is found in a block's text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaner.text.regex import regex
from cleaner.text.slots import END, NUMBERED, START, WHOLE

WHOLE_LIMIT = 90
DENSE = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
IS_DENSE = regex(
    "[\u0e00-\u0eff\u3040-\ud7a3](?<![\u3100-\u33ff\u4dc0-\u4dff])(?<![\ua000-\uabff])"
)
"""One of `DENSE`: classes of two ranges are compiled in a tenth of the time of one of five."""
TOKEN = regex(rf"[{DENSE}]+|(?:(?![{DENSE}])\w)+")
"""A word between spaces, or a run of an unspaced script."""
TRIM = regex(r"^[^\w©(]+|[^\w)]+$")
COUNT = regex(r"^[\W\d_]+|[\W\d_]+$")
THOUSANDS = regex(r"^\d[\d.,]*\s?[km]\b\s*")
_BEFORE = regex(r"[^\w©(【\[]*[\[【(]?")
_LETTER = regex(r"\w")
_GAP = ".{0,80}?"
_OPEN_START = r"\A.{1,50}?"
_OPEN_END = r".{1,50}?"


class Hit(NamedTuple):
    """A phrase found in a block, by list and place."""

    kind: str
    slot: str
    language: str
    start: int
    end: int
    is_open: bool = False
    """Whether the phrase leaves a part of a line open, as "more from …"."""


ListName = tuple[str, str, str]
"""The kind, slot and language of a list of phrases."""


class Filed(NamedTuple):
    """A phrase of a list; a piece of it that must occur, which is cheaper to look for."""

    literal: str
    phrase: str
    listed: ListName


def filed(phrase: str, listed: ListName) -> Filed:
    """A phrase as it is looked for.

    >>> filed("join our … newsletter", ("subscribe", "appeal", "en")).literal
    'newsletter'
    """
    is_dense = not phrase.isascii() and IS_DENSE.search(phrase)
    literal = "" if is_dense else max(phrase.split("…"), key=len).strip()
    return Filed(literal, phrase, listed)


def find(plain: str, phrase: str, listed: ListName) -> Hit | None:
    """Where a phrase stands in a block's plain text, as its slot demands; None where it does not.

    listed: the list that it is in.
    """
    slot = listed[1]
    compiled = _compiled(phrase, slot in WHOLE, slot in NUMBERED)
    if slot in START or slot in WHOLE:
        match = compiled.match(plain, _letters_from(plain))
    else:
        match = _last(compiled, plain) if slot in END else compiled.search(plain)
    is_open = slot in WHOLE and (phrase.startswith("…") or phrase.endswith("…"))
    return Hit(*listed, *match.span(), is_open) if match else None


@cache
def _compiled(phrase: str, is_whole: bool, is_numbered: bool) -> re.Pattern[str]:
    pattern = counted(phrase) if is_numbered else pattern_of(phrase)
    if is_whole:
        pattern = (_OPEN_START if phrase.startswith("…") else r"[\W\d_]*") + pattern
        pattern += _OPEN_END * phrase.endswith("…") + r"\W*\Z"
    return re.compile(pattern)


def _letters_from(plain: str) -> int:
    match = _BEFORE.match(plain)
    return match.end() if match else 0


def _last(compiled: re.Pattern[str], plain: str) -> re.Match[str] | None:
    found = None
    for match in compiled.finditer(plain, max(0, len(plain) - WHOLE_LIMIT)):
        found = match
    return found if found and not _LETTER.search(plain, found.end()) else None


def pattern_of(phrase: str) -> str:
    """A regular expression for a phrase; `…` stands for up to 80 characters."""
    pieces = [
        re.escape(piece.strip())
        .replace(r"\ ", r"\s?" if IS_DENSE.search(piece) else " ")
        .replace(":", r"\s?:")
        for piece in phrase.split("…")
        if piece.strip()
    ]
    head = r"(?<!\w)" if _is_spaced(phrase[0]) else ""
    tail = r"(?!\w)" if _is_spaced(phrase.rstrip("… ")[-1:]) else ""
    return head + _GAP.join(pieces) + tail


def counted(phrase: str) -> str:
    """A phrase where `…` is a number, with or without a space beside it."""
    pieces = [re.escape(piece.strip()).replace(r"\ ", r"\s?") for piece in phrase.split("…")]
    head = r"(?<!\w)" if _is_spaced(phrase[0]) else ""
    tail = r"(?!\w)" if _is_spaced(phrase[-1]) else ""
    return head + r"\s?(?:\d{1,4}(?:[.,:]\d+)?[km]?)\s?".join(pieces) + tail


def _is_spaced(sign: str) -> bool:
    """Whether a character is one of a word between spaces."""
    return (sign.isalnum() or sign == "_") and not IS_DENSE.match(sign)
