"""Runs of like-shaped lines: steps, rows, scores, dates of a tour, turns of a talk, verse.

What stands in such a run is one thing, so it goes whole or not at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import eq, ne
from typing import TypeVar

from cleaner.document.block import Block
from cleaner.text.patterns import has_date, has_digit, is_stamp
from cleaner.text.regex import regex
from cleaner.text.sentences import QUESTION_MARKS
from cleaner.text.values import is_quote_value

T = TypeVar("T")
MIN_LINES, MAX_LINES = 3, 6000
"""Lines of a run, and of a page beyond which none is looked for: no article has as many."""
VERSE_WORDS, LABEL_LETTERS = 10, 24
BEGINNING = 18
"""So many letters hold the date that a line opens with."""
_NUMBER = regex(r"\(?(\d{1,3})[.)](?!\d)")
_CLOCK = regex(r"\d{1,2}(?:[:.h]\d{2}(?![.\d])|\s?[時时點点시]|\s?[ap]\.?m\b)")
_PARAGRAPH = regex(r"§|art(?:icle|icolo|ículo|igo|ikel|\.)\s?\d|\(\d+\)", re.I)
_AMOUNT = regex(
    r"[\d½¼¾][\d.,/½¼¾ -]*[^\W\d]|.*\s\d[\d.,]*\s?[^\s\d]{1,8}(?:\s\([+−–-]?\d[\d.,]{0,8}\))?$"
)
_SCORE = regex(r".*[^\W\d].*\s\d{1,3}\s?[-–:]\s?\d{1,3}\b|.*[-–—]\s\d{1,2}:\d\d(?::\d\d)?$")
_DASHES, _TURN = ("-", "–", "—"), regex(r"[-–—]\s?\w")
_LABEL = regex(rf"[^:：.!?]{{1,{LABEL_LETTERS}}}(?=[:：])|[QA](?=\.)")
_MARK = regex(r"[:：.]")
SIGNED_WORDS = 12
_SIGNS = {
    "label": regex(r"[^:：.!?]{1,30}[:：]\s?[^\s/]"),
    "dash": regex(r"[^\s–—-][^–—]{0,40}\s[–—-]\s\S"),
    "number": regex(r".*[^\W\d][),]?\s\d[\d.,:]*\s?%?$"),
}
_PAUSES, _ENDS = (
    (",", ";", "，", "、", "；", "—"),
    (".", "!", "?", "…", ":", "。", "！", "？", "："),
)


def runs(blocks: Sequence[Block]) -> Iterator[Sequence[int]]:
    """The runs among some lines, as positions; some may overlap."""
    if len(blocks) <= MAX_LINES:
        yield from _runs(blocks)


def _runs(blocks: Sequence[Block]) -> Iterator[Sequence[int]]:
    yield from _joined([_form(block) for block in blocks], _follow)
    for run in _joined([_list_of(block) for block in blocks], eq):
        yield from _said_once(blocks, run)
    for run in _joined([_asked_or_said(block) for block in blocks], ne):
        if _is_talk(blocks[run.start : run.stop]):
            yield run
    for run in _joined([_speaker(block) and block.tag for block in blocks], eq):
        if _has_speakers(blocks[run.start : run.stop]):
            yield run
    for run in _joined([_line_of_verse(block) for block in blocks], _reads_on):
        if _is_verse(blocks[run.start : run.stop]):
            yield run


def labelled(blocks: Sequence[Block]) -> Iterator[Sequence[int]]:
    """Runs of short lines with a label, a dash or a number in the same place, as positions.

    What stands around articles is made so, too: such a run says nothing against a kind with a name.
    """
    if len(blocks) <= MAX_LINES:
        for run in _joined([_sign(block) for block in blocks], eq):
            yield from _said_once(blocks, run)


def _sign(block: Block) -> str:
    """What parts a short line in two; empty where nothing does."""
    if block.tag not in ("p", "li") or block.size > SIGNED_WORDS or block.marks or block.is_prose:
        return ""
    return next((name for name, sign in _SIGNS.items() if sign.match(block.plain)), "")


def _joined(traits: Sequence[T | None], alike: Callable[[T, T], bool]) -> Iterator[range]:
    """Stretches of lines with a trait, each alike to the one before."""
    start = 0
    for at in range(1, len(traits) + 1):
        one, other = traits[at - 1], traits[at] if at < len(traits) else None
        if one and other and alike(one, other):
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


def _follow(one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether two lines have one form, and numbers that follow on one another if they have any."""
    return other == (one[0], one[1] + (one[0] == "number"))


def _form(block: Block) -> tuple[str, int] | None:
    """What a line has the form of, and its number or 0; None for links and all others."""
    name = "" if block.tag in ("tr", "pre") or block.is_heading else _named(block)
    if not name or block.link_share > 0.5:
        return None
    match = _NUMBER.match(block.plain) if name == "number" else None
    return name, int(match[1]) if match else 0


def _named(block: Block) -> str:
    text = block.plain
    if text.startswith(_DASHES) and _TURN.match(text):
        return "turn"
    if text.startswith("| ") and text.endswith(" |"):
        return "row"
    if not has_digit(text):
        return "paragraph" if text.startswith("§") else ""
    marked = "paragraph" if _PARAGRAPH.match(text) else ""
    found = next((name for name, fits in _FORMS if fits(text)), "") if block.is_short else ""
    if not marked and not found:
        return ""
    return marked if is_stamp(text) or is_quote_value(text) else found


_FORMS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("number", _NUMBER.match),
    ("paragraph", _PARAGRAPH.match),
    ("clock", _CLOCK.match),
    ("date", lambda text: text[0].isdigit() and has_date(text[:BEGINNING])),
    ("score", _SCORE.match),
    ("amount", _AMOUNT.match),
)


def _list_of(block: Block) -> tuple[object] | None:
    """The numbered list that a line is an item of; None for paragraphs and links."""
    if not block.layout.ordered or block.tag != "li" or block.is_prose or block.link_share > 0.5:
        return None
    return (block.layout.group,)


def _asked_or_said(block: Block) -> int:
    """1 for a question, −1 for another short line, as in a talk of short answers; else 0."""
    if block.tag != "p" or not block.is_short or block.link_share:
        return 0
    return 1 if block.text.endswith(QUESTION_MARKS) else -1


def _is_talk(blocks: Sequence[Block]) -> bool:
    """Whether there are two questions or more, with answers, and most lines are said once."""
    several = {block.key for block in blocks}
    return len(blocks) > MIN_LINES and 4 * len(several) > 3 * len(blocks)


def _speaker(block: Block) -> str:
    """What stands before the colon, as the name of one who speaks; empty where nothing does."""
    may_be = block.tag in ("p", "li") and _MARK.search(block.plain, 0, LABEL_LETTERS + 1)
    match = _LABEL.match(block.plain) if may_be else None
    return match[0] if match else ""


def _has_speakers(blocks: Sequence[Block]) -> bool:
    """Whether a few names come again, and what they say does not."""
    names, said = set(map(_speaker, blocks)), {block.key for block in blocks}
    few = len(names) > 1 and 2 * len(names) <= len(blocks) + 1
    return few and 4 * len(said) > 3 * len(blocks)


def _line_of_verse(block: Block) -> str:
    """The text of a line that may be verse."""
    return block.text if block.tag == "p" and block.size <= VERSE_WORDS and not block.marks else ""


def _reads_on(one: str, other: str) -> bool:
    """Whether a line closes or goes on in the next."""
    return _runs_on(one, other) or one.endswith(_ENDS)


def _is_verse(blocks: Sequence[Block]) -> bool:
    """Whether a sentence goes on over some lines, and most of them pause or end; labels do not."""
    texts = [block.text for block in blocks]
    closed = sum(text.endswith(_PAUSES + _ENDS) for text in texts)
    return 2 * closed >= len(texts) and any(_runs_on(a, b) for a, b in pairwise(texts))


def _runs_on(one: str, other: str) -> bool:
    """Whether a sentence goes on from one line to the next."""
    return one.endswith(_PAUSES) or other[:1].islower()
