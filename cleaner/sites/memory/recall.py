"""What a site's memory says of a page, as findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.document.verdict import Remembered
from cleaner.reading.lines import Source
from cleaner.sites.memory.compare import MIN_ARTICLES
from cleaner.sites.memory.fit import is_elsewhere
from cleaner.sites.memory.furniture import Furniture
from cleaner.sites.memory.page_line import PageLine, Placer, lines_of_article, placer
from cleaner.sites.memory.verdict import judge

KIND = "site-furniture"

_CHANGED = (
    "the layout of {host} has changed: nothing of what its memory knows of {of} articles is here, "
    "and the article stands elsewhere; learn the site again"
)


def recall(article: Article, source: Source | None, furniture: Furniture) -> Remembered:
    """Look an article's blocks up in what is known of its site; source: the page's lines."""
    place = placer(article, source, furniture)
    lines = lines_of_article(article, furniture, place)
    judge(lines, furniture)
    met = [line for line in lines if line.listed or line.known]
    told = [(line, _because(line, furniture)) for line in met]
    return Remembered(
        tuple(_named(_sureness(line)(line.block, why)) for line, why in told if line.sure),
        tuple(_named(possible(line.block, why)) for line, why in told if why),
        () if met else tuple(_notes(article, furniture, place)),
    )


def _notes(article: Article, furniture: Furniture, place: Placer) -> Iterator[str]:
    prose = ((place(block), len(block.words)) for block in article if block.is_prose)
    if is_elsewhere(furniture, prose):
        yield _CHANGED.format(host=furniture.host, of=furniture.of)


def _named(finding: Finding) -> Finding:
    return replace(finding, kind=KIND)


def _sureness(line: PageLine) -> Callable[[Block, str], Finding]:
    """What other articles have, too, is certain, however little is left of a short article."""
    known = line.known is not None and line.known.seen >= MIN_ARTICLES
    return certain if known or line.listed else likely


def _because(line: PageLine, furniture: Furniture) -> str:
    known, one = line.known, line.listed
    if known and (one is None or known.seen >= MIN_ARTICLES):
        near = ", not always the same" if known.varies else ""
        return f"seen in {known.seen} of {furniture.of} articles of {furniture.host}{near}"
    assert one
    return f"{one.what}, at the same place in {one.seen} of {furniture.of} articles"
