"""Lines that come back because the classifier says so."""

from __future__ import annotations

from cleaner.document.block import Block
from cleaner.extraction.classifier import Judgement
from cleaner.extraction.selection import Selection
from cleaner.extraction.sequence import Candidate


def regain(judgement: Judgement) -> tuple[tuple[Block, ...], Judgement]:
    """The extraction with the lines that are judged to be article, too; each with its reason.

    Returns the blocks, numbered anew, and the judgement over the same numbers.
    """
    verdicts = Selection(judgement.sequence, judgement.scores)
    blocks: list[Block] = []
    candidates: list[Candidate] = []
    for i, candidate in enumerate(judgement.candidates):
        reason = _likeness(candidate) if verdicts.returns(i) else ""
        block = candidate.block.numbered(len(blocks), reason)
        if candidate.extracted or reason:
            blocks.append(block)
        candidates.append(candidate._replace(block=block))
    judgement.sequence.candidates = candidates
    return tuple(blocks), judgement


def _likeness(candidate: Candidate) -> str:
    what = {"li": "a list item", "pre": "preformatted text"}.get(candidate.block.tag, "a line")
    if candidate.block.is_heading:
        what = "a heading"
    elif candidate.block.is_prose:
        what = "a paragraph"
    return f"{what} that reads and stands like the article's own"
