"""Whether a text may be the name of an author, reads as a person's, or is a role."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

from cleaner.text import words as t
from cleaner.text.lexicon import scan, wordings
from cleaner.text.patterns import has_digit, without_dates

MAX_WORDS, MAX_LETTERS = 7, 80
CLOSING = ("byline", "closing")
ADDRESS = re.compile(r"https?:|www\.|^/|\.(?:com|org|net|html?|php)\b.*/|://", re.I)


def is_name(said: str) -> bool:
    """Whether a text may be a name: few words with letters, no sentence, no date."""
    marks = sum(map(_is_mark, said)) if not said.isascii() else 0
    words = said.split() if marks else t.words(said)
    count = len(words) / (2 if t.is_unspaced(said) and not marks else 1)
    if not 0 < count <= MAX_WORDS or not 1 < len(said) <= MAX_LETTERS:
        return False
    letters = sum(map(str.isalpha, said)) + marks
    if letters < 0.6 * len(said) or (t.has_sentence(f"{said} ") and count > 5):
        return False
    is_dated = has_digit(said) and without_dates(t.fold(said))[1] > 0
    return not is_dated and not ADDRESS.search(said)


def _is_mark(sign: str) -> bool:
    """Whether a sign is a vowel or a tone over a letter, as in Hindi and Thai."""
    return category(sign).startswith("M")


def is_role(said: str) -> bool:
    """Whether a text is a role: "Senior Reporter", "Redaktion"."""
    plain = t.fold(said)
    return _is_label(plain) or CLOSING in scan(plain)


def _is_label(plain: str) -> bool:
    return plain in wordings("byline", "label") or plain in wordings(*CLOSING)


def looks_personal(said: str) -> bool:
    """Whether a text reads as names of persons do: two to five words, each with a capital.

    >>> looks_personal("Jane van der Berg"), looks_personal("Read more"), looks_personal("ibby")
    (True, False, False)
    """
    said = said.partition(",")[0]
    plain = t.fold(said)
    if _is_label(plain):
        return False
    told = scan(plain)
    if CLOSING in told or any(kind not in _KINDS for kind, _ in told):
        return False
    if t.is_unspaced(said):
        return len(t.words(said)) <= 12
    parts = said.split()
    if not 2 <= len(parts) <= 5 or said.endswith(("?", "!", ":")):
        return False
    if not all(part[0].isalpha() for part in parts):
        return False
    lower = sum(part[0].islower() for part in parts)
    return not parts[0][0].islower() and not parts[-1][0].islower() and lower <= len(parts) - 2


_KINDS = ("byline", "author-note", "attribution")
"""Kinds whose phrases may stand in a name."""


@cache
def helpers() -> tuple[str, ...]:
    """The beginnings of what names who helped, as an editor or a translator."""
    return tuple(wordings("byline", "helper"))
