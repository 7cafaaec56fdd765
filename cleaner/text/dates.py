"""Dates as pages write them: the day in ISO 8601, and the dates within a line.

A day stands as the page has it, in its own time zone. Of 04/07/2024 nobody knows the day: it is
read where one of the numbers is no month, or where a full stop or the page's language and country
tell the order.
Dates in words are read by `month_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import NamedTuple

from cleaner.text import words as t
from cleaner.text.calendars import (
    ERAS,
    PERSIAN,
    ascii_digits,
    day_in,
    from_persian,
    year_of_era,
)
from cleaner.text.lexicon import wordings
from cleaner.text.month_names import Found, with_months
from cleaner.text.patterns import has_digit

LONGEST = 200
"""Letters of a text that may hold a date."""
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}\w{0,6})?")
_EPOCH = re.compile(r"\d{10}|\d{13}")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})(\s?[-/.]\s?)(\d{1,2})\2(\d{4})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{2})\.(\d{2})\.(\d{2})(?![\d.]?\d)")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2}) tháng (\d{1,2}),?(?: năm)? (\d{4})(?!\d)", re.I)
_OF_ERA = re.compile(
    rf"({'|'.join(ERAS)})\s?(\d{{1,3}}|元)\s?年\s?(\d{{1,2}})\s?月\s?(\d{{1,2}})(?!\d)"
)
_PERSIAN = "fa"


class Habits(NamedTuple):
    """How a page writes dates."""

    languages: tuple[str, ...] = ()
    """Codes such as "de"."""
    month_first: bool | None = None
    """Whether 04/07/2024 is in April; None where nobody knows."""


UNKNOWN = Habits()


def day_of(said: str, habits: Habits = UNKNOWN) -> str | None:
    """The day that a value of a page names, in ISO 8601; None where it names none. Never raises.

    >>> day_of("2024-03-01T23:30:00-05:00"), day_of("1. März 2024"), day_of("04/07/2024")
    ('2024-03-01', '2024-03-01', None)
    """
    said = said.strip()
    if match := _ISO.match(said) or _COMPACT.fullmatch(said):
        return day_in(*match.groups())
    if _EPOCH.fullmatch(said):
        return day_in(*datetime.fromtimestamp(int(said[:10]), UTC).timetuple()[:3])
    return next((day for day, _, _ in days_in(said, habits)), None) or _of_mail(said)


def days_in(text: str, habits: Habits = UNKNOWN) -> Iterator[tuple[str, int, int]]:
    """The days that a text names, in order, each with where it begins and ends."""
    if len(text) > LONGEST or not has_digit(text):
        return
    text = ascii_digits(text)
    found = sorted((*_in_numbers(text, habits), *with_months(text, habits.languages)), key=_place)
    yield from ((day, start, end) for day, start, end in found if day)


def _place(found: Found) -> tuple[int, int]:
    return found[1:]


def _in_numbers(text: str, habits: Habits) -> Iterator[Found]:
    for match in _YEAR_FIRST.finditer(text):
        yield _year_first(match, habits), *match.span()
    for match in _YEAR_LAST.finditer(text):
        yield _numeric(match, habits), *match.span()
    for match in _SHORT_YEAR.finditer(text):
        yield day_in(f"20{match[3]}", match[2], match[1]), *match.span()
    for match in _VIETNAMESE.finditer(text):
        yield day_in(match[3], match[2], match[1]), *match.span()
    for match in _OF_ERA.finditer(text):
        yield day_in(year_of_era(match[1], match[2]), match[3], match[4]), *match.span()


@cache
def words_of_dates() -> frozenset[str]:
    """The words of labels of dates, and of months and weekdays, in all languages."""
    slots = ("weekday", "label", "month")
    return frozenset(w for slot in slots for p in wordings("timestamp", slot) for w in t.words(p))


def _year_first(match: re.Match[str], habits: Habits) -> str | None:
    numbers = (*map(int, match.groups()),)
    if _PERSIAN in habits.languages and numbers[0] in PERSIAN:
        found = from_persian(*numbers)
        return found.isoformat() if found else None
    return day_in(*numbers)


def order_in(texts: Iterable[str]) -> bool | None:
    """Whether the month comes first in the dates of some texts; None where they do not tell."""
    found = {
        int(match[3]) > 12
        for text in texts
        if "/" in text and len(text) <= LONGEST
        for match in _YEAR_LAST.finditer(text)
        if max(int(match[1]), int(match[3])) in range(13, 32)
    }
    return found.pop() if len(found) == 1 else None


def _numeric(match: re.Match[str], habits: Habits) -> str | None:
    first, sign, second, year = match.groups()
    if int(second) > 12 or (habits.month_first and int(first) <= 12 and "." not in sign):
        return day_in(year, first, second)
    if int(first) > 12 or "." in sign or first == second or habits.month_first is False:
        return day_in(year, second, first)
    return None


def _of_mail(said: str) -> str | None:
    """The day of a date as mail has it: "Fri, 01 Mar 2024 06:00:00 GMT"."""
    try:
        return day_in(*parsedate_to_datetime(said).timetuple()[:3])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
