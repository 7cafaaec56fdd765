"""The blocks of a page: what trafilatura takes for the article, or the page's own paragraphs."""

from __future__ import annotations

from cleaner.document.block import Block
from cleaner.extraction.recover import lines_of, paragraphs_of, recover, sentences_of
from cleaner.extraction.trafilatura import is_too_large, slow_vote, vote
from cleaner.reading.declared import Declared
from cleaner.reading.page import Page
from cleaner.reading.text_blocks import blocks_of_text


def blocks_of_page(page: Page) -> tuple[Block, ...]:
    """What trafilatura finds; the page's own paragraphs where it fails."""
    if page.kind == "fragment":
        return tuple(line.block for line in page.source.lines)
    source = page.source
    if is_too_large(source):
        return lines_of(source)
    numbers = vote(source)
    if numbers is None:
        if blocks := paragraphs_of(source) or blocks_of_text(Declared(source).body):
            return blocks
        numbers = slow_vote(source)
    if not numbers:
        return sentences_of(source)
    found = [source.lines[n].block.numbered(i) for i, n in enumerate(numbers)]
    return recover(found, source)
