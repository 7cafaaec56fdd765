"""Lines that come back because the classifier says so."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.extraction.candidates import Loose
from cleaner.extraction.classifier import Judgement
from cleaner.extraction.selection import Selection
from cleaner.extraction.sequence import Candidate

MIN_WORDS = 10
"""Of a text that may be a copy; shorter ones are said twice by chance."""


def regain(judgement: Judgement) -> tuple[tuple[Block, ...], Judgement]:
    """The extraction with the lines that are judged to be article, too; each with its reason.

    Returns the blocks, numbered anew, and the judgement over the same numbers.
    """
    verdicts = Selection(judgement.sequence, judgement.scores)
    kept = [c for i, c in enumerate(judgement.candidates) if c.extracted and not verdicts.goes(i)]
    said = _Said(kept)
    blocks: list[Block] = []
    candidates: list[Candidate] = []
    for i, candidate in enumerate(judgement.candidates):
        returns = verdicts.returns(i) and not said.has(candidate)
        reason = _likeness(candidate) if returns else ""
        block = candidate.block.numbered(len(blocks), reason)
        if candidate.extracted or reason:
            blocks.append(block)
        candidates.append(candidate._replace(block=block))
    judgement.sequence.candidates = candidates
    return tuple(blocks), judgement


class _Said:
    """What the extraction says, to know copies by: for print, or a quote pulled out of the text."""

    def __init__(self, extracted: Sequence[Candidate]) -> None:
        """Take what was extracted, and stays."""
        keys = [candidate.block.key for candidate in extracted]
        self._keys, self._letters = frozenset(keys), Loose("\n".join(keys))
        prose = (c.line.element for c in extracted if c.line is not None and c.block.is_prose)
        self._parents = {element.getparent() for element in prose}

    def has(self, candidate: Candidate) -> bool:
        """Whether all of a line is said already, elsewhere: beside its paragraphs an article may.

        A short line may be said twice by chance.
        """
        block, line = candidate.block, candidate.line
        if block.size < MIN_WORDS or line is None or line.element.getparent() in self._parents:
            return False
        return block.key in self._keys or self._letters.holds(block.key)


def _likeness(candidate: Candidate) -> str:
    what = {"li": "a list item", "pre": "preformatted text"}.get(candidate.block.tag, "a line")
    if candidate.block.is_heading:
        what = "a heading"
    elif candidate.block.is_prose:
        what = "a paragraph"
    return f"{what} that reads and stands like the article's own"
