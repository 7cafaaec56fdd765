"""Lists and headed lines that stand right beside the article's paragraphs, in the same element.

Conditions, steps, results and programmes often end an article, or go on with it behind a box. A
model of single lines knows little of them; that they are no links and stand where the paragraphs
stand tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from cleaner.document.block import Block
from cleaner.extraction.sequence import BlockSequence, Candidate
from cleaner.reading.line import Element
from cleaner.signals.own_lists import is_amid
from cleaner.text.sentences import QUESTION_MARKS
from cleaner.text.words import ends_sentence

KEPT = 0.5
"""Score of a paragraph that likely is article."""
FEWEST = 2
"""Lines under a heading, where they are no answer to it."""
MEAN_OF_LINES, MEAN_OF_ANSWER = 0.05, 0.03
"""Mean scores from which lines are article that only a heading, or a question, holds together."""
_LISTS = frozenset(["ul", "ol", "dl"])
_ITEMS = frozenset(["li", "dt", "dd"])
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_COLONS = (":", "：")
_ANYWHERE = frozenset(["price-widget", "timestamp", "poll"])
"""Kinds whose words articles have, too: ranks, dates, yes and no, results."""


def own_sections(sequence: BlockSequence, scores: Sequence[float]) -> Iterator[int]:
    """Candidates of such lists, and of lines under such headings, with what stands over them."""
    holders = _holders(sequence, scores)
    homes = [_home(candidate, holders) for candidate in sequence.candidates]
    for home, run in groupby(range(len(homes)), key=homes.__getitem__):
        lines = list(run)
        if home is not None and home.tag in _LISTS:
            yield from _listed(sequence, homes, lines)
        elif home is not None:
            yield from _headed(sequence, scores, lines)


def _holders(sequence: BlockSequence, scores: Sequence[float]) -> Set[Element]:
    """The elements right around the article's paragraphs; around its sentences if it has none."""
    sure = [i for i in sequence.prose_at if scores[i] > KEPT]
    said = sure or [i for i in sequence.extracted if _is_sentence(sequence.blocks[i])]
    return {element for element in sequence.around(said) if element.tag not in _LISTS}


def _home(candidate: Candidate, holders: Set[Element]) -> Element | None:
    """The list, or the element around paragraphs, in which a line stands."""
    element = None if candidate.line is None else candidate.line.element
    parent = None if element is None else element.getparent()
    if element is None or parent is None:
        return None
    if element.tag in _ITEMS and parent.tag in _LISTS:
        return parent if parent.getparent() in holders else None
    return parent if parent in holders else None


def _listed(
    sequence: BlockSequence, homes: Sequence[Element | None], lines: Sequence[int]
) -> Iterator[int]:
    """The items of a list without links, and the line over it that heads or introduces it."""
    over, blocks = _over(sequence, homes, lines[0]), [sequence.blocks[i] for i in lines]
    again = sum(sequence.copies[block.key] > 1 for block in blocks)
    if 2 * again > len(blocks):
        return  # headings further down, in a table of contents
    if all(map(_is_free, blocks)) or _is_plain(sequence, homes, lines):
        yield from (lines if over is None else (over, *lines))


def _is_plain(
    sequence: BlockSequence, homes: Sequence[Element | None], lines: Sequence[int]
) -> bool:
    """Whether a list in which words of widgets stand is made as none is, amid the article."""
    home, blocks = homes[lines[0]], [sequence.blocks[i] for i in lines]
    beside = (lines[0] - 1, lines[-1] + 1)
    if home is None or home.attrib or not all(0 <= i < len(homes) for i in beside):
        return False
    near = all(homes[i] is home.getparent() for i in beside)
    return near and is_amid(blocks, *(sequence.blocks[i] for i in beside))


def _over(sequence: BlockSequence, homes: Sequence[Element | None], first: int) -> int | None:
    """The line over a list that heads or introduces it; None where none does."""
    at, home = first - 1, homes[first]
    if at < 0 or home is None or homes[at] is not home.getparent():
        return None
    block = sequence.blocks[at]
    asks = block.text.endswith(QUESTION_MARKS)  # as a poll does
    introduces = block.text.endswith(_COLONS) or (_is_sentence(block) and not asks)
    return at if _is_free(block) and (introduces or _heads(sequence.candidates[at])) else None


def _headed(
    sequence: BlockSequence, scores: Sequence[float], lines: Sequence[int]
) -> Iterator[int]:
    """Short lines under a heading, up to one that is no such line."""
    section: list[int] = []
    for i in lines:
        candidate = sequence.candidates[i]
        if section and _is_line(candidate):
            section.append(i)
            continue
        yield from _told(sequence, scores, section)
        section = [i] if _heads(candidate) and _is_free(candidate.block) else []
    yield from _told(sequence, scores, section)


def _told(
    sequence: BlockSequence, scores: Sequence[float], section: Sequence[int]
) -> Sequence[int]:
    """A heading and the lines under it where those are several, or answer it; else none."""
    head, under = section[:1], section[1:]
    if not under:
        return ()
    first = sequence.blocks[under[0]]
    answers = sequence.blocks[head[0]].text.endswith(QUESTION_MARKS) and _is_sentence(first)
    least = MEAN_OF_ANSWER if answers else MEAN_OF_LINES
    several = answers or len(under) >= FEWEST
    return section if several and sum(scores[i] for i in under) > least * len(under) else ()


def _is_line(candidate: Candidate) -> bool:
    block = candidate.block
    return block.tag == "p" and block.is_short and not _heads(candidate) and _is_free(block)


def _heads(candidate: Candidate) -> bool:
    """Whether a line is a heading, by its tag or as all of it is bold."""
    block = candidate.block
    bold = sum(m.end - m.start for m in block.marks if m.tag == "strong")
    return block.tag in _HEADINGS or (bold == len(block.text) and block.is_short)


def _is_sentence(block: Block) -> bool:
    return block.tag == "p" and _is_free(block) and ends_sentence(block.text)


def _is_free(block: Block) -> bool:
    """Whether a line has no link and no word of residue."""
    return not block.link_share and all(kind in _ANYWHERE for kind, _ in block.hits)
