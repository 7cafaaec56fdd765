"""When it was published or changed, or how long it takes to read, on a line of its own.

Seen as: "Published 3 March 2024, 10:15", "Updated …", "5 hours ago", "3 min read"; in the head or
the tail.

Kept: dates and clock times that head the entries of a timeline or live blog; a dateline in prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals.phrases import lexicon, positions
from cleaner.text import words as t
from cleaner.text.lexicon import wordings
from cleaner.text.longest import Longest
from cleaner.text.patterns import CLOCK, has_digit, is_version, without_dates
from cleaner.text.regex import regex
from cleaner.text.values import is_data_row

LOOK = "blue rising"
IS_OF_FACTS = True

LABELS = lexicon("timestamp", "label")
MOMENTS = lexicon("timestamp", "moment")
RELATIVE = lexicon("timestamp", "relative")
READING = lexicon("timestamp", "reading")
MAX_WORDS = 18
_STOPS = regex(r"\b(?:(?:\d{1,2}|[^\W\d]{1,4})\.(?=\s)|\d{4}\.(?=\s[a-zá]))")
"""Full stops within a date: "12. března", "kl. 10", "2024. március"."""
_LABEL, _NUMBER = regex(r"[^\W\d][^\d:：]*[:：]\s"), regex(r"\d+")
ENTRIES = 3
"""So many times over or under headings are those of entries."""


def find(article: Article) -> Iterator[Finding]:
    """Short lines that are a date or time, with at most a label, before or after the body."""
    known = set(positions(article, LABELS, MOMENTS, RELATIVE, READING))
    lines = ((p, b) for p, b in article.short_blocks if p in known or has_digit(b.plain))
    fit = ((p, b) for p, b in lines if _may_be_time(b))
    reasons = [(p, b, because) for p, b in fit if (because := _reason(b))]
    inside = [p for p, _, _ in reasons if article.first_prose < p < article.last_prose]
    several = any(not _is_labelled(article.blocks[p]) for p in inside)  # as in a timeline
    over = {p for p in inside if _is_of_entry(article, p)}
    in_rows = _rows([p for p, b, _ in reasons if not _is_labelled(b)])
    listed = Counter(b.layout.group for _, b, _ in reasons if b.tag == "li")
    for position, block, because in reasons:
        is_told = position > article.last_prose and _may_be_told(block)
        if not is_told and (position not in over or len(over) < ENTRIES):
            is_item = block.tag == "li" and not _is_of_head(article, position, listed)
            is_one = is_item or position in in_rows
            yield _judged(article, position, several, is_one)(block, because)


def _may_be_time(block: Block) -> bool:
    if block.size > MAX_WORDS or block.tag == "tr" or "%" in block.text:
        return False
    return not is_version(block.plain) and not is_data_row(block.plain)


def _may_be_told(block: Block) -> bool:
    """Whether a date may be of the text: under a label that is none of dates, or without a day."""
    if _is_labelled(block):
        return False
    return bool(_LABEL.match(block.text)) or len(_NUMBER.findall(block.text)) < 2


def _is_of_entry(article: Article, position: int) -> bool:
    """Whether a time without a label opens an entry, stands under its heading, or parts entries."""
    block, after = article.blocks[position], article.near(position + 1)
    before = article.blocks[position - 1]
    opens = after is not None and after.is_heading and CLOCK.search(block.plain)
    parts = after is not None and after.is_prose and before.is_prose
    return bool(opens or before.is_heading or parts) and not _is_labelled(block)


def _rows(positions: Sequence[int]) -> set[int]:
    """Positions that follow on one another, three or more: dates that an article is about."""
    threes = zip(positions, positions[1:], positions[2:], strict=False)
    return {p for three in threes if three[2] - three[0] == ENTRIES - 1 for p in three}


def _is_of_head(article: Article, position: int, listed: Counter[int]) -> bool:
    """Whether an item is the one date of a list over the text that says who wrote it, and when.

    listed: how many dates each list has; several are what an article is about.
    """
    group = article.blocks[position].layout.group
    first = article.first_prose
    return position < first and listed[group] == 1 and article.blocks[first].layout.group != group


def _judged(
    article: Article, position: int, several: bool, is_one: bool
) -> Callable[[Block, str], Finding]:
    block = article.blocks[position]
    labelled = _is_labelled(block)
    before, after = position < article.first_prose, position > article.last_prose
    if block.is_heading or is_one or t.has_sentence(_STOPS.sub("", block.text)):
        return possible
    if before and (labelled or not several):
        return certain
    return likely if (labelled and not several) or (after and labelled) else possible


def _is_labelled(block: Block) -> bool:
    return bool(RELATIVE.find(block) or READING.find(block) or _label_at(block.plain, 0))


def _reason(block: Block) -> str:
    """Why a line is nothing but a time; empty where it is not."""
    rest, count = block.plain, 0
    for lexicon_ in (READING, RELATIVE, MOMENTS):
        if hit := lexicon_.find(block):
            rest, count = rest.replace(block.plain[hit.start : hit.end], " "), count + 1
    if not count and not has_digit(rest):
        return f"“{block.text}” on a line of its own" if LABELS.find(block) else ""
    if not count + without_dates(rest)[1]:
        return ""
    rest, dates = without_dates(_without_labels(rest))
    left = [word for word in t.words(rest) if not word.isdigit()]
    if not count + dates or len(left) > 1:
        return ""
    return f"nothing but a date, time or reading time: “{block.text[:60]}”"


@cache
def _labels() -> Longest:
    return Longest(wordings("timestamp", "label"))


def _label_at(plain: str, at: int) -> int:
    """Where the longest label ends that stands at a place, and not within a word; 0 for none."""
    before = plain[at - 1] if at else " "
    if (before.isalnum() or before == "_") and not before.isdecimal():
        return 0
    ends = _labels().ends(plain, at)
    return next((end for end in ends if not "a" <= plain[end : end + 1] <= "z"), 0)


def _without_labels(plain: str) -> str:
    left, at = "", 0
    while at < len(plain):
        end = _label_at(plain, at)
        left, at = left + (" " if end else plain[at]), end or at + 1
    return left
