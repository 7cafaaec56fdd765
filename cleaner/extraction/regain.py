"""Lines that come back because the classifier says so, and paragraphs between such."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.extraction.candidates import Loose
from cleaner.extraction.classifier import Judgement
from cleaner.extraction.selection import Selection
from cleaner.extraction.sequence import Candidate
from cleaner.reading.line import Element

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
    between = _between(judgement.candidates, verdicts)
    for i, candidate in enumerate(judgement.candidates):
        returns = (i in between or verdicts.returns(i)) and not said.has(candidate)
        reason = _likeness(candidate) if returns else ""
        block = candidate.block.numbered(len(blocks), reason)
        if candidate.extracted or reason:
            blocks.append(block)
        candidates.append(candidate._replace(block=block))
    judgement.sequence.candidates = candidates
    return tuple(blocks), judgement


def _between(candidates: Sequence[Candidate], verdicts: Selection) -> set[int]:
    """Lost paragraphs between two of the article's in elements that are made as theirs are."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, candidate in enumerate(candidates):
        if candidate.block.is_prose and candidate.line is not None:
            alike[_form(candidate.line.element.getparent())].append(i)
    stays = [
        not verdicts.goes(i) if c.extracted else verdicts.returns(i)
        for i, c in enumerate(candidates)
    ]
    inner = ((same, n) for same in alike.values() for n in range(1, len(same) - 1))
    found = {same[n] for same, n in inner if stays[same[n - 1]] and stays[same[n + 1]]}
    return {i for i in found if not candidates[i].extracted}


def _form(around: Element | None) -> tuple[object, ...]:
    """What elements around paragraphs have in common where they are made alike."""
    if around is None:
        return ()
    return around.getparent(), around.tag, around.get("class")


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
