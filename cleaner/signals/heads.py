"""Headings of one rank over prose, or with dates; a text's headwords, which alternate with prose.

A glossary has "Share" and "Print" among its headwords, a report "Comments" among its sections.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.text.patterns import has_date, is_version

MIN_HEADS = 3
HEAD_WORDS = 3


def heads(article: Article) -> Iterator[Sequence[int]]:
    """Groups of like headings, right over prose or with a date, as positions."""
    if article.is_text:
        yield from _headwords(article)
        return
    by_rank: dict[str, list[int]] = defaultdict(list)
    for position, block in enumerate(article):
        if block.is_heading and (_is_dated(block) or _is_over_prose(article, position)):
            by_rank[block.tag].append(position)
    for found in by_rank.values():
        yield from _distinct(article, found)


def _is_dated(block: Block) -> bool:
    """Whether a heading names a version or a date, as those of notes, diaries and logs do."""
    return block.link_share <= 0.5 and (is_version(block.plain) or has_date(block.plain))


def _is_over_prose(article: Article, position: int) -> bool:
    """Whether prose is the next line of the page, and not merely what is left of it."""
    block, after = article.blocks[position], article.near(position + 1)
    if after is None or not after.is_prose or block.link_share > 0.5:
        return False
    return block.line < 0 or after.line == block.line + 1


def _headwords(article: Article) -> Iterator[Sequence[int]]:
    """Short lines, all different, of which each stands over one paragraph."""
    found: list[int] = []
    for position in range(len(article.blocks) + 1):
        if _is_headword(article, position):
            if found and position - found[-1] != 2:
                yield from _distinct(article, found)
                found = []
            found.append(position)
    yield from _distinct(article, found)


def _is_headword(article: Article, position: int) -> bool:
    block, after = article.near(position), article.near(position + 1)
    if block is None or after is None or not after.is_prose:
        return False
    return not block.is_prose and block.size <= HEAD_WORDS and block.text[-1:].isalpha()


def _distinct(article: Article, found: Sequence[int]) -> Iterator[Sequence[int]]:
    several = {article.blocks[position].key for position in found}
    if MIN_HEADS <= len(found) == len(several):
        yield found
