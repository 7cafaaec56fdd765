"""Paragraphs that stand a second time in another kind of element, as under a picture."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block

MIN_WORDS = 8
MOST = 3.0
"""So many times the words of the copy's kind of element are in that of the paragraph."""
Make = tuple[str, str]
_INTRODUCES = (":", "：")


def set_off_copies(article: Article) -> Iterator[tuple[Block, Block]]:
    """Copies, each with the paragraph that says the same where the article is written.

    Refrains stand in elements like one another, and what a colon introduces is quoted.
    """
    said = [again for again in _said(article).values() if len(again) > 1]
    if not said or article.lines is None:
        return
    sizes: Counter[Make] = Counter()
    for position in article.prose:
        sizes[_make(article, position)] += round(article.blocks[position].size)
    for positions in said:
        common = {p: sizes[_make(article, p)] for p in positions}
        main = max(positions, key=common.__getitem__)
        for position in positions:
            few = MOST * common[position] <= common[main]
            if few and not _is_quoted(article, position):
                yield article.blocks[position], article.blocks[main]


def _said(article: Article) -> dict[str, list[int]]:
    said: dict[str, list[int]] = defaultdict(list)
    for position, block in enumerate(article):
        if block.tag == "p" and block.size >= MIN_WORDS:
            said[block.key].append(position)
    return said


def _make(article: Article, position: int) -> Make:
    """The kind of element that a block is in: its tag and class."""
    block = article.blocks[position]
    return block.tag, article.place(block).classes


def _is_quoted(article: Article, position: int) -> bool:
    before = article.near(position - 1)
    introduced = before is not None and before.text.endswith(_INTRODUCES)
    return introduced or article.blocks[position].layout.quote
