"""What the page says of its article, and a second opinion on where it is: features for pages."""

from __future__ import annotations

from math import log1p

from cleaner.extraction.block_context import BlockContext
from cleaner.extraction.sequence import BlockSequence

MIN_KEY = 12
"""Letters of a line that are not found in a text by chance."""


def declared(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Whether the body that the page declares has it; −1 where it declares none."""
    body, key = at.stats.declared.body_key, s.blocks[i].key
    if not body or len(key) < MIN_KEY:
        return -1.0
    return float(key in body)


def described(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of its words that stand in the page's descriptions; −1 where it has none."""
    words, known = s.blocks[i].words, at.stats.declared.description
    return sum(map(known.__contains__, words)) / len(words) if known and words else -1.0


def from_title(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Lines since the heading that is the title; below zero before it; −9 where there is none."""
    if at.stats.title_line < 0:
        return -9.0
    away = at.line.number - at.stats.title_line
    return log1p(away) if away >= 0 else -log1p(-away)


def in_story(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Whether it is in the `<article>` of the title; −1 where the title is in none."""
    first, end = at.stats.story
    return float(first <= at.line.number < end) if end else -1.0


def scored(s: BlockSequence, i: int, at: BlockContext) -> float:
    """The best score among its containers, by that of the page's best."""
    return at.stats.scores.best(at.line)


def scored_near(s: BlockSequence, i: int, at: BlockContext) -> float:
    """The score of its nearest container, by that of the page's best."""
    return at.stats.scores.near(at.line)


def scored_best(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Whether it stands in the page's best container."""
    return float(at.stats.scores.is_within(at.line))


def extracted_alike(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Share of the lines with its tag and class that were extracted."""
    return at.stats.made[at.markup] / max(1, at.stats.every_made[at.markup])


def lines_alike(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Lines of the page with its tag and class."""
    return log1p(at.stats.every_made[at.markup])


def other_story(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Whether it stands in a section or among cards of other stories: surely 1, perhaps ½."""
    reason = at.stats.others.get(at.line.number)
    return 0.0 if reason is None else 1.0 if reason.sure == "strong" else 0.5


def siblings(s: BlockSequence, i: int, at: BlockContext) -> float:
    """Elements beside it."""
    return log1p(len(at.parent)) if at.parent is not None else -1.0


def core(s: BlockSequence, i: int, at: BlockContext) -> float:
    """In how many of the elements it stands that hold most of the prose of the page."""
    n = at.line.number
    return float(sum(first <= n < end for first, end in at.stats.core))
