"""Programmes and logs: entries whose days or hours go on, as of a tour or of a vote.

Cards of other articles stand with the newest first, or all of them of one day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.document.block import Block
from cleaner.text.dates import days_in
from cleaner.text.patterns import has_date, has_digit
from cleaner.text.regex import regex
from cleaner.text.words import ends_sentence

MIN_DAYS = 4
"""Of four cards in a row, the days rise by chance once in twenty-four times."""
MAX_DAYS = 100
"""Lines with a day, beyond which a text is no programme but a list of news."""
MIN_TIMES = 3
LAST_HOUR, NOON = 23, 12
MAX_CLOCK = 16
"""Letters of a clock time with its zone."""
MAX_ENTRY = 5
"""Lines of an entry: place and day, hall, address, times, tickets."""
_TIME = regex(r"(\d{1,2})[:.h](\d{2})\s?([ap]\.?m\.?)?(?:\s?(?:[A-Z]{2,4}|Uhr|uur|ч|h))?")
_OPENING = regex(r"(\d{1,2})(?:\s?[:.h]\s?(\d{2})|\s?(?:h|Uhr)\b)\s?([ap]\.?m\.?)?(?!\d)")


def is_programme(blocks: Sequence[Block]) -> bool:
    """Whether the days that lines name rise from each to the next, or the hours they open with.

    >>> day = "10:00 Opening", "11.30 Uhr: Choir", "2:15 pm Race", "20 h : ball"
    >>> is_programme([Block(i, text) for i, text in enumerate(day)])
    True
    """
    days = [day for _, day in _days(blocks, _dated(blocks))]
    hours = [minute for block in blocks if (minute := _opening(block)) is not None]
    if len(days) >= MIN_DAYS and all(one < other for one, other in pairwise(days)):
        return True
    rise = all(one < other for one, other in pairwise(hours))
    return rise and len(hours) >= MIN_TIMES and 2 * len(hours) > len(blocks)


def logs(blocks: Sequence[Block], *, is_within: bool = False) -> Iterator[range]:
    """Where live blogs stand among lines: clock times that all rise or all fall, over sentences.

    A list of news beside an article has fewer words than the article. is_within: whether the page
    tells that the entries stand among its paragraphs.

    >>> said = ("15:42 GMT", "It is over.", "15:20", "They vote.", "9:05 GMT", "So it begins.")
    >>> list(logs([Block(i, text) for i, text in enumerate(said)]))
    [range(0, 6)]
    >>> list(logs([Block(i, text) for i, text in enumerate(("17:02", "It is on.", *said))]))
    [range(0, 8)]
    """
    found = [(i, time) for i, block in enumerate(blocks) if (time := _clock(block)) is not None]
    times = [time for _, time in found]
    rising = sorted(set(times))
    if len(found) < MIN_TIMES or times not in (rising, rising[::-1]):
        return
    ends = [i for i, _ in found[1:]]
    longest = max(end - i for (i, _), end in zip(found[:-1], ends, strict=True))
    ends.append(min(len(blocks), found[-1][0] + longest))
    entries = (blocks[i + 1 : end] for (i, _), end in zip(found, ends, strict=True))
    log = range(found[0][0], ends[-1])
    inside = sum(blocks[i].size for i in log)
    outside = sum(b.size for i, b in enumerate(blocks) if b.is_prose and i not in log)
    is_told = is_within or inside >= outside
    if is_told and all(any(ends_sentence(b.text) for b in entry) for entry in entries):
        yield log


def is_clock(block: Block) -> bool:
    """Whether a line is a time of the day and nothing else."""
    return _clock(block) is not None


def _clock(block: Block) -> int | None:
    """The minute of the day that a line names and nothing else; None for no such line."""
    return _minute(_TIME.fullmatch(block.text) if len(block.text) <= MAX_CLOCK else None)


def _opening(block: Block) -> int | None:
    """The minute of the day that a line begins with."""
    return _minute(_OPENING.match(block.text))


def _minute(found: re.Match[str] | None) -> int | None:
    if found is None or int(found[1]) > LAST_HOUR:
        return None
    is_later = (found[3] or "").lower().startswith("p") and int(found[1]) < NOON
    return 60 * (int(found[1]) + NOON * is_later) + int(found[2] or 0)


def programmes(blocks: Sequence[Block]) -> Iterator[range]:
    """Where programmes stand among lines, to the end of the last entry."""
    dated = _dated(blocks)
    if not MIN_DAYS <= len(dated) <= MAX_DAYS:
        return
    chain: list[tuple[int, str]] = []
    for at, day in [*_days(blocks, dated), (len(blocks) + MAX_ENTRY, "")]:
        if chain and (at - chain[-1][0] > MAX_ENTRY or day <= chain[-1][1]):
            yield from _whole(chain, len(blocks))
            chain = []
        chain.append((at, day))


def _whole(chain: Sequence[tuple[int, str]], end: int) -> Iterator[range]:
    """A chain of days with the lines of the last, which has as many as the longest entry."""
    if len(chain) >= MIN_DAYS:
        longest = max(other - one for (one, _), (other, _) in pairwise(chain))
        yield range(chain[0][0], min(end, chain[-1][0] + longest))


def _dated(blocks: Sequence[Block]) -> list[int]:
    """Positions of short lines that seem to have a date: reading one costs more."""
    short = ((at, b.plain) for at, b in enumerate(blocks) if b.is_short)
    return [at for at, plain in short if has_digit(plain) and has_date(plain)]


def _days(blocks: Sequence[Block], dated: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Those of the lines that name a day, with the first day of each."""
    for at in dated:
        if found := next(days_in(blocks[at].text), None):
            yield at, found[0]
