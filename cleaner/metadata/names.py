"""Names of authors: those that a value of a page holds, less what stands around them.

"By Jane Doe and John Roe, Staff Writers" are two names. What is an address, a number or a sentence is
none. Roles and bylines' openings are those of the lexicon `byline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.text import words as t
from cleaner.text.lexicon import scan, wordings
from cleaner.text.patterns import EMAIL, without_dates

LONGEST = 300
"""Letters of a value that may hold names."""
MAX_WORDS, MAX_LETTERS = 7, 60
MAX_NAMES = 30
_TAG = re.compile(r"<[^<>]{1,500}>")
_ADDRESS = re.compile(r"https?:|www\.|^/|\.(?:com|org|net|html?|php)\b.*/|://", re.I)
_HANDLE = re.compile(r"(?<!\S)\(?@[\w.]+\)?")
_BETWEEN = re.compile(
    r"\s*[;,、，؛،]\s*(?:(?:and|und|et|y|e|og|och|en|и|та|і|ve|dan|và|και|şi|és|a|i|&)\s)?|\s*\n\s*|"
    r"\s+(?:and|und|et|y|e|og|och|en|ja|и|та|і|ve|dan|và|και|şi|și|és|con|with|mit|avec)\s+|\s+&\s+|"
    r"(?<=[\u3000-\u9fff])\s+(?=[\u3000-\u9fff])",
)
_PARTS = re.compile(r"\s+[|·•–—/-]\s+|\s*[|｜•·]\s*|\s{3,}")
_CREDENTIAL = re.compile(
    r"(?:[A-Z][A-Za-z]{0,3}\.?){1,2}(?:[-/ ][A-Z0-9][A-Za-z0-9]{0,4}\.?){0,3}|(?:[A-Z]\.){2,4}|"
    r"Ph\.?\s?D\.?|[JS]r\.?|Esq\.?|I{2,3}|IV",
)
_SUFFIX = re.compile(r"[JS]r\.?|I{2,3}|IV")
_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]{0,80}[)\]）]\s*")


def names_in(said: str) -> list[str]:
    """The names in a value, in order; none where it is an address, a sentence or a mere role.

    >>> names_in("By Jane Doe, MD, and John Roe | Staff Writer")
    ['Jane Doe', 'John Roe']
    >>> names_in("https://example.com/jane"), names_in("jane@example.com")
    ([], [])
    """
    said = t.collapse_space(t.unescaped(_TAG.sub(" ", said[: 4 * LONGEST])))
    if not said or len(said) > LONGEST or _ADDRESS.search(said):
        return []
    bare = _HANDLE.sub(" ", EMAIL.sub(" ", said))
    first = next(filter(None, (_unlabelled(part) for part in _PARTS.split(bare))), "")
    found = dict.fromkeys(_names(_BRACKETS.sub(" ", first) if len(first) > 1 else first))
    return list(found)[:MAX_NAMES]


def _names(said: str) -> Iterator[str]:
    for number, piece in enumerate(_BETWEEN.split(said)):
        name = _unlabelled(piece.strip(" .,:;*_\"“”'|-–—/"))
        if number and _CREDENTIAL.fullmatch(name):
            continue
        if is_name(name) and not (number and is_role(name)):
            yield name


def _unlabelled(said: str) -> str:
    """A text without the opening of a byline: "By", "Von", "Text:"."""
    said = said.strip(" |·•–—-:/,")
    plain = t.fold(said)
    for hit in scan(plain).get(("byline", "opening"), ())[:1]:
        rest = said[hit.end :].lstrip(" :：|/-–—")
        if hit.start <= 1 and rest and not said[hit.end - 1 : hit.end + 1].isalnum():
            return _unlabelled(rest)
    return "" if plain in wordings("byline", "label") and plain in _EMPTY else said


_EMPTY = frozenset(
    "by author authors written writer byline autor autoren auteur von par por".split()
)
"""Labels that say nothing of who it was."""


def is_name(said: str) -> bool:
    """Whether a text may be a name: few words with letters, no sentence, no date."""
    count = len(t.words(said)) / (2 if t.is_unspaced(said) else 1)
    if not 0 < count <= MAX_WORDS or len(said) > MAX_LETTERS or len(said) < 2:
        return False
    if sum(map(str.isalpha, said)) < 0.6 * len(said) or (t.has_sentence(f"{said} ") and count > 5):
        return False
    return without_dates(t.fold(said))[1] == 0 and not _ADDRESS.search(said)


def is_role(said: str) -> bool:
    """Whether a text is a role: "Senior Reporter", "Redaktion"."""
    plain = t.fold(said)
    if plain in wordings("byline", "label") or plain in wordings("byline", "closing"):
        return True
    return ("byline", "closing") in scan(plain)


def looks_personal(said: str) -> bool:
    """Whether a text reads as names of persons do: two to five words, each with a capital.

    >>> looks_personal("Jane van der Berg"), looks_personal("Read more"), looks_personal("ibby")
    (True, False, False)
    """
    if t.is_unspaced(said):
        return len(t.words(said)) <= 12
    parts = said.split()
    if not 2 <= len(parts) <= 5 or is_role(said):
        return False
    lower = sum(part[0].islower() for part in parts)
    return not parts[0][0].islower() and not parts[-1][0].islower() and lower <= len(parts) - 2
