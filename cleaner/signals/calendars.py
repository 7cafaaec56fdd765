"""Lists of months and pages of a calendar, which a site puts beside its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from cleaner.document.block import Block
from cleaner.text.lexicon import wordings
from cleaner.text.patterns import has_digit
from cleaner.text.regex import regex

MIN_MONTHS = 6
"""Lines in a row with a month and nothing else, from which they are an index."""
DAYS = 28
LETTERS = 40
"""Of a line with a month or days."""
WEEK, WEEKDAY = 7, 3
"""Days of the week over a calendar, and letters of one."""
_YEAR = regex(r"\W*(?:19|20)\d\d(?:\W+\d+)?\W*")
_NO_DAYS = regex(r"[^\d\s|]")
_AROUND = regex(r"[\W\d_]+")


def calendars(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """The lines of indexes by month and of calendars, each with what it is."""
    yield from ((block, "in a list of months") for block in months(blocks))
    yield from ((block, "a row of a calendar") for block in days(blocks))


def months(blocks: Sequence[Block]) -> Iterator[Block]:
    """The lines of indexes by month: a month or year, or both, with a count or year on each."""
    for is_month, run in groupby(blocks, key=_is_month):
        lines = list(run) if is_month else []
        if len(lines) >= MIN_MONTHS and 2 * sum(map(_names_month, lines)) >= len(lines):
            yield from lines


def days(blocks: Sequence[Block]) -> Iterator[Block]:
    """The lines with the days of a month, from the first to the last, in rows or one by one."""
    start, last = 0, 0
    for at, block in enumerate(blocks):
        numbers = _numbers(block)
        if numbers and numbers == list(range(last + 1, last + 1 + len(numbers))):
            start, last = start if last else at, numbers[-1]
            continue
        if last >= DAYS:
            yield from blocks[_head(blocks, start) : at]
        begins = bool(numbers) and numbers == list(range(1, 1 + len(numbers)))
        start, last = at, numbers[-1] if begins else 0
    if last >= DAYS:
        yield from blocks[_head(blocks, start) :]


def _head(blocks: Sequence[Block], start: int) -> int:
    """Where a calendar begins: with the month, over the days of the week."""
    at = start
    while at and start - at < WEEK and _is_weekday(blocks[at - 1]):
        at -= 1
    return at - 1 if at and _is_month(blocks[at - 1]) else at


def _is_weekday(block: Block) -> bool:
    """Whether a line has beginnings of words alone, as the days of the week over a calendar."""
    parts = block.text.replace("|", " ").split()
    return len(parts) <= WEEK and all(p.isalpha() and len(p) <= WEEKDAY for p in parts)


def _is_month(block: Block) -> bool:
    """Whether a line is a month or a year, with a year or a count."""
    if len(block.text) > LETTERS or not has_digit(block.plain) or block.is_prose:
        return False
    return _names_month(block) or bool(_YEAR.fullmatch(block.plain))


def _names_month(block: Block) -> bool:
    return _AROUND.sub("", block.plain) in _months()


@cache
def _months() -> frozenset[str]:
    return frozenset(_AROUND.sub("", month) for month in wordings("timestamp", "month"))


def _numbers(block: Block) -> list[int]:
    """The numbers of a line that holds nothing else, as a row of a calendar does."""
    text = block.text
    is_row = len(text) <= LETTERS and text[-1:].isdecimal() and not _NO_DAYS.search(text)
    return [int(part) for part in text.replace("|", " ").split()] if is_row else []
