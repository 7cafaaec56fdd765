"""What a card is made of: a title, and furniture beside it such as a date or a source."""

from __future__ import annotations

from cleaner.document.block import Block
from cleaner.text import words as t
from cleaner.text.lexicon import scan, with_role
from cleaner.text.patterns import has_date, has_digit, is_stamp, is_version
from cleaner.text.regex import regex
from cleaner.text.values import is_quote_value

MAX_TITLE_WORDS = 28
MAX_FURNITURE_WORDS, MAX_TIMED_WORDS = 9, 12
KNOWN = 5
"""How many times longer a sentence is than a phrase in it that says little of it, such as “De”."""
TAIL = 22
"""Letters at the end that hold the date."""
MAX_TIMED_LETTERS = 80
_AFTER_SOURCE = regex(r".*(?:\s[|·•–—]\s|[a-zß-ÿ](?=[A-Z]))(.{3,24})$")
_CLOSING, _STOPS = "\"'”’»）)", frozenset(".。।۔:：;,，、")
"""What closes a quotation at the end of a line; what ends or goes on with a sentence there."""
_DASHES = frozenset("–—")
_MOMENTS = (("timestamp", "relative"), ("timestamp", "moment"))


def is_title(block: Block) -> bool:
    """Whether a block reads like another article's title: short, no full stop."""
    count = len(block.words)
    if count < 2 or block.size > MAX_TITLE_WORDS or block.tag in ("tr", "pre"):
        return False
    return block.link_share > 0.6 or not block.text.rstrip("\"'”’»").endswith(
        (".", "。", "।", "۔", ":", "：", ";", ",")
    )


def may_be_headline(block: Block) -> bool:
    """Whether a line is no paragraph, and neither begins nor ends within a sentence."""
    first, last = block.text[0], block.text.rstrip(_CLOSING)[-1:]
    return block.is_short and not block.is_prose and not first.islower() and last not in _STOPS


def is_said(block: Block) -> bool:
    """Whether a line is a whole sentence, or several, and none of what cards or sites say."""
    ends = t.ends_sentence(block.text) and not is_title(block) and not block.is_cut
    known = (hit.end - hit.start for hits in block.hits.values() for hit in hits)
    return ends and KNOWN * max(known, default=0) < len(block.text) and not is_furniture(block)


def is_furniture(block: Block) -> bool:
    """Whether a block is "Share", a time, a source with a time, a section label."""
    if not block.is_short or block.size > MAX_FURNITURE_WORDS:
        return block.size <= MAX_TIMED_WORDS and _is_timed(block)
    if block.hits and not with_role("in-card").isdisjoint(block.hits):
        return True
    if is_version(block.plain):
        return False
    known = has_digit(block.plain) and (is_stamp(block.plain) or is_quote_value(block.plain))
    return known or _is_timed(block)


def _is_timed(block: Block) -> bool:
    """Whether a block is no sentence, and ends in a date or a time."""
    return not t.ends_sentence(block.text) and ends_in_time(block)


def goes_on(block: Block) -> bool:
    """Whether a line goes on with a sentence: “, which”, or in small letters to a full stop."""
    if block.text[0] in ",;.":
        return block.size > 1
    ends = t.ends_sentence(block.text) or t.has_sentence(block.text)
    return block.size > 1 and block.text[0].islower() and ends


def dashed(one: Block, other: Block) -> bool:
    """Whether a scrape cut a sentence at the dash behind its place or label: “CORNO –”, “– Snow”.

    >>> dashed(Block(0, "CORNO"), Block(1, "– Snow fell.")), dashed(Block(0, "A"), Block(1, "B."))
    (True, False)
    """
    cut = one.text[-1] in _DASHES or other.text[0] in _DASHES
    return cut and other.size > 1 and t.ends_sentence(other.text)


def ends_in_time(block: Block) -> bool:
    """Whether a block ends in a date or a time, which may be glued to a source."""
    if block.size > MAX_TIMED_WORDS:
        return False
    if has_digit(block.plain) and has_date(block.plain[-TAIL:]):
        return True
    after = _AFTER_SOURCE.match(block.text) if len(block.text) <= MAX_TIMED_LETTERS else None
    return after is not None and _is_moment(t.fold(after[1]).strip())


def _is_moment(plain: str) -> bool:
    """Whether a text is a date, or a moment such as “yesterday”."""
    if has_digit(plain) and has_date(plain):
        return True
    whole = (h for kind_slot in _MOMENTS for h in scan(plain).get(kind_slot, ()))
    return any(not h.start and h.end == len(plain) for h in whole)
