"""A share in a text: its value, its change and the change in per cent, one under the other."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.text.regex import regex
from cleaner.text.values import is_quote_value

MAX_CODES = 2
_MOVED = regex(r"[+−–-]\s?\d[\d.,]*\s?\(\s?[+−–-]?\s?\d[\d.,]*\s?%\s?\)")
_CODE = regex(r"(?=.*[A-Z])[A-Z0-9][A-Z0-9.:&' -]{1,40}")
"""A ticker, or a name in capitals."""


def share_moves(article: Article) -> Iterator[Block]:
    """The lines of such cards: codes of the share, its value, and "+1.20 (+0.85%)" behind it."""
    for at, block in article.short_blocks:
        over = article.near(at - 1)
        if over is not None and _is_moved(block) and is_quote_value(over.plain):
            yield from (over, block)
            yield from _codes(article, at - 1)


def _is_moved(block: Block) -> bool:
    return block.tag == "p" and _MOVED.fullmatch(block.text) is not None


def _codes(article: Article, value: int) -> Iterator[Block]:
    """Codes and names in capitals over a value."""
    for at in range(value - 1, max(-1, value - 1 - MAX_CODES), -1):
        block = article.blocks[at]
        if block.tag != "p" or not _CODE.fullmatch(block.text):
            return
        yield block
