"""Dates that name their month, in any language.

They are parsed by dateparser (https://dateparser.readthedocs.io), in the languages of the page and
in those that call a month so; names that it does not know are those of `calendars`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cleaner.text import words as t
from cleaner.text.calendars import MONTHS, YEARS, day_in, from_month
from cleaner.text.lexicon import phrases, wordings

_MONTH = (
    r"([^\W\d_](?:[^\W\d]|[\u0900-\u0963\u0e31\u0e34-\u0e4e]){1,14}|"
    r"[\u0e01-\u0e4e]{1,2}\.[\u0e04\u0e1e\u0e22]|(?:كانون|تشرين) ال\w{3,5})"
)
"""The name of a month: a word with the vowel signs of Hindi and Thai, or a short or double one."""
_IN_WORDS = re.compile(
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th|er|º|ª)?\.?[\s-]{1,3}(?:(?:de|of|del|di|ngày|ta)\s)?"
    rf"{_MONTH}\.?,?[\s-]{{1,3}}(?:(?:de|del|of)\s)?\d{{4}}(?!\d)|"
    rf"{_MONTH}\.?\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?\.?,?\s{{1,3}}\d{{4}}(?!\d)|"
    rf"(?<!\d)\d{{4}}\.?\s{{1,3}}{_MONTH}\.?\s{{1,3}}\d{{1,2}}(?!\d)"
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª)\b", re.I)
_NUMBER = re.compile(r"\d+")
_ANYWHERE = "en"
MAX_LANGUAGES = 4
"""In which the name of a month is read."""
_SETTINGS = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}

Found = tuple[str | None, int, int]
"""A day, None where the calendar has none, and where it begins and ends."""


def with_months(text: str, languages: tuple[str, ...]) -> Iterator[Found]:
    """The dates within a text that name their month. languages: codes such as "de", tried first."""
    for match in _IN_WORDS.finditer(text):
        word = next(filter(None, match.groups()))
        if (plain := t.fold(word)) in MONTHS:
            yield _elsewhere(match[0], plain), *match.span()
        elif plain in wordings("timestamp", "month"):
            day = _in_words(match[0], (*languages, *_languages_of(plain)))
            yield day, *match.span()


@cache
def _languages_of(month: str) -> tuple[str, ...]:
    """English and the languages that call a month by this name."""
    listed = phrases("timestamp", "month").items()
    found = (code for code, names in listed if any(t.fold(name) == month for name in names))
    return tuple(dict.fromkeys((_ANYWHERE, *found)))[:MAX_LANGUAGES]


def _elsewhere(said: str, month: str) -> str | None:
    """The day of a month that no list of dateparser's has."""
    numbers = [int(number) for number in _NUMBER.findall(said)]
    try:
        found = from_month(max(numbers), month, min(numbers))
    except ValueError:
        return None
    return found.isoformat() if found and found.year in YEARS else None


@lru_cache(maxsize=256)  # a page says the same day several times
def _in_words(said: str, languages: tuple[str, ...]) -> str | None:
    from dateparser import parse  # nobody else pays for it

    plain = _ORDINAL.sub("", said)
    for language in dict.fromkeys(languages):
        try:
            moment = parse(plain, languages=[language], settings=_SETTINGS)
        except Exception:  # a language that it does not know; a fault of its own
            continue
        if moment is not None:
            return day_in(*moment.timetuple()[:3])
    return None
