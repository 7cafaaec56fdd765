"""Which blocks of a page a site's memory knows as furniture, and how surely.

Doubt keeps. A line that comes back may be an article's own: the motto of a column, the dateline of
an agency, a heading ("Ingredients"), a paragraph of background that a newsroom repeats.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cleaner.article import Article, Block
from cleaner.finding import Finding, certain, likely, possible
from cleaner.site_memory.chains import NOWHERE, Chain, Chains, is_named, plainly
from cleaner.site_memory.compare import LEAST
from cleaner.site_memory.fit import is_elsewhere
from cleaner.site_memory.furniture import HEAD, MIDST, TAIL, Furniture, Known, positions, within
from cleaner.site_memory.lists import MOST_OF_PAGE, PRICES, Listing
from cleaner.site_memory.sketch import (
    LINKED,
    LINKS,
    LISTED,
    LONGER,
    PROSE,
    SUSPECT,
    ends_of,
    key_of,
    key_of_block,
    line_of,
    reads_as_prose,
)

OFTEN, NEARLY_ALWAYS = 0.6, 0.8
"""Shares of the articles in which a line must stand that has no place of its own."""
MOTTO = 40
"""Words from which a text over an article is more than the motto of a column."""
_CHANGED = (
    "the layout of {host} has changed: nothing of what its memory knows of {of} articles is here, "
    "and the article stands elsewhere; learn the site anew"
)
OFTEN_GONE = 0.5
"""Share of the pages on which another kind stripped a line, from which it always goes."""
SPARSE = 15
"""Words for each number, from which a text says the same whatever the number."""
FORMULAIC = 0.34
"""Share of a page's other prose that may go as text that varies; more are its own formulas."""
_NUMBER = re.compile(r"\d[\d.,:/ ]*")
ROOM = 1.5
"""How much longer than ever seen a line of a list may be."""


@dataclass
class _Line:
    """A block of the page at hand, with what the memory knows of it."""

    block: Block
    key: str
    known: Known | None
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
        return self.known is not None and (self.known.seen >= LEAST or not self.known.varies)

    @property
    def is_prose(self) -> bool:
        return self.block.is_prose or reads_as_prose(self.block)

    @property
    def is_label(self) -> bool:
        """A line that says what comes under it."""
        return self.known is not None and not ({PROSE, LINKED} & self.known.marks)


class Recall:
    """What a memory says of one page: judged once, on the page as it was extracted."""

    def __init__(self, furniture: Furniture) -> None:
        """Nothing is looked at before the first article."""
        self.furniture = furniture
        self._doubts: dict[int, tuple[str, str]] | None = None
        """By the index of a block: its text, and what is known of it."""
        self.notes: tuple[str, ...] = ()

    def findings(self, article: Article) -> Iterator[Finding]:
        """What is sure, from the first article; of later ones, what was left."""
        if self._doubts is None:
            yield from self._judged(article)
            return
        for block in article:
            text, because = self._doubts.get(block.index, ("", ""))
            if because and text == block.text:
                yield possible(block, because)

    def _judged(self, article: Article) -> Iterator[Finding]:
        lines = _lines(article, self.furniture)
        _judge(lines, self.furniture)
        met = [line for line in lines if line.listed or line.known]
        if not met and self._is_elsewhere(article):
            self.notes = (_CHANGED.format(host=self.furniture.host, of=self.furniture.of),)
        told = {line.block.index: _because(line, self.furniture) for line in met}
        self._doubts = {line.block.index: (line.block.text, told[line.block.index]) for line in met}
        for line in met:
            if line.sure:
                yield _sureness(line)(line.block, told[line.block.index])

    def _is_elsewhere(self, article: Article) -> bool:
        place = _placer(article, self.furniture)
        prose = ((place(block), len(block.words)) for block in article if block.is_prose)
        return is_elsewhere(self.furniture, prose)


def _sureness(line: _Line) -> Callable[[Block, str], Finding]:
    """What other articles have, too, is certain, however little is left of a short article."""
    known = line.known is not None and line.known.seen >= LEAST
    return certain if known or line.listed else likely


def _because(line: _Line, furniture: Furniture) -> str:
    known, one = line.known, line.listed
    if known and (one is None or known.seen >= LEAST):
        near = ", not always the same" if known.varies else ""
        return f"seen in {known.seen} of {furniture.of} articles of {furniture.host}{near}"
    assert one
    return f"{one.what}, at the same place in {one.seen} of {furniture.of} articles"


def _lines(article: Article, furniture: Furniture) -> list[_Line]:
    place = _placer(article, furniture)
    lines = [_line(block, furniture, place) for block in article]
    _disown(lines, article, furniture)
    _doubt_lists(lines, furniture)
    _under_openers(lines, furniture)
    own = [line.is_prose and not (line.listed or line.is_known) for line in lines]
    for line, at in zip(lines, positions(own), strict=True):
        line.at = at
    return lines


def _line(block: Block, furniture: Furniture, place: Callable[[Block], Chain]) -> _Line:
    key = key_of_block(block)
    known = furniture.lines.get(key)
    if known is None and furniture.parts:
        start, end = ends_of(block)
        known = furniture.parts.get(start) or furniture.parts.get(end)
    if not (known or furniture.lists):
        return _Line(block, key, None, NOWHERE)
    chain = place(block)
    container = within(chain, furniture.lists)
    listed = furniture.lists[container] if container else None
    return _Line(block, key, known, chain, listed, named=bool(container and is_named(container)))


def _disown(lines: list[_Line], article: Article, furniture: Furniture) -> None:
    """Mark what stands over the title, and forget what other pages know as this one's opening."""
    title = key_of(article.title_key or "?")
    at = next((i for i, line in enumerate(lines) if line.key == title), 0)
    for line in lines[:at]:
        line.over = True
    for line in lines:
        if line.known and title in line.known.under:
            line.known = None


def _placer(article: Article, furniture: Furniture) -> Callable[[Block], Chain]:
    chains, plain = Chains(), plainly(furniture.steady)
    source = article.source

    def place(block: Block) -> Chain:
        line = None if source is None or article.is_text else line_of(block, source)
        return NOWHERE if line is None else plain(chains.of(line.element))

    return place


def _doubt_lists(lines: list[_Line], furniture: Furniture) -> None:
    """Take back what would be most of the page, and lists without a name that offer nothing met."""
    for listed, run in groupby(lines, key=lambda line: None if line.named else line.listed):
        group = list(run)
        if listed and not _offers(group, furniture):
            for line in group:
                line.listed = None
    total = sum(line.block.size for line in lines)
    if sum(line.block.size for line in lines if line.listed) > MOST_OF_PAGE * total:
        for line in lines:
            line.listed = None


def _offers(group: list[_Line], furniture: Furniture) -> bool:
    """Whether one of the lines is the title of another page."""
    return any(line.key in furniture.titles for line in group)


def _under_openers(lines: list[_Line], furniture: Furniture) -> None:
    """What stands under a line that offers other pages, as far as it ever reached."""
    for i, line in enumerate(lines):
        if opener := furniture.openers.get(line.key):
            _offer(lines[i + 1 : i + 1 + opener.lines], opener, furniture)


def _offer(lines: list[_Line], opener: Listing, furniture: Furniture) -> None:
    """Titles, each with one sentence or paragraph at most, up to another line that comes back."""
    said, titled = True, False
    for line in lines:
        excerpt, titled = titled and line.is_prose, line.key in furniture.titles
        again = line.known is not None and line.known.seen >= LEAST
        if (again and not (titled or excerpt)) or line.block.size > ROOM * opener.words:
            return
        if said and line.is_prose:
            return
        said, line.listed = line.is_prose, line.listed or opener


def _judge(lines: list[_Line], furniture: Furniture) -> None:
    behind = False
    for line in lines:
        line.sure = _is_listed(line) or (
            line.known is not None and _is_furniture(line.known, line, furniture.of, behind=behind)
        )
        line.follows = behind
        behind |= line.sure and line.at == TAIL
    _spare_formulas(lines)
    _spare_forms(lines)
    for line, under in zip(reversed(lines[:-1]), reversed(lines[1:]), strict=True):
        if line.key in furniture.openers:
            line.sure |= under.sure and bool(under.listed)
        elif line.is_label and not (line.listed or line.over):
            line.sure &= under.sure and (line.follows or _is_head_of(line, under, furniture))


def _spare_forms(lines: list[_Line]) -> None:
    """Keep different lines at one kind of place with the article's own between them.

    So a series fills in its form: the questions of an interview, each in a box of its own.
    """
    stands: dict[Chain, set[int]] = defaultdict(set)
    own, filled = 0, [line for line in lines if _is_of_a_form(line)]
    for line in lines:
        own += line.is_prose and not (line.known or line.listed)
        if _is_of_a_form(line):
            stands[line.chain].add(own)
    for line in filled:
        line.sure &= len(stands[line.chain]) == 1


def _is_of_a_form(line: _Line) -> bool:
    known = line.known
    if known is None or not line.sure or line.at != MIDST or not known.own:
        return False
    return known.gone < 0.5 and PROSE in known.marks and not known.marks & {LINKED, SUSPECT}


def _is_head_of(label: _Line, under: _Line, furniture: Furniture) -> bool:
    """Whether a label stands in one container with what it says, and nothing of the article."""
    container = label.chain[:-1]
    apart = bool(container) and container not in furniture.holders
    return apart and under.chain[: len(container)] == container


def _spare_formulas(lines: list[_Line]) -> None:
    """Keep what varies where much of a page does: reports of the day, results, obituaries."""
    varying = [line for line in lines if line.sure and line.known and line.known.varies]
    others = [line for line in lines if line.is_prose and (line in varying or not line.sure)]
    words = sum(line.block.size for line in varying if line.is_prose)
    if words > FORMULAIC * sum(line.block.size for line in others):
        for line in varying:
            line.sure = bool(line.listed)


def _is_listed(line: _Line) -> bool:
    """Whether a line goes for the list that it stands in; over an article it may be a motto."""
    if line.listed is None or line.listed.what == PRICES or line.at != HEAD:
        return line.listed is not None
    return line.block.link_share > 0.5 or line.block.size >= MOTTO


def _is_furniture(known: Known, line: _Line, of: int, *, behind: bool) -> bool:
    """Whether a line that comes back is sure to be none of the article."""
    if line.chain not in known.chains or (LISTED in known.marks and not _says(known)):
        return False
    if known.varies:
        return _is_furniture_that_varies(known, line, of, behind=behind)
    if known.seen < LEAST:
        return behind and PROSE in known.marks
    if known.gone >= OFTEN_GONE and _says(known):
        return True
    if known.own:
        return line.over or _in_own_place(known, line.at)
    return not _asks(line.block) and _among_the_article(known, line, of, behind=behind)


def _is_furniture_that_varies(known: Known, line: _Line, of: int, *, behind: bool) -> bool:
    """The same of a line whose numbers or words change."""
    if known.seen < LEAST:
        return False
    if PROSE not in known.marks:
        return known.own and behind
    if known.own:
        return line.over or _in_own_place(known, line.at)
    alike = behind or _is_nearly_the_same(line)
    return alike and not _asks(line.block) and _among_the_article(known, line, of, behind=behind)


def _is_nearly_the_same(line: _Line) -> bool:
    """Whether a line says the same but for a number in many words: reports have more of them."""
    same = line.known is not None and line.key == line.known.key
    return same and SPARSE * len(_NUMBER.findall(line.block.text)) <= line.block.size


def _asks(block: Block) -> bool:
    """Whether it is a question: interviewers have the same ones for many."""
    return block.text.rstrip('"”’»').endswith(("?", "？", "؟"))


def _says(known: Known) -> bool:
    return bool(known.marks & {PROSE, LINKED})


def _in_own_place(known: Known, at: str) -> bool:
    if at == TAIL or LINKED in known.marks:
        return True
    if at == HEAD:
        return known.varies or known.size >= MOTTO or bool(known.marks & {LINKS, SUSPECT})
    return PROSE in known.marks


def _among_the_article(known: Known, line: _Line, of: int, *, behind: bool) -> bool:
    marks, at, share = known.marks, line.at, known.seen / of
    if share < OFTEN or (LISTED in marks and LINKED not in marks):
        return False
    if LINKED in marks:
        return True
    if PROSE not in marks:
        return at == TAIL and behind
    if at == HEAD:
        return {LINKS, SUSPECT} <= marks
    if at == TAIL:
        return behind or bool(marks & {LONGER, LINKS, SUSPECT})
    return share > NEARLY_ALWAYS
