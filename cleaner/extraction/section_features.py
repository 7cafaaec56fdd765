"""What the heading over a candidate and the section under that heading say."""

from __future__ import annotations

from math import log1p

from cleaner.extraction.sequence import BlockSequence


def heading_size(s: BlockSequence, i: int) -> float:
    """Words of the heading above."""
    over = s.heading_over(i)
    return log1p(s.sizes[over]) if over >= 0 else -1.0


def heading_topic(s: BlockSequence, i: int) -> float:
    """Share of that heading's long words that stand in the article's paragraphs."""
    return s.shared(over) if (over := s.heading_over(i)) >= 0 else -1.0


def heading_phrases(s: BlockSequence, i: int) -> float:
    """Kinds of residue with a phrase in that heading."""
    over = s.heading_over(i)
    return float(s.hits[over]) if over >= 0 else -1.0


def heading_distance(s: BlockSequence, i: int) -> float:
    """Rows since that heading."""
    over = s.heading_over(i)
    return log1p(i - over) if over >= 0 else -1.0


def section_rows(s: BlockSequence, i: int) -> float:
    """Rows under that heading."""
    over = s.heading_over(i)
    return log1p(s.section_end(i) - over) if over >= 0 else -1.0


def section_prose(s: BlockSequence, i: int) -> float:
    """Words of prose under that heading."""
    over = s.heading_over(i)
    return log1p(s.prose_between(over, s.section_end(i))) if over >= 0 else -1.0
