"""Short sentences that stand among the paragraphs of the article, and are made as they are.

A model of single lines is unsure of “Nobody was hurt.”, above all at the end and in languages that
it saw little of.
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
"""Such paragraphs that show an element to hold the article."""
Made = tuple[Element, object, str]
"""The element around a line, its tag and its class."""


def short_sentences(sequence: BlockSequence, scores: Sequence[float]) -> Iterator[int]:
    """Candidates that are sentences with nothing between them and a paragraph of their make."""
    made: dict[Made, list[int]] = defaultdict(list)
    for i, is_paragraph in enumerate(sequence.prose):
        if (how := _made(sequence, i)) and (not is_paragraph or scores[i] > KEPT):
            made[how].append(i)
    for lines in made.values():
        article = {i for i in lines if sequence.prose[i]}
        if len(article) >= PARAGRAPHS and len(article) < len(lines):
            yield from (i for i in _beside(sequence, lines, article) if scores[i] <= KEPT)


def _beside(sequence: BlockSequence, lines: Sequence[int], article: set[int]) -> set[int]:
    """The sentences among some lines that follow on the article's, on either side."""
    said = [i for i in lines if i not in article and _is_said(sequence, i)]
    known = set(article)
    for order, step in ((said, -1), (said[::-1], 1)):
        for i in order:
            if i + step in known and _follow(sequence, min(i, i + step)):
                known.add(i)
    return known - article


def _is_said(sequence: BlockSequence, i: int) -> bool:
    block = sequence.blocks[i]
    once = not block.link_share and sequence.copies[block.key] == 1
    return once and block.tag == "p" and bool(block.key) and is_said(block)


def _follow(sequence: BlockSequence, i: int) -> bool:
    """Whether nothing stands on the page between a candidate and the next."""
    one, other = sequence.candidates[i].line, sequence.candidates[i + 1].line
    return one is not None and other is not None and other.number == one.number + 1


def _made(sequence: BlockSequence, i: int) -> Made | None:
    line = sequence.candidates[i].line
    parent = None if line is None else line.element.getparent()
    if line is None or parent is None:
        return None
    return parent, line.element.tag, line.element.get("class") or ""
