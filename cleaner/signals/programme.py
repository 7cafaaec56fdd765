"""Programmes: entries whose days go on from one to the next, as of a tour or of a term.

Cards of other articles stand with the newest first, or all of them of one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaner.document.block import Block
from cleaner.text.dates import days_in
from cleaner.text.patterns import has_digit

MIN_DAYS = 4
"""Of four cards in a row, the days rise by chance once in twenty-four times."""


def is_programme(blocks: Sequence[Block]) -> bool:
    """Whether the days that lines name rise from each to the next, over four days or more."""
    named = (next(days_in(b.text), None) for b in blocks if b.is_short and has_digit(b.plain))
    days = [found[0] for found in named if found is not None]
    return len(days) >= MIN_DAYS and all(one < other for one, other in pairwise(days))
