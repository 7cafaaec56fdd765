"""Cards under a heading whose titles the extraction has left out: links in equal steps.

The lines of the page under the heading are links that are a line each, and as many lines behind
each of them: an excerpt, a source, a time. What the extraction holds of them is no article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.signals.card_tally import MAX_EXCERPT_WORDS

MAX_STEP = 5
"""Lines of a card."""
MIN_CARDS = 2
LINKED = 0.9


class Steps:
    """The cards under the headings of one article."""

    def __init__(self, article: Article) -> None:
        """Nothing of the page is looked at before it is asked for."""
        self._article = article
        self._known: Sequence[Block] | None = None

    def end(self, heading: int) -> int:
        """Position behind the last card under a heading; right behind it where there is none."""
        article, line = self._article, self._article.blocks[heading].line
        first = article.near(heading + 1)
        if line < 0 or first is None or not line + 1 < first.line <= line + MAX_STEP:
            return heading + 1  # the title of the first card is in the extraction
        cards = list(self._cards(line + 1))
        behind = cards[-1] if len(cards) >= MIN_CARDS else line
        within = (at for at in count(heading + 1) if not self._is_before(at, behind))
        return max(heading + 1, next(within))

    def _is_before(self, position: int, line: int) -> bool:
        block = self._article.near(position)
        return block is not None and 0 <= block.line < line

    def _cards(self, line: int) -> Iterator[int]:
        """The line behind each card, of those from a line on that are made as the first is."""
        form = self._form(line)
        is_boxed = self._is_boxed(line, form)
        while form and self._form(line) == form and self._is_boxed(line, form) == is_boxed:
            line += len(form)
            yield line

    def _form(self, line: int) -> str:
        """Which lines of a card are links, from its title to the next; empty where it is none."""
        form = ""
        for block in self._lines()[line : line + MAX_STEP + 1]:
            is_link = block.link_share > LINKED
            if form.endswith("-") and (is_link or block.is_heading):
                return form if form[0] == "L" else ""
            if block.tag != "p" or block.size > MAX_EXCERPT_WORDS or (not is_link and block.marks):
                return form if form.endswith("-") and form[0] == "L" else ""
            form += "L" if is_link else "-"
        return ""

    def _is_boxed(self, line: int, form: str) -> bool:
        """Whether a card is an element of its own."""
        lines = self._article.lines
        boxes = lines.boxes(line) if lines is not None else iter(())
        return (line, line + len(form)) in boxes

    def _lines(self) -> Sequence[Block]:
        if self._known is None:
            lines = self._article.lines
            last = max(block.line for block in self._article) + MAX_STEP
            self._known = [*lines.before(last + 1)] if lines is not None else []
        return self._known
