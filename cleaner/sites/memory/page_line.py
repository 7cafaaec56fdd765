"""The lines of a page at hand, each with what its site's memory knows of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.reading.lines import Source
from cleaner.sites.memory.chains import NOWHERE, Chain, Chains, is_named, plainly
from cleaner.sites.memory.compare import MIN_ARTICLES
from cleaner.sites.memory.digests import ends_of, key_of, key_of_block
from cleaner.sites.memory.fingerprint import LINKED, PROSE, line_of, reads_as_prose
from cleaner.sites.memory.furniture import Furniture, positions, within
from cleaner.sites.memory.lists import MAX_OF_PAGE, Listing
from cleaner.sites.memory.recurring_line import MIDST, RecurringLine

ROOM = 1.5
"""How much longer than ever seen a line of a list may be."""


@dataclass(eq=False)
class PageLine:
    """A block of the page at hand, with what the memory knows of it."""

    block: Block
    key: str
    known: RecurringLine | None
    chain: Chain
    listed: Listing | None = None
    named: bool = False
    """Whether its list is told by a class or id."""
    at: str = MIDST
    over: bool = False
    """Whether it stands over the title."""
    sure: bool = False
    follows: bool = False
    """Whether furniture stands between the article and it."""

    @property
    def is_known(self) -> bool:
        """Whether it comes back; what two articles say with other numbers is still their own."""
        return self.known is not None and (self.known.seen >= MIN_ARTICLES or not self.known.varies)

    @property
    def is_prose(self) -> bool:
        """A sentence of some length, a link or not."""
        return self.block.is_prose or reads_as_prose(self.block)

    @property
    def is_label(self) -> bool:
        """A line that says what comes under it."""
        return self.known is not None and not ({PROSE, LINKED} & self.known.marks)


Placer = Callable[[Block], Chain]


def lines_of_article(article: Article, furniture: Furniture, place: Placer) -> list[PageLine]:
    """The blocks of an article, with what is known of each and where it stands."""
    lines = [_line(block, furniture, place) for block in article]
    _disown(lines, article, furniture)
    _doubt_lists(lines, furniture)
    _under_openers(lines, furniture)
    own = [line.is_prose and not (line.listed or line.is_known) for line in lines]
    for line, at in zip(lines, positions(own), strict=True):
        line.at = at
    return lines


def _line(block: Block, furniture: Furniture, place: Placer) -> PageLine:
    key = key_of_block(block)
    known = furniture.lines.get(key)
    if known is None and furniture.parts:
        start, end = ends_of(block)
        known = furniture.parts.get(start) or furniture.parts.get(end)
    if not (known or furniture.lists):
        return PageLine(block, key, None, NOWHERE)
    chain = place(block)
    container = within(chain, furniture.lists)
    listed = furniture.lists[container] if container else None
    return PageLine(block, key, known, chain, listed, named=bool(container and is_named(container)))


def _disown(lines: list[PageLine], article: Article, furniture: Furniture) -> None:
    """Mark what stands over the title, and forget what other pages know as this one's opening."""
    title = key_of(article.title_key or "?")
    at = next((i for i, line in enumerate(lines) if line.key == title), 0)
    for line in lines[:at]:
        line.over = True
    for line in lines:
        if line.known and furniture.titles & line.known.under == {title}:
            line.known = None


def placer(article: Article, source: Source | None, furniture: Furniture) -> Placer:
    """A function that tells where a block stands, as the memory writes it."""
    chains, plain = Chains(), plainly(furniture.steady)

    def place(block: Block) -> Chain:
        line = None if source is None or article.is_text else line_of(block, source)
        return NOWHERE if line is None else plain(chains.of(line.element))

    return place


def _doubt_lists(lines: list[PageLine], furniture: Furniture) -> None:
    """Take back what would be most of the page, and lists without a name that offer nothing met."""
    for listed, run in groupby(lines, key=lambda line: None if line.named else line.listed):
        group = list(run)
        if listed and not _offers(group, furniture):
            for line in group:
                line.listed = None
    total = sum(line.block.size for line in lines)
    if sum(line.block.size for line in lines if line.listed) > MAX_OF_PAGE * total:
        for line in lines:
            line.listed = None


def _offers(group: list[PageLine], furniture: Furniture) -> bool:
    """Whether one of the lines is the title of another page."""
    return any(line.key in furniture.titles for line in group)


def _under_openers(lines: list[PageLine], furniture: Furniture) -> None:
    """What stands under a line that offers other pages, as far as it ever reached."""
    for i, line in enumerate(lines):
        if opener := furniture.openers.get(line.key):
            _offer(lines[i + 1 : i + 1 + opener.lines], opener, furniture)


def _offer(lines: list[PageLine], opener: Listing, furniture: Furniture) -> None:
    """Titles, each with one sentence or paragraph at most, up to another line that comes back."""
    said, titled = True, False
    for line in lines:
        excerpt, titled = titled and line.is_prose, line.key in furniture.titles
        again = line.known is not None and line.known.seen >= MIN_ARTICLES
        if (again and not (titled or excerpt)) or line.block.size > ROOM * opener.words:
            return
        if said and line.is_prose:
            return
        said, line.listed = line.is_prose, line.listed or opener
