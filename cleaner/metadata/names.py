"""Names of authors: those that a value of a page holds, less what stands around them.

"By Jane Doe and John Roe, Staff Writers" are two names. What is an address, a number or a sentence
is none. Degrees stay with their name. Roles and openings are those of the lexicon `byline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.text import words as t
from cleaner.text.dates import days_in, words_of_dates
from cleaner.text.lexicon import scan, wordings
from cleaner.text.patterns import EMAIL, has_digit, without_dates

LEADING = 40
"""Letters in which a date may stand before a name."""
LONGEST = 600
"""Letters of a value that may hold names."""
MAX_WORDS, MAX_LETTERS, MAX_NAMES = 7, 80, 50
_TAG = re.compile(r"<[^<>]{1,500}>")
_ADDRESS = re.compile(r"https?:|www\.|^/|\.(?:com|org|net|html?|php)\b.*/|://", re.I)
_HANDLE = re.compile(r"(?<!\S)\(?@[\w.]+\)?")
_AND = r"(?:and|und|et|y|e|og|och|en|ja|и|та|і|ve|dan|và|και|şi|și|és|i|&)"
_BETWEEN = re.compile(
    rf"\s*[;,、，؛،]\s*(?:{_AND}\s)?|\s*\n\s*|\s+{_AND}\s+|"
    r"(?<=[\u3000-\u9fff])\s+(?=[\u3000-\u9fff])",
)
_PARTS = re.compile(r"\s+[|·•–—/⋅-]\s+|\s*[|｜•·⋅]\s*|(?<=[a-z]{3}|\b[A-Z]{3})\.\s+(?=[A-Z])")
_DEGREE = re.compile(r"(?:[A-Z]\.?[a-z]?\.?){2,6}®?(?:[ -](?:[A-Z]{2,5}|\d{2,3}))*|[JS]r\.?|Esq\.?")
_TRAILING = re.compile(r"(?:\s*[\d*†‡§¹²³⁴]+|\s*[(\[（][^()\[\]（）]{0,80}[)\]）])+$")


def names_in(said: str) -> list[str]:
    """The names in a value, in order; none where it is an address, a sentence or a mere role.

    >>> names_in("By Jane Doe, MD, and John Roe | Staff Writer")
    ['Jane Doe, MD', 'John Roe']
    >>> names_in("https://example.com/jane"), names_in("jane@example.com")
    ([], [])
    """
    said = t.collapse_space(t.unescaped(_TAG.sub(" ", said[: 4 * LONGEST])))
    if not said or len(said) > LONGEST or _ADDRESS.search(said):
        return []
    bare = before_times(without_leading_date(_HANDLE.sub(" ", EMAIL.sub(" ", said))))
    first = next(filter(None, (unlabelled(part) for part in _PARTS.split(bare))), "")
    return list(dict.fromkeys(_names(first)))[:MAX_NAMES]


def name_key(name: str) -> str:
    """Letters and digits of a name without its degrees: the same person has the same key.

    >>> name_key("Jane Doe, MD") == name_key("Jane Doe")
    True
    """
    return t.match_key(name.partition(",")[0])


def whole_name(said: str) -> list[str]:
    """The one name of an organisation, in which "and" sets nothing apart."""
    said = t.collapse_space(t.unescaped(_TAG.sub(" ", said[:LONGEST])))
    return [said] if is_name(said) else []


def _names(said: str) -> Iterator[str]:
    name = ""
    for piece in _BETWEEN.split(said):
        piece = _TRAILING.sub("", unlabelled(piece.strip(" .,:;*_\"“”'|-–—/"))).strip()
        if name and _DEGREE.fullmatch(piece):
            name = f"{name}, {piece}"
        elif is_name(piece) and not (name and (is_role(piece) or _describes(piece, name))):
            if name:
                yield name
            name = piece
    if name:
        yield name


def without_leading_date(said: str) -> str:
    """A text behind the date that it begins with.

    >>> without_leading_date("Dec 17, 2025 Jane Doe"), without_leading_date("Jane Doe")
    ('Jane Doe', 'Jane Doe')
    """
    first = next(days_in(said[:LEADING]), None) if has_digit(said[:LEADING]) else None
    return said[first[2] :].lstrip(" ,.|·•:–—-") or said if first and first[1] <= 1 else said


def _describes(piece: str, name: str) -> bool:
    """Whether a piece tells what the person named before it is: it has words without a capital."""
    parts = piece.split()
    is_low = len(parts) > 2 and any(part[0].islower() for part in parts)
    return is_low and looks_personal(name) and not looks_personal(piece)


def before_times(said: str) -> str:
    """A text up to its first date or reading time, and up to the words that lead to them.

    >>> before_times("Jane Doe on Friday 3 May 2024"), before_times("Jane Doe 5 min read")
    ('Jane Doe', 'Jane Doe')
    """
    starts = [start for _, start, _ in days_in(said)]
    starts += [hit.start for hit in scan(t.fold(said)).get(("timestamp", "reading"), ())]
    if not starts:
        return said
    parts = said[: min(starts)].rstrip(" 0123456789").split(" ")
    while len(parts) > 1 and _leads_on(parts[-1]):
        parts.pop()
    return " ".join(parts)


def _leads_on(word: str) -> bool:
    """Whether a word before a date belongs to it: a weekday, "on", "Updated", a sign."""
    plain = t.fold(word).strip(" .,:;|·•()–—-")
    return not plain or plain in words_of_dates() or (word.islower() and len(word) < 4)


def unlabelled(said: str) -> str:
    """A text without the opening of a byline: "By", "Von", "Text:"."""
    said = said.strip(" |·•–—-:/,")
    plain = t.fold(said)
    for hit in scan(plain).get(("byline", "opening"), ())[:1]:
        rest = said[hit.end :].lstrip(" :：|/-–—")
        if hit.start <= 1 and rest and not said[hit.end - 1 : hit.end + 1].isalnum():
            return unlabelled(rest)
    return "" if plain in _EMPTY else said


_EMPTY = frozenset(
    "by author authors written writer byline autor autoren auteur von par por".split()
)
"""Labels that say nothing of who it was."""


def is_name(said: str) -> bool:
    """Whether a text may be a name: few words with letters, no sentence, no date."""
    count = len(t.words(said)) / (2 if t.is_unspaced(said) else 1)
    if not 0 < count <= MAX_WORDS or not 1 < len(said) <= MAX_LETTERS:
        return False
    if sum(map(str.isalpha, said)) < 0.6 * len(said) or (t.has_sentence(f"{said} ") and count > 5):
        return False
    is_dated = has_digit(said) and without_dates(t.fold(said))[1] > 0
    return not is_dated and not _ADDRESS.search(said)


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
    said = said.partition(",")[0]
    if is_role(said) or any(kind not in _KINDS for kind, _ in scan(t.fold(said))):
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
