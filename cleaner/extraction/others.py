"""Other stories near the candidates of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cleaner.document.block import Block
from cleaner.extraction.sequence import BlockSequence
from cleaner.reading.line import Line
from cleaner.reading.lines import Source
from cleaner.signals.other_stories import Reason, other_stories

NEAR = 10
"""Lines before and after the candidates that tell what stands at their ends."""


def others_near(sequence: BlockSequence, source: Source) -> Mapping[int, Reason]:
    """The lines of other stories among the candidates and near them, by number."""
    blocks = {c.line.number: c.block for c in sequence.candidates if c.line is not None}
    if not blocks:
        return {}
    lines = source.around(min(blocks), max(blocks), NEAR, NEAR)
    return other_stories([_asked(n, blocks) for n in lines], sequence.title_text)


def _asked(line: Line, blocks: Mapping[int, Block]) -> Line:
    """A line with the candidate's block where that says the same: both are looked at only once."""
    block = blocks.get(line.number, line.block)
    shared = block is not line.block and block.text == line.text
    return replace(line, block=block) if shared else line
