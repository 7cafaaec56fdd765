"""Other stories near the candidates of a page."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.extraction.sequence import BlockSequence
from cleaner.reading.lines import Source
from cleaner.signals.other_stories import Reason, other_stories

NEAR = 10
"""Lines before and after the candidates that tell what stands at their ends."""


def others_near(sequence: BlockSequence, source: Source) -> Mapping[int, Reason]:
    """The lines of other stories among the candidates and near them, by number."""
    numbers = [c.line.number for c in sequence.candidates if c.line is not None]
    if not numbers:
        return {}
    lines = source.around(min(numbers), max(numbers), NEAR, NEAR)
    return other_stories(lines, sequence.title_text)
