"""Days of other calendars as days of ours, and digits of other scripts as ours.

Persian days are reckoned by the leap years of a cycle of 33, which holds from 1927 to 2117:
https://en.wikipedia.org/wiki/Solar_Hijri_calendar.
"""

from __future__ import annotations

import unicodedata
from datetime import date

YEARS = range(1990, 2101)
"""In which a page may be dated."""
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The year before the first of an era."""
BUDDHIST = range(2500, 2700)
"""Years of the Thai calendar that are none of ours in which a page is dated."""
PERSIAN = range(1350, 1500)
_EPOCH = 356033
"""Days by which that reckoning is ahead of `date.toordinal`."""
_PERSIAN_MONTHS = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
    *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
)
_MONTHS = {
    **{"كانون الثاني": 1, "شباط": 2, "آذار": 3, "اذار": 3, "نيسان": 4, "أيار": 5, "ايار": 5},
    **{"حزيران": 6, "تموز": 7, "آب": 8, "أيلول": 9, "ايلول": 9},
    **{"تشرين الأول": 10, "تشرين الاول": 10, "تشرين الثاني": 11},
    **{"كانون الأول": 12, "كانون الاول": 12},
    **{"ม.ค": 1, "ก.พ": 2, "มี.ค": 3, "เม.ย": 4, "พ.ค": 5, "มิ.ย": 6, "ก.ค": 7, "ส.ค": 8, "ก.ย": 9},
    **{"ต.ค": 10, "พ.ย": 11, "ธ.ค": 12},
}
"""Months of the Levant and short ones of Thailand, which dateparser does not know."""
MONTHS = frozenset((*_PERSIAN_MONTHS, *_MONTHS))
"""Names of months that `from_month` knows."""


def ascii_digits(text: str) -> str:
    """A text of the same length with the digits of all scripts as 0 to 9.

    >>> ascii_digits("٥ مارس ٢٠٢٤")
    '5 مارس 2024'
    """
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)


def common_year(year: int) -> int:
    """A year as ours, of which one of the Thai calendar is 543 too many."""
    return year - 543 if year in BUDDHIST else year


def year_of_era(era: str, year: str) -> int:
    """The year that an era counts, of which the first may be called 元.

    >>> year_of_era("令和", "6"), year_of_era("民國", "113")
    (2024, 2024)
    """
    return ERAS[era] + (1 if year == "元" else int(year))


def from_persian(year: int, month: int, day: int) -> date | None:
    """The day of a Persian date; None where there is no such day.

    >>> from_persian(1402, 12, 15)
    datetime.date(2024, 3, 5)
    """
    if year not in PERSIAN or not 1 <= month <= 12 or not 1 <= day <= (31 if month < 7 else 30):
        return None
    cycles, rest = divmod(year + 1595, 33)
    days = 365 * (year + 1595) + 8 * cycles + (rest + 3) // 4 + day
    return date.fromordinal(days + 31 * min(month - 1, 6) + 30 * max(month - 7, 0) - _EPOCH)


def from_month(year: int, month: str, day: int) -> date | None:
    """The day that one of `MONTHS` names; None where there is no such day; may raise ValueError."""
    if month in _PERSIAN_MONTHS:
        return from_persian(year, _PERSIAN_MONTHS.index(month) + 1, day)
    return date(common_year(year), _MONTHS[month], day)


def day_in(year: str | int, month: str | int, day: str | int) -> str | None:
    """A day in ISO 8601; None where no calendar has it, or no page. Years may be Thai."""
    try:
        found = date(common_year(int(year)), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if found.year in YEARS else None
