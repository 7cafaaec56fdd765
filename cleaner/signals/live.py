"""Live blogs: clock times over sentences, in lines of a scrape or among paragraphs of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from cleaner.document.article import Article
from cleaner.signals.programme import logs

PARAGRAPHS = 2
"""Paragraphs that show an element to hold the article."""
LEVELS = 3
"""Steps up from the time of an entry to such an element."""


def live(article: Article) -> Iterator[range]:
    """Where the entries stand; of a page, in an element that holds paragraphs of the article."""
    if article.is_text:
        yield from logs(article.blocks)
        return
    every = list(logs(article.blocks, is_within=True))
    holders = {at: _above(article, at)[1] for at in article.prose} if every else {}
    held = Counter(holders.values())
    for log in every:
        own = Counter(holders[at] for at in log if at in holders)
        around = _above(article, log.start)[1:]
        if holder := next((path for path in around if held[path] - own[path] >= PARAGRAPHS), ""):
            yield range(log.start, _end(article, log, holder))


def _end(article: Article, log: range, holder: str) -> int:
    """Where a log ends that may go on to what stands behind the element of its entries."""
    paths = (article.place(article.blocks[at]).xpath for at in log)
    return log.start + sum(1 for _ in takewhile(lambda path: path.startswith(holder + "/"), paths))


def _above(article: Article, position: int) -> list[str]:
    """The xpaths of a line's element and of those right around it."""
    steps = article.place(article.blocks[position]).xpath.split("/")
    return ["/".join(steps[: len(steps) - level]) for level in range(LEVELS + 1)]
