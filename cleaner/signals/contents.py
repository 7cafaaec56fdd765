"""Tables of contents by their form: runs of links to places in the page that its headings name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.text.words import match_key

MIN_ENTRIES = 2
HEADED = 0.6
"""Share of a run's links that have to be headings further down."""
LABEL_WORDS = 5


def linked_contents(article: Article) -> Iterator[Block]:
    """The entries of each table of contents, and the line over it."""
    runs = groupby(enumerate(article), key=lambda each: _leads_inside(each[1]))
    tables = [list(run) for is_entry, run in runs if is_entry]
    last = _last_headings(article) if tables else {}
    for table in tables:
        first = table[0][0]
        headed = sum(last.get(_key(block), -1) > position for position, block in table)
        if headed >= MIN_ENTRIES and headed >= HEADED * len(table):
            yield from _label(article, first)
            yield from (block for _, block in table)


def _leads_inside(block: Block) -> bool:
    """Whether a line is links to places in the page and nothing else."""
    hrefs = [m.href.strip() for m in block.marks if m.tag == "a"]
    fits = bool(hrefs) and not block.is_heading and block.is_short and block.link_share > 0.7
    return fits and all("#" in href[:-1] for href in hrefs)


def _last_headings(article: Article) -> dict[str, int]:
    return {_key(b): position for position, b in enumerate(article) if b.is_heading}


def _key(block: Block) -> str:
    """A heading's letters without its number."""
    return match_key(block.text.lstrip("0123456789.) ")) or block.key


def _label(article: Article, first: int) -> Iterator[Block]:
    """The short line over a table; a heading goes only with all that it heads."""
    over = article.near(first - 1)
    if over is None or over.is_heading or over.is_prose or over.marks:
        return
    if over.size <= LABEL_WORDS and over.key != article.title_key:
        yield over


def stand_again(article: Article) -> dict[str, int]:
    """Where each text stands last as a heading; in text, which has none, each that recurs."""
    copies = Counter(b.key for b in article) if article.is_text else Counter[str]()
    return {
        block.key: position
        for position, block in enumerate(article)
        if (copies[block.key] > 1 if article.is_text else block.is_heading)
    }
