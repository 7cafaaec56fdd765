"""Names of authors: those that a value of a page holds, less what stands around them.

"By Jane Doe and John Roe, Staff Writers" are two names. What is an address, a number or a sentence
is none. Degrees stay with their name. Roles and openings are those of the lexicon `byline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.metadata.asides import (
    WITH,
    closed,
    describes_work,
    is_aside,
    is_of_others,
    pieces,
    without_role,
)
from cleaner.metadata.persons import ADDRESS, is_name
from cleaner.text import words as t
from cleaner.text.dates import Habits, days_in, words_of_dates
from cleaner.text.lexicon import scan
from cleaner.text.patterns import EMAIL, has_digit

_ANY = Habits(month_first=False)
"""Where the order of numbers does not matter."""
LEADING = 40
"""Letters in which a date may stand before a name."""
LONGEST = 600
"""Letters of a value that may hold names."""
MAX_NAMES = 50
_TAG = re.compile(r"<[^<>]{1,500}>")
_HANDLE = re.compile(r"(?<!\S)\(?@[\w.]+\)?")
_PARTS = re.compile(r"\s+[|·•–—/⋅-]\s+|\s*[|｜•·⋅]\s*|(?<=[a-z]{3}|\b[A-Z]{3})\.\s+(?=[A-Z])")
_DEGREE = re.compile(r"(?:[A-Z]\.?[a-z]?\.?){2,6}®?(?:[ -](?:[A-Z]{2,5}|\d{2,3}))*|[JS]r\.?|Esq\.?")
_WORK = re.compile(r"^[A-Z]?[a-z]+(?<!ed) by (?=[A-Z])")
"""Of what somebody is the author: "Recipe by"."""
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2,8} \d{1,2}, \d{4})")
"""Between a word and a date that its markup parts from it."""
_TITLE = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )+")
_TRAILING = re.compile(r"(?:\s*[\d*†‡§¹²³⁴]|\s*[(\[（][^()\[\]（）]{0,80}[)\]）])+$")


def names_in(said: str) -> list[str]:
    """The names in a value, in order; none where it is an address, a sentence or a mere role.

    >>> names_in("By Jane Doe, MD, and John Roe | Staff Writer")
    ['Jane Doe, MD', 'John Roe']
    >>> names_in("https://example.com/jane"), names_in("jane@example.com")
    ([], [])
    """
    said = t.collapse_space(t.unescaped(_TAG.sub(" ", said[: 4 * LONGEST])))
    if not said or len(said) > LONGEST or ADDRESS.search(said):
        return []
    said = _GLUED.sub(" ", said)
    bare = before_times(without_leading_date(_HANDLE.sub(" ", EMAIL.sub(" ", said))))
    first = next(filter(None, (unlabelled(part) for part in _PARTS.split(bare))), "")
    return list(dict.fromkeys(_names(first)))[:MAX_NAMES]


def name_key(name: str) -> str:
    """Letters and digits of a name without its degrees: the same person has the same key.

    >>> name_key("Jane Doe, MD") == name_key("Jane Doe")
    True
    """
    return t.match_key(_TITLE.sub("", name.partition(",")[0]))


def whole_name(said: str) -> list[str]:
    """The one name of an organisation, in which "and" sets nothing apart."""
    said = t.collapse_space(t.unescaped(_TAG.sub(" ", said[:LONGEST])))
    return [said] if is_name(said) else []


def turned(said: str) -> str:
    """A name with its first name first, as catalogues have it last.

    >>> turned("Doe, Jane A."), turned("Jane Doe, MD")
    ('Jane A. Doe', 'Jane Doe, MD')
    """
    last, _, first = said.partition(",")
    first = first.strip()
    return said if not first or "," in first or _DEGREE.fullmatch(first) else f"{first} {last}"


def _names(said: str) -> Iterator[str]:
    name, is_work = "", False
    for each, sign in pieces(said):
        if name and is_of_others(each):
            break
        piece = _TRAILING.sub("", unlabelled(each.strip(" .,:;*_\"“”'|-–—/"))).strip()
        piece = without_role(closed(piece))
        if name and sign != "," and is_work:
            continue
        is_work = describes_work(piece)
        if name and sign not in WITH and _DEGREE.fullmatch(piece):
            name = f"{name}, {piece}"
        elif is_name(piece) and not (name and is_aside(piece, name, sign)):
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
    first = next(days_in(said[:LEADING], _ANY), None) if has_digit(said[:LEADING]) else None
    if not first or (first[1] > 1 and not words_of_dates().issuperset(t.words(said[: first[1]]))):
        return said
    return said[first[2] :].lstrip(" ,.|·•:–—-") or said


def before_times(said: str) -> str:
    """A text up to its first date or reading time, and up to the words that lead to them.

    >>> before_times("Jane Doe on Friday 3 May 2024"), before_times("Jane Doe 5 min read")
    ('Jane Doe', 'Jane Doe')
    """
    starts = [start for _, start, _ in days_in(said, _ANY)]
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
    said = _WORK.sub("", said.strip(" |·•–—-:/,"))
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
