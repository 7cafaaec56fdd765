"""Short sentences that stand among the paragraphs of the article, and are made as they are.

A model of single lines is unsure of “Nobody was hurt.”, above all at the end, behind a box, and in
languages that it saw little of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cleaner.extraction.sequence import BlockSequence
from cleaner.reading.line import Element
from cleaner.signals.card_parts import is_said

KEPT = 0.5
"""Score of a paragraph that likely is article, and of a line that needs no help."""
PARAGRAPHS = 2
"""Such paragraphs that show an element to hold the article; one, where it has no more."""
BOX = 5
"""Lines that a box of the same make may have."""
Made = tuple[Element, object, str]
"""The element around a line, its tag and its class."""


def short_sentences(sequence: BlockSequence, scores: Sequence[float]) -> Iterator[int]:
    """Candidates that are sentences made as paragraphs are, with no more than a box between."""
    made: dict[Made, list[int]] = defaultdict(list)
    for i, is_paragraph in enumerate(sequence.prose):
        if (how := _made(sequence, i)) and (not is_paragraph or scores[i] > KEPT):
            made[how].append(i)
    needed = min(PARAGRAPHS, len(sequence.prose_at))
    for lines in made.values():
        article = {i for i in lines if sequence.prose[i]}
        if len(article) >= needed and len(article) < len(lines):
            yield from _beside(sequence, lines, article)


def _beside(sequence: BlockSequence, lines: Sequence[int], article: set[int]) -> set[int]:
    """The sentences among some lines that follow on the article's, on either side."""
    known = set(article)
    said = {i for i in lines if i not in article and _is_said(sequence, i)}
    for order in (lines, lines[::-1]):
        parted = BOX + 1
        for i in order:
            if i in said and parted <= BOX:
                known.add(i)
            parted = 0 if i in known else parted + 1
    return known - article


def _is_said(sequence: BlockSequence, i: int) -> bool:
    block = sequence.blocks[i]
    once = not block.link_share and sequence.copies[block.key] == 1
    return once and block.tag == "p" and bool(block.key) and is_said(block)


def _made(sequence: BlockSequence, i: int) -> Made | None:
    line = sequence.candidates[i].line
    parent = None if line is None else line.element.getparent()
    if line is None or parent is None:
        return None
    return parent, line.element.tag, line.element.get("class") or ""
