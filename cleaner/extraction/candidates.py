"""Which lines are judged: what was extracted, and what of the page beside it could be article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.extraction.sequence import Candidate
from cleaner.reading.line import Line
from cleaner.reading.lines import Source

BEFORE = 30
AFTER = 50
NEARBY = 10_000
MAX_SOUGHT = 200_000_000
"""Letters before and behind the last find in which a line is looked for; letters that may be looked
through for lines that do not stand there: cost stays linear in the page."""
MAX_LINKED = 0.6
_NEVER = frozenset(["dialog", "form"])


def of_article(article: Article) -> tuple[Candidate, ...]:
    """The candidates of text that was scraped already."""
    return tuple(Candidate(block, None, True) for block in article)


def of_page(blocks: Sequence[Block], source: Source) -> tuple[Candidate, ...]:
    """Extracted blocks in order, with the page's other lines among them where they stand.

    Lines that are mostly links, or far from the extraction, are left out; so are all, where no
    block stands on a line.
    """
    placed = {block.line for block in blocks if block.line >= 0}
    if not placed:
        return tuple(Candidate(block, None, True) for block in blocks)
    loose = Loose("".join(block.key for block in blocks if block.line < 0))
    lines = source.around(min(placed), max(placed), BEFORE, AFTER)
    inside = range(min(placed), max(placed))
    other = [
        n
        for n in lines
        if n.number not in placed and _may_be_article(n, loose, linked=n.number in inside)
    ]
    return tuple(_merged(blocks, other, source))


class Loose:
    """The letters of blocks in page order, such as those that stand on no line."""

    def __init__(self, letters: str) -> None:
        """Take letters; how many are looked through, is bounded."""
        self.letters = letters
        self.at, self.left = 0, MAX_SOUGHT

    def holds(self, key: str) -> bool:
        """Whether a line is among them; lines are asked for in page order."""
        found = self.letters.find(key, self.at, self.at + NEARBY)
        if found < 0:
            found = self.letters.find(key, max(0, self.at - NEARBY), self.at)
        if found < 0 and self.left > 0:
            self.left -= len(self.letters)
            found = self.letters.find(key)
        if found >= 0:
            self.at = found + len(key)
        return found >= 0


def _may_be_article(line: Line, loose: Loose, *, linked: bool) -> bool:
    return (
        (linked or line.linked <= MAX_LINKED * len(line.text))
        and any(map(str.isalnum, line.text))
        and line.element.tag not in _NEVER
        and not (loose.letters and loose.holds(line.key))
    )


def _merged(blocks: Sequence[Block], other: Sequence[Line], source: Source) -> Iterator[Candidate]:
    at = 0
    for block in blocks:
        while at < len(other) and 0 <= block.line > other[at].number:
            yield Candidate(other[at].block, other[at], False)
            at += 1
        yield Candidate(block, source.lines[block.line] if block.line >= 0 else None, True)
    for line in other[at:]:
        yield Candidate(line.block, line, False)
