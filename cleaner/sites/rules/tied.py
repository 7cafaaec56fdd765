"""The element of each block: by its line; else by its text, where that is no guess."""

from __future__ import annotations

from collections import defaultdict

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.reading.line_reader import Element
from cleaner.reading.lines import Source
from cleaner.sites.rules.inline import Run, signs, spans_in
from cleaner.sites.rules.match import ROWS, Matched
from cleaner.sites.rules.rule import Rule

Cuts = tuple[tuple[int, int, Rule], ...]
"""Stretches of a block's text, each with the rule that takes it."""


class Elements:
    """Where the blocks of an article stand, for rules that name elements."""

    def __init__(self, article: Article, source: Source | None, page: Source | None) -> None:
        """Take an article, the lines that it was tied to, and those of the page as it came.

        Text has neither.
        """
        self.page = page
        lines = source.lines if source else ()
        self.tied = {b.index: lines[b.line].element for b in article if 0 <= b.line < len(lines)}
        self.loose: dict[str, list[int]] = defaultdict(list)
        for block in article:
            if block.index not in self.tied and block.key:
                self.loose[block.key].append(block.index)
        self.taken = set(self.tied.values()) if self.loose else set()

    def covering(self, block: Block, found: Matched) -> Rule | None:
        """The rule that selected the block's element or one above it."""
        if not found.covered:
            return None
        if block.index in self.tied:
            return found.covered.get(self.tied[block.index])
        elements = self._where(block, found)
        same = self.loose.get(block.key, [])
        if elements and len(elements) == len(same):
            return found.covered.get(elements[same.index(block.index)])
        rules = [found.covered.get(element) for element in elements]
        return rules[0] if rules and all(rules) else None

    def _where(self, block: Block, found: Matched) -> list[Element]:
        """The elements that say what a block says which stands on no known line, in page order."""
        if self.page is None or not block.key:
            return []
        if block.tag in ROWS and block.key in found.rows:
            return [e for e in found.rows[block.key] if e.tag == block.tag]
        lines = self.page.lines_of(block.key)
        return [line.element for line in lines if line.element not in self.taken]

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
