"""The lines between the title and the article that sum it up: standfirst, subtitle, perex.

They stand outside of the container of the text more often than not, so that extractors leave them
out. Seen by form and place alone: a sentence or a heading right under the title, with no link in
it, under no picture, that is no date, no name and no notice.
"""

from __future__ import annotations

import re

from cleaner.document.block import Block
from cleaner.extraction.sequence import BlockSequence
from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source
from cleaner.reading.tags import HEADINGS
from cleaner.reading.tree_nodes import above
from cleaner.text.patterns import has_date
from cleaner.text.regex import regex
from cleaner.text.words import ends_sentence, match_key

REACH = 8
"""Lines below the title that are looked at."""
MOST = 3
SENTENCE = 7
HEADING = 5
"""Words that a sentence and a heading have at least."""
NAMED = 3
"""Words of a line right under the title whose class says what it is."""
LONGEST = 80
LONG, NEXT = 14, 2
"""Words of a line, and lines from the title, from which it need not end as a sentence does."""
LEVELS = 4
"""Steps up from a line to what holds the title, too."""
CAPTIONED = 2
"""Steps up from a line that has a picture right before it: its caption."""
_NAMED = regex(
    r"sub-?(?:title|head|heading|headline)|stand-?first|(?:^|[\s_-])(?:dek|deck|lede?|perex|chapo)\b",
    re.I,
)
_TAGS = HEADINGS | {"p", "div", "section", "span", "header", "article", "td"}
_PICTURES = frozenset(["img", "picture", "figure", "video", "figcaption", "iframe", "svg"])


def standfirst(sequence: BlockSequence, source: Source) -> list[int]:
    """Numbers of the candidates that sum an article up, at most three."""
    title, prose = source.title_line(match_key(sequence.title_text)), sequence.prose_at
    if title < 0 or not prose:
        return []
    holders = above(source.lines[title].element, LEVELS)
    return [
        i
        for i, one in enumerate(sequence.candidates[: prose[min(1, len(prose) - 1)] + 1])
        if one.line is not None
        and 0 < one.line.number - title <= REACH
        and (one.extracted or i < prose[0])
        and _stands_under(one.line, holders, source)
        and _sums_up(one.block, one.line, one.line.number - title)
    ][:MOST]


def _stands_under(line: Line, holders: list[Element], source: Source) -> bool:
    """Whether a line is in what holds the title, and no picture is right before it."""
    element = line.element
    if line.outside or line.linked or element.tag not in _TAGS:
        return False
    beside = holders[:1] if element.tag in HEADINGS else holders
    for level in range(LEVELS):
        if level < CAPTIONED and _is_picture(element.getprevious(), source):
            return False
        element = element.getparent()
        if element is None or element.tag in _PICTURES:
            return False
        if any(element is one for one in beside):
            return True
    return False


def _is_picture(element: Element, source: Source) -> bool:
    """Whether an element holds a picture and no words; with words it is a person, or has shared."""
    if element is None or next(element.iter(*_PICTURES), None) is None:
        return False
    first, behind = source.reach(element)
    return first == behind


def _sums_up(block: Block, line: Line, away: int) -> bool:
    """Whether a line reads like a sentence or a heading about the article.

    away: lines from the title; beside it a long line need not end as a sentence does.
    """
    if not block.size <= LONGEST or block.hits or block.tag == "h1" or has_date(block.plain):
        return False
    if _NAMED.search(line.element.get("class") or "") and away <= NEXT:
        return block.size >= NAMED
    if line.element.tag in HEADINGS:
        return block.size >= HEADING
    if away <= NEXT and block.size >= LONG:
        return True
    return block.size >= SENTENCE and ends_sentence(block.text)
