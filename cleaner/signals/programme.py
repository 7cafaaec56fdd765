"""Programmes: entries whose days go on from one to the next, as of a tour or of a term.

Cards of other articles stand with the newest first, or all of them of one day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.document.block import Block
from cleaner.text.dates import days_in
from cleaner.text.patterns import has_date, has_digit

MIN_DAYS = 4
"""Of four cards in a row, the days rise by chance once in twenty-four times."""
MAX_DAYS = 100
"""Lines with a day, beyond which a text is no programme but a list of news."""
MAX_ENTRY = 5
"""Lines of an entry: place and day, hall, address, times, tickets."""


def is_programme(blocks: Sequence[Block]) -> bool:
    """Whether the days that lines name rise from each to the next, over four days or more."""
    days = [day for _, day in _days(blocks, _dated(blocks))]
    return len(days) >= MIN_DAYS and all(one < other for one, other in pairwise(days))


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
