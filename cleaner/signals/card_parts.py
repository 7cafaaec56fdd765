"""What a card is made of: a title, and furniture beside it such as a date or a source."""

from __future__ import annotations

import re

from cleaner.document.block import Block
from cleaner.text import words as t
from cleaner.text.lexicon import with_role
from cleaner.text.patterns import has_date, has_digit, is_quote_value, is_stamp, is_version

MAX_TITLE_WORDS = 28
MAX_FURNITURE_WORDS, MAX_TIMED_WORDS = 9, 12
TAIL = 22
"""Letters at the end that hold the date."""
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_title(block: Block) -> bool:
    """Whether a block reads like another article's title: short, no full stop."""
    count = len(block.words)
    if count < 2 or block.size > MAX_TITLE_WORDS or block.tag in ("tr", "pre"):
        return False
    return block.link_share > 0.6 or not block.text.rstrip("\"'”’»").endswith(
        (".", "。", ":", "：", ";", ",")
    )


def is_furniture(block: Block) -> bool:
    """Whether a block is "Share", a time, a source with a time, a section label."""
    if not block.is_short or block.size > MAX_FURNITURE_WORDS:
        return block.size <= MAX_TIMED_WORDS and _is_timed(block)
    if block.hits and not with_role("in-card").isdisjoint(block.hits):
        return True
    if not has_digit(block.plain) or is_version(block.plain):
        return False
    return is_stamp(block.plain) or is_quote_value(block.plain) or _is_timed(block)


def _is_timed(block: Block) -> bool:
    """Whether a block is no sentence, and ends in a date or a time."""
    return not t.ends_sentence(block.text) and ends_in_time(block)


def ends_in_time(block: Block) -> bool:
    """Whether a block ends in a date or a time, which may be glued to a source."""
    if block.size > MAX_TIMED_WORDS or not has_digit(block.plain):
        return False
    return has_date(block.plain[-TAIL:]) or has_date(_GLUED.sub(" ", block.text[-TAIL:]).lower())
