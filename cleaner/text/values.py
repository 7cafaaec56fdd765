"""Values: prices, percentages and numbers, as a quote card or a row of data has them."""

from __future__ import annotations

import re
from functools import lru_cache

from cleaner.text.patterns import FEW, SHORT, has_digit, is_stamp
from cleaner.text.regex import regex

_CURRENCY = r"(?:US\$|A\$|C\$|HK\$|R\$|[$€£¥₽₺₩₹₫₿]|\b(?:USDT?|EUR|GBP|JPY|CNY|RMB|KRW|RUB|TRY|BRL|IDR|VND|SAR|AED|CHF|Rp|kr|zł)\b)"
PRICE = regex(
    rf"{_CURRENCY}\s?\d[\d.,' \u202f]*\d*(?:\s?(?:[KMBT]|bn|mn|tn|mio|mrd)\b)?|\d[\d.,' \u202f]{{0,40}}\s?(?:{_CURRENCY}|元|円|원|руб|ドル|ユーロ|달러|دولار|درهم|ريال)",
    re.I,
)
CHANGE = regex(r"[(+▲▼△▽↑↓−–-]?\s?\d[\d.,]{0,40}\s?%\)?")
NUMBER = regex(
    r"[+−–-]?\d[\d.,]*(?:\s?(?:[KMBT]|bn|mn|tn|万|亿|億|兆|млн|млрд|трлн|mil|mio|mrd|md|mld|milyon|milyar|조|억|만|مليون|مليار)\b\.?)?",
    re.I,
)
_NO_UNIT = regex(r"[^\W\d_]{8}")
"""More letters than a unit has, and a currency right after it."""


def is_data_row(plain: str) -> bool:
    """Whether several pieces between bars are values and no dates, as in a row of a table.

    >>> is_data_row("ara brothers | 0.65 | 9.52"), is_data_row("12.5.2024 | 10:15")
    (True, False)
    """
    values = filter(is_quote_value, plain.split("|"))
    return sum(not is_stamp(value) for value in values) > 1


def is_quote_value(plain: str) -> bool:
    """Whether a line is nothing but prices, percentages and numbers, as in a quote card.

    >>> is_quote_value("$0.0743$0.0743"), is_quote_value("-0.80%"), is_quote_value("in 2020")
    (True, True, False)
    """
    return len(plain) <= SHORT and has_digit(plain) and _is_value(plain)


@lru_cache(FEW)
def _is_value(plain: str) -> bool:
    if _NO_UNIT.search(plain):
        return False
    rest = NUMBER.sub("", CHANGE.sub("", PRICE.sub("", plain)))
    return not re.search(r"\w", rest)
