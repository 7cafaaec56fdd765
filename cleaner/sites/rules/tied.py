"""The element of each block, by its line."""

from __future__ import annotations

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.reading.lines import Source
from cleaner.sites.rules.inline import Run, signs, spans_in
from cleaner.sites.rules.match import Matched
from cleaner.sites.rules.rule import Rule

Cuts = tuple[tuple[int, int, Rule], ...]
"""Stretches of a block's text, each with the rule that takes it."""


class Elements:
    """Where the blocks of an article stand, for rules that name elements."""

    def __init__(self, article: Article, source: Source | None) -> None:
        """Take an article and the lines of its page; text has none."""
        lines = source.lines if source else ()
        self.tied = {b.index: lines[b.line].element for b in article if 0 <= b.line < len(lines)}

    def covering(self, block: Block, found: Matched) -> Rule | None:
        """The rule that selected the block's element or one above it."""
        element = self.tied.get(block.index)
        return None if element is None else found.covered.get(element)

    def run(self, block: Block, found: Matched) -> Run | None:
        """The line of the page that a block is, where a rule looked into it."""
        element = self.tied.get(block.index)
        return None if element is None else found.run_at(element, signs(block.text))

    def cuts(self, block: Block, found: Matched) -> Cuts:
        """What rules take of the text of a block."""
        run = self.run(block, found) if found.runs else None
        return _whole(block.text, () if run is None else tuple(spans_in(block.text, run)))


def _whole(text: str, cuts: Cuts) -> Cuts:
    """Cuts; one over all of a text where no word would be left between them."""
    left, at = "", 0
    for start, end, _ in cuts:
        left, at = left + text[at:start], end
    if cuts and not any(map(str.isalnum, left + text[at:])):
        return ((0, len(text), cuts[0][2]),)
    return cuts
