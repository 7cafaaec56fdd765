"""What a card is made of: a title, and furniture beside it such as a date or a source."""

from __future__ import annotations

from cleaner.document.block import Block
from cleaner.text import words as t
from cleaner.text.lexicon import with_role
from cleaner.text.patterns import has_date, has_digit, is_quote_value, is_stamp, is_version

MAX_TITLE_WORDS = 28
MAX_FURNITURE_WORDS = 9


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
        return False
    if block.hits and not with_role("in-card").isdisjoint(block.hits):
        return True
    if not has_digit(block.plain) or is_version(block.plain):
        return False
    if is_stamp(block.plain) or is_quote_value(block.plain):
        return True
    return not t.ends_sentence(block.text) and ends_in_time(block)


def ends_in_time(block: Block) -> bool:
    """Whether a block ends in a date or a time."""
    tail = block.plain[-22:]
    return block.size <= 12 and has_date(tail)
