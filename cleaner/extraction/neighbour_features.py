"""What stands right before and after a candidate: features that scraped text has as well."""

from __future__ import annotations

from math import log1p

from cleaner.extraction.sequence import BlockSequence

AROUND = 5


def prose_around(s: BlockSequence, i: int) -> float:
    """Share of prose among the five candidates on each side."""
    near = s.prose[max(0, i - AROUND) : i + AROUND + 1]
    return sum(near) / len(near)


def longest_after(s: BlockSequence, i: int) -> float:
    """Words of the longest paragraph among the next 24 candidates."""
    return log1p(s.longest_after(i))


def next_size(s: BlockSequence, i: int) -> float:
    """Words of the next candidate."""
    return log1p(s.sizes[i + 1]) if i + 1 < len(s) else -1.0


def previous_size(s: BlockSequence, i: int) -> float:
    """Words of the candidate before."""
    return log1p(s.sizes[i - 1]) if i else -1.0


def next_linked(s: BlockSequence, i: int) -> float:
    """Share of the next candidate's letters that are links."""
    return s.blocks[i + 1].link_share if i + 1 < len(s) else -1.0


def next_heading(s: BlockSequence, i: int) -> float:
    """Whether the next candidate is a heading."""
    return float(s.blocks[i + 1].is_heading) if i + 1 < len(s) else -1.0
