"""One phrase of a lexicon: how it is filed, and how it is found in a block's text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaner.text.slots import END, START, WHOLE

WHOLE_LIMIT = 90
DENSE = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
IS_DENSE = re.compile(f"[{DENSE}]")
TRIM = re.compile(r"^[^\w©(]+|[^\w)]+$")
COUNT = re.compile(r"^[\W\d_]+|[\W\d_]+$")
THOUSANDS = re.compile(r"^\d[\d.,]*\s?[km]\b\s*")
_GAP = ".{0,80}?"
OPEN_START = r"\A.{1,50}?"
OPEN_END = r".{1,50}?"


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


def find(plain: str, pattern: str, listed: ListName) -> Hit | None:
    """Where a phrase stands in a block's plain text, as its slot demands; None where it does not.

    listed: the list that it is in.
    """
    regex, slot = _compiled(pattern), listed[1]
    if slot in START or slot in WHOLE:
        match = regex.match(plain, _letters_from(plain))
    else:
        match = _last(regex, plain) if slot in END else regex.search(plain)
    is_open = pattern.startswith(OPEN_START) or OPEN_END in pattern
    return Hit(*listed, *match.span(), is_open) if match else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _letters_from(plain: str) -> int:
    match = re.match(r"[^\w©(【\[]*[\[【(]?", plain)
    return match.end() if match else 0


def _last(regex: re.Pattern[str], plain: str) -> re.Match[str] | None:
    found = None
    for match in regex.finditer(plain, max(0, len(plain) - WHOLE_LIMIT)):
        found = match
    return found if found and not re.search(r"\w", plain[found.end() :]) else None


def pattern_of(phrase: str) -> str:
    """A regular expression for a phrase; `…` stands for up to 80 characters."""
    pieces = [
        re.escape(piece.strip())
        .replace(r"\ ", r"\s?" if IS_DENSE.search(piece) else " ")
        .replace(":", r"\s?:")
        for piece in phrase.split("…")
        if piece.strip()
    ]
    spaced = re.compile(rf"(?![{DENSE}])\w")
    head = r"(?<!\w)" if spaced.match(phrase[0]) else ""
    tail = r"(?!\w)" if spaced.match(phrase.rstrip("… ")[-1:]) else ""
    return head + _GAP.join(pieces) + tail


def counted(phrase: str) -> str:
    """A phrase where `…` is a number, with or without a space beside it."""
    pieces = [re.escape(piece.strip()).replace(r"\ ", r"\s?") for piece in phrase.split("…")]
    head = r"(?<!\w)" if re.match(rf"(?![{DENSE}])\w", phrase) else ""
    tail = r"(?!\w)" if re.search(rf"(?![{DENSE}])\w$", phrase) else ""
    return head + r"\s?(?:\d{1,4}(?:[.,:]\d+)?[km]?)\s?".join(pieces) + tail
