"""Runs of like-shaped lines: steps, rows, scores, dates of a tour, turns of a talk, verse.

What stands in such a run is one thing, so it goes whole or not at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from cleaner.document.block import Block
from cleaner.text.patterns import has_date, has_digit, is_quote_value, is_stamp

MIN_LINES = 3
VERSE_WORDS, LABEL_LETTERS = 10, 24
BEGINNING = 18
"""So many letters hold the date that a line opens with."""
_NUMBER = re.compile(r"\(?(\d{1,3})[.)](?!\d)")
_CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d{2}(?![.\d])|\s?[時时點点시]|\s?[ap]\.?m\b)")
_PARAGRAPH = re.compile(r"§|art(?:icle|icolo|ículo|igo|ikel|\.)\s?\d|\(\d+\)", re.I)
_AMOUNT = re.compile(r"[\d½¼¾][\d.,/½¼¾ -]*[^\W\d]|.*\s\d[\d.,]*\s?[^\s\d]{1,8}$")
_SCORE = re.compile(r".*[^\W\d].*\s\d{1,3}\s?[-–:]\s?\d{1,3}\b|.*[-–—]\s\d{1,2}:\d\d(?::\d\d)?$")
_TURN = re.compile(r"[-–—]\s?\w")
_LABEL = re.compile(rf"[^:：.!?]{{1,{LABEL_LETTERS}}}(?=[:：])|[QA](?=\.)")
_ASKS = ("?", "？", "؟")
_PAUSES, _ENDS = (
    (",", ";", "，", "、", "；", "—"),
    (".", "!", "?", "…", ":", "。", "！", "？", "："),
)


def runs(blocks: Sequence[Block]) -> Iterator[Sequence[int]]:
    """The runs among some lines, as positions; some may overlap."""
    yield from _joined(blocks, _is_row)
    for run in _joined(blocks, _is_item):
        yield from _said_once(blocks, run)
    for run in _joined(blocks, _is_answered):
        if _is_talk(blocks[run.start : run.stop]):
            yield run
    for run in _joined(blocks, _are_turns):
        if _has_speakers(blocks[run.start : run.stop]):
            yield run
    for run in _joined(blocks, _are_verse):
        if _is_verse(blocks[run.start : run.stop]):
            yield run


def _joined(blocks: Sequence[Block], alike: Callable[[Block, Block], bool]) -> Iterator[range]:
    """Stretches of lines of which each is alike to the one before."""
    start = 0
    for at in range(1, len(blocks) + 1):
        if at < len(blocks) and alike(blocks[at - 1], blocks[at]):
            continue
        if at - start >= MIN_LINES:
            yield range(start, at)
        start = at


def _said_once(blocks: Sequence[Block], run: Sequence[int]) -> Iterator[Sequence[int]]:
    """A run less the lines that come again in it, as a credit under each picture does."""
    copies = Counter(blocks[at].key for at in run)
    once = [at for at in run if copies[blocks[at].key] == 1]
    if len(once) >= MIN_LINES:
        yield once


def _is_row(one: Block, other: Block) -> bool:
    """Whether two lines have one form, and numbers that follow on one another if they have any."""
    form = _form(one)
    if not form or form != _form(other):
        return False
    return form != "number" or _number(other) == _number(one) + 1


def _form(block: Block) -> str:
    """What a line has the form of; empty where it has none, or is a link."""
    text = block.plain
    if block.link_share > 0.5 or block.is_heading or block.tag in ("tr", "pre"):
        return ""
    if _TURN.match(text):
        return "turn"
    if text.startswith("| ") and text.endswith(" |"):
        return "row"
    marked = "paragraph" if _PARAGRAPH.match(text) else ""
    may_be_stamp = (
        marked or block.is_short
    )  # of others a stamp is dear to tell, and changes nothing
    if not has_digit(text) or (may_be_stamp and (is_stamp(text) or is_quote_value(text))):
        return marked
    return next((name for name, fits in _FORMS if fits(text)), "") if block.is_short else ""


_FORMS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("number", _NUMBER.match),
    ("paragraph", _PARAGRAPH.match),
    ("clock", _CLOCK.match),
    ("date", lambda text: text[0].isdigit() and has_date(text[:BEGINNING])),
    ("score", _SCORE.match),
    ("amount", _AMOUNT.match),
)


def _number(block: Block) -> int:
    match = _NUMBER.match(block.plain)
    return int(match[1]) if match else -1


def _is_item(one: Block, other: Block) -> bool:
    """Whether two lines are items of one numbered list."""
    ordered = one.layout.ordered and other.layout.ordered and one.tag == other.tag == "li"
    linked = max(one.link_share, other.link_share) > 0.5 or one.is_prose or other.is_prose
    return ordered and one.layout.group == other.layout.group and not linked


def _is_answered(one: Block, other: Block) -> bool:
    """Whether one of two lines is a question and the other none, as in a talk of short answers."""
    fit = all(b.tag == "p" and b.is_short and b.link_share == 0 for b in (one, other))
    return fit and one.text.endswith(_ASKS) != other.text.endswith(_ASKS)


def _is_talk(blocks: Sequence[Block]) -> bool:
    """Whether there are two questions or more, with answers, and most lines are said once."""
    several = {block.key for block in blocks}
    return len(blocks) > MIN_LINES and 4 * len(several) > 3 * len(blocks)


def _are_turns(one: Block, other: Block) -> bool:
    return one.tag == other.tag and bool(_speaker(one) and _speaker(other))


def _speaker(block: Block) -> str:
    """What stands before the colon, as the name of one who speaks; empty where nothing does."""
    match = _LABEL.match(block.plain) if block.tag in ("p", "li") else None
    return match[0] if match else ""


def _has_speakers(blocks: Sequence[Block]) -> bool:
    """Whether a few names come again, and what they say does not."""
    names, said = set(map(_speaker, blocks)), {block.key for block in blocks}
    few = len(names) > 1 and 2 * len(names) <= len(blocks) + 1
    return few and 4 * len(said) > 3 * len(blocks)


def _are_verse(one: Block, other: Block) -> bool:
    """Whether a line closes or goes on, and the next does."""
    if not (_may_be_verse(one) and _may_be_verse(other)):
        return False
    return _runs_on(one, other) or one.text.endswith(_ENDS)


def _is_verse(blocks: Sequence[Block]) -> bool:
    """Whether a sentence goes on over some lines, and most of them pause or end; labels do not."""
    closed = sum(block.text.endswith(_PAUSES + _ENDS) for block in blocks)
    return 2 * closed >= len(blocks) and any(_runs_on(a, b) for a, b in pairwise(blocks))


def _may_be_verse(block: Block) -> bool:
    return block.tag == "p" and block.size <= VERSE_WORDS and not block.marks and bool(block.text)


def _runs_on(one: Block, other: Block) -> bool:
    """Whether a sentence goes on from one line to the next."""
    return one.text.endswith(_PAUSES) or other.text[:1].islower()
