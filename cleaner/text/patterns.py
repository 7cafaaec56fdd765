"""Forms that mean the same in every language: dates, times, versions, counts, addresses.

Phrases live in the lexicons; these are the shapes between them. Prices are in `values.py`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cleaner.text.lexicon import wordings
from cleaner.text.regex import regex

URL = regex(
    r"\b(?:https?://|www\.)\S+|\b[a-z0-9-]{1,100}\.(?:com|org|net|de|fr|es|it|ru|cn|jp|kr|io|co)(?:/\S*)?\b",
    re.I,
)
_DIGIT = regex("[0-9]")
_ELLIPSIS = regex(r"(?:…|\.\.\.)[…. ]{0,3}")
DATE = 12
"""Letters behind an ellipsis that a date begins in."""
_VERSION = regex(
    r"(?:v\.?\s?|version )\d{1,3}(?:\.\d{1,4}){1,3}\b|\d{1,3}(?:\.\d{1,4}){1,3}\s?[(\[]"
)
EMAIL = regex(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[email\s+protected\]", re.I)
PHONE = regex(
    r"(?:\+|\b(?:tel|phone|fon|tél|電話|电话)[.: ]*)\d[\d ()/.-]{6,}\d|\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b",
    re.I,
)
COPYRIGHT = regex(r"^\W{0,3}(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}))\s*(?:\d{4}|\S)", re.I)
_CLOCK = r"(?<![\d.,])\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\.\d{2}\s?(?:[ap]\.?m\b\.?|uhr)|\d{1,2}\s?[ap]\.?m\b\.?|\d{1,2}\s?(?:uhr|時|时|시)(?:\s?\d{1,2}\s?(?:分|분))?|[上下]午\s?\d{1,2}:\d{2}|오[전후]\s?\d{1,2}:\d{2}|午[前後]\s?\d{1,2}"
_NUMERIC = (
    r"\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}\.?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|"
    r"\d{1,2}\. \d{1,2}\. \d{4}|"
    r"\d{1,2}\s?(?:[มกพตสธ]\.[คพย]|มี\.ค|เม\.ย|มิ\.ย)\.?(?:\s?\d{4}|\s?\d{2}(?!\d))?|"
    r"\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?(?:\d{1,2}\s?[日일号號])?|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일号號]"
)
CLOCK = regex(r"\d[:.h]\d\d(?!\d)|\d\s?[ap]\.?m|[時时시]")
"""A time of the day, in a text that is known to be a date or time."""
_ISO = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?"


_NUMBERED = regex(rf"(?=[\d上下오午])(?:{_ISO}|{_NUMERIC}|{_CLOCK})", re.I)
SHORT = 200
"""Letters of a line that may be a quote card's: each of its patterns is tried from each of its
digits. Of lines as short, several kinds ask the same, so that the last answers are remembered."""
FEW = 1000
_TOKENS = regex(
    r"\d+(?:st|nd|rd|th|er|º)?(?![^\W\d])|[^\W\d_](?:[^\W\d_]|[\u0900-\u0963\u0e31\u0e34-\u0e4e])*|\d+"
)
"""Numbers and words; the vowel signs of Hindi and Thai are part of a word."""
_BETWEEN = frozenset(
    "de del of d di do da ngày năm tanggal r roku р року יום ביום ה στις του พ ศ วันที่ kl".split()
)
_ZONES = frozenset(
    "est edt pst pdt cst cdt mst mdt bst cet cest eet eest ist jst kst hkt sgt aest aedt utc gmt msk wib"
    " wita uhr et pt at um à a godz godzina o v ve о об ora la ώρα στις μμ πμ ساعت בשעה น เวลา".split()
)


@cache
def _words_of(slot: str) -> frozenset[str]:
    """First words of the month or weekday names of all languages."""
    return frozenset(p.split()[0].rstrip(".") for p in wordings("timestamp", slot))


def without_dates(plain: str) -> tuple[str, int]:
    """A text less its dates, times and zones, and how many there were.

    >>> without_dates("updated 3 march 2024, 10:15 gmt")
    ('updated', 2)
    """
    return (_remembered if len(plain) <= SHORT else _parted)(plain)


def _parted(plain: str) -> tuple[str, int]:
    rest, count = _NUMBERED.subn(" ", plain)
    tokens = _TOKENS.findall(rest)
    kept: list[str] = []
    months, days = _words_of("month"), _words_of("weekday")
    if not count and months.isdisjoint(tokens) and days.isdisjoint(tokens):
        return plain, 0
    numbers = [token[0].isdigit() for token in tokens]
    for i, token in enumerate(tokens):
        beside = numbers[max(0, i - 2) : i] + numbers[i + 1 : i + 3]
        if token in months and any(beside):
            count += 1
        elif token in days:
            count += not any(beside)
        else:
            kept.append(token)
    if count:
        kept = [w for w in kept if not (w[0].isdigit() or w in _BETWEEN or w in _ZONES)]
    return " ".join(kept), count


_remembered = lru_cache(FEW)(_parted)


@cache
def _counts(kind: str) -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, wordings(kind, "unit")), key=len, reverse=True))
    number = r"\d{1,3}(?:[.,: ]?\d{2,3}){0,3}|\d+"
    return re.compile(rf"\W*(?:(?:{units})\W*(?:{number})|(?:{number})\s?(?:{units}))\W*")


def is_count(kind: str, plain: str) -> bool:
    """Whether a line is a number with one of the units of a kind's lexicon, and nothing else.

    >>> is_count("poll", "1,204 votes"), is_count("poll", "she got 12 votes")
    (True, False)
    """
    return has_digit(plain) and bool(_counts(kind).fullmatch(plain))


def has_email(text: str) -> bool:
    """Whether an address for mail stands in a text, or what a script left of one."""
    return ("@" in text or "[" in text) and bool(EMAIL.search(text))


def has_digit(text: str) -> bool:
    """Whether a digit stands in a text: without one there is no date, time or price."""
    return bool(_DIGIT.search(text)) if text.isascii() else any(map(str.isdigit, text))


def is_stamp(plain: str) -> bool:
    """Whether a text is nothing but a date or time."""
    rest, count = without_dates(plain) if has_digit(plain) else (plain, 0)
    return count > 0 and not rest


def has_date(plain: str) -> bool:
    """Whether there is a date or clock time in a text."""
    return has_digit(plain) and without_dates(plain)[1] > 0


def is_cut_at_date(plain: str) -> bool:
    """Whether a text is cut off in its first sentence, with a date right behind the ellipsis.

    >>> is_cut_at_date("the soldiers were told that... march 26"), is_cut_at_date("wait... no")
    (True, False)
    """
    cut = _ELLIPSIS.search(plain)
    return cut is not None and has_date(plain[cut.end() : cut.end() + DATE])


def is_version(plain: str) -> bool:
    """Whether a line begins with the number of a version and its date in brackets.

    >>> is_version("4.0.1 (12 april)"), is_version("12.4.2025 10:15")
    (True, False)
    """
    return bool(_VERSION.match(plain))
