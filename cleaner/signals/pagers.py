"""Page numbers and counts of pictures, by their form."""

from __future__ import annotations

import re

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.text.regex import regex

_PAGES = regex(
    r"[\s|·•«»‹›<>…→←.]*\d{1,3}(?:(?:[\s|·•«»‹›<>…→←.]+\d{1,3})+(?:\s+[^\W\d]+)?)?[\s|·•«»‹›<>…→←.]*"
)
_ITEM = regex(r"\d+[.)]")
_COUNT = regex(r"(\d{1,3})\s?/\s?(\d{1,3})")


def are_page_numbers(block: Block) -> bool:
    """Whether a line is one number, or several from one on, in order; “1.” is that of an item."""
    if block.tag != "p" or not _PAGES.fullmatch(block.text) or _ITEM.fullmatch(block.text):
        return False
    numbers = [int(number) for number in re.findall(r"\d+", block.text)]
    return numbers == sorted(set(numbers)) and (numbers[0] == 1 or len(numbers) == 1)


def counts_a_picture(block: Block) -> bool:
    """Whether a line is a count such as “1/3”."""
    return _COUNT.fullmatch(block.text) is not None


def picture_counts(article: Article) -> list[Block]:
    """The lines that count pictures up to one number: “1/3”, “2/3”, “3/3”."""
    found = [
        (b, int(m[1]), m[2])
        for _, b in article.short_blocks
        if b.tag in ("p", "li") and (m := _COUNT.fullmatch(b.text))
    ]
    counts = [number for _, number, _ in found]
    is_one = len({total for _, _, total in found}) == 1
    runs = is_one and len(counts) > 1 and counts == list(range(counts[0], counts[0] + len(counts)))
    return [block for block, _, _ in found] if runs else []
