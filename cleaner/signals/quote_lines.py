"""Labels with their values, as in a price card: beside or under them, in any language.

What tells them from facts of an article is the sum of signs: several pairs in a row, and among them
a ticker, a price and a change with its sign, or labels that only such cards have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleaner.document.block import Block
from cleaner.signals.like_lines import MAX_LINES
from cleaner.text import words as t
from cleaner.text.patterns import has_digit
from cleaner.text.regex import regex
from cleaner.text.values import PRICE, is_quote_value

MIN_PAIRS, MIN_KNOWN = 3, 2
MAX_LABEL_WORDS, MAX_PAIR_WORDS, MAX_LETTERS = 4, 10, 90
_TICKER = regex(r"(?<![^\W_])[A-Z]{2,5}\d?(?![^\W\d_])")
_CHANGED = regex(r"[+−–▲▼-]\s?\d[\d.,]*\s?%")
_VALUE = regex(
    r"[+−–▲▼-]?\s?%?\s?(?:[A-Z]{2,3}\s?)?[$€£¥₩₽₹]?\s?\d[\d.,\s\u202f]*(?:-\s?[$€£¥₩₽₹]?\s?\d[\d.,]*)?"
    r"\s?(?:%|(?:(?:mil|milyon|milyar|млн|млрд|مليون|مليار|[億亿万兆조억만])\s?)?[^\W\d]{1,5}\.?\s?[$€£¥₩₽₹]?|[$€£¥₩₽₹])?$"
)
Knows = Callable[[str], bool]
"""Whether a label, in lower case, is one that only price cards have."""


def quote_lines(blocks: Sequence[Block], knows: Knows) -> Iterator[tuple[int, int]]:
    """The runs of pairs that are price cards: (start, end)."""
    start = at = 0
    while at <= len(blocks) <= MAX_LINES:
        size = _pair(blocks, at)
        if size:
            at += size
            continue
        if at > start and _is_card(blocks[start:at], knows):
            yield start, at
        start = at = at + 1


def is_label(block: Block) -> bool:
    """Whether a line may be a label or a button of a card, in any language."""
    fits = 0 < block.size <= MAX_LABEL_WORDS and block.tag not in ("tr", "pre", "li")
    return fits and not block.is_heading and not t.ends_sentence(block.text)


def _pair(blocks: Sequence[Block], at: int) -> int:
    """How many lines a pair at a place has: a line with its value, or a label and a value."""
    if at >= len(blocks) or blocks[at].tag in ("li", "pre") or not blocks[at].is_short:
        return 0
    if is_quote_value(blocks[at].plain) or _label(blocks[at]):
        return 1
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    return 2 if after is not None and is_label(blocks[at]) and is_quote_value(after.plain) else 0


def _label(block: Block) -> str:
    """What stands before the value that ends a line; empty where none does."""
    is_long = len(block.text) > MAX_LETTERS or block.size > MAX_PAIR_WORDS
    if is_long or block.is_heading or not has_digit(block.plain):
        return ""
    match = None if t.ends_sentence(block.text) else _VALUE.search(block.text)
    label = block.plain[: match.start()].rstrip(" :|(") if match else ""
    return label if any(map(str.isalpha, label)) and "|" not in label else ""


def _is_card(blocks: Sequence[Block], knows: Knows) -> bool:
    """Whether pairs are those of a price card, by their number, labels and values."""
    labels = [_label(b) or b.plain for b in blocks]
    pairs = sum(is_quote_value(b.plain) or bool(_label(b)) for b in blocks)
    priced = any(PRICE.search(b.text) for b in blocks)
    changed = priced and any(_CHANGED.search(b.text) for b in blocks)
    changed = changed and any(_TICKER.search(b.text) for b in blocks)
    return pairs >= MIN_PAIRS and (changed or sum(map(knows, labels)) >= MIN_KNOWN)
