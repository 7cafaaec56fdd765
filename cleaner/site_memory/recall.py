"""What a site's memory says of a page, as findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cleaner.article import Article, Block
from cleaner.finding import Finding, certain, likely, possible
from cleaner.site_memory.at_hand import AtHand, Placer, lines_of_article, placer
from cleaner.site_memory.compare import LEAST
from cleaner.site_memory.fit import is_elsewhere
from cleaner.site_memory.furniture import Furniture
from cleaner.site_memory.verdict import judge

_CHANGED = (
    "the layout of {host} has changed: nothing of what its memory knows of {of} articles is here, "
    "and the article stands elsewhere; learn the site anew"
)


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
        place = placer(article, self.furniture)
        lines = lines_of_article(article, self.furniture, place)
        judge(lines, self.furniture)
        met = [line for line in lines if line.listed or line.known]
        if not met and self._is_elsewhere(article, place):
            self.notes = (_CHANGED.format(host=self.furniture.host, of=self.furniture.of),)
        told = {line.block.index: _because(line, self.furniture) for line in met}
        self._doubts = {line.block.index: (line.block.text, told[line.block.index]) for line in met}
        for line in met:
            if line.sure:
                yield _sureness(line)(line.block, told[line.block.index])

    def _is_elsewhere(self, article: Article, place: Placer) -> bool:
        prose = ((place(block), len(block.words)) for block in article if block.is_prose)
        return is_elsewhere(self.furniture, prose)


def _sureness(line: AtHand) -> Callable[[Block, str], Finding]:
    """What other articles have, too, is certain, however little is left of a short article."""
    known = line.known is not None and line.known.seen >= LEAST
    return certain if known or line.listed else likely


def _because(line: AtHand, furniture: Furniture) -> str:
    known, one = line.known, line.listed
    if known and (one is None or known.seen >= LEAST):
        near = ", not always the same" if known.varies else ""
        return f"seen in {known.seen} of {furniture.of} articles of {furniture.host}{near}"
    assert one
    return f"{one.what}, at the same place in {one.seen} of {furniture.of} articles"
