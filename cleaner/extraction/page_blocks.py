"""The blocks of a page: what trafilatura takes for the article, or the page's own paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.extraction import kernel
from cleaner.extraction.recover import lines_of, paragraphs_of, recover, sentences_of
from cleaner.extraction.trafilatura import is_too_large, slow_vote, vote
from cleaner.reading.declared import Declared
from cleaner.reading.lines import Source
from cleaner.reading.page import Page
from cleaner.reading.text_blocks import blocks_of_text

DECLARED = "a paragraph of the text that the page declares for machines, and does not show"


def _declared(source: Source) -> tuple[Block, ...]:
    """The text that a page declares in its JSON-LD, where it shows none."""
    blocks = blocks_of_text(Declared(source).body)
    return tuple(block.numbered(i, DECLARED) for i, block in enumerate(blocks))


def blocks_of_page(page: Page, *, fast: bool = False) -> tuple[Block, ...]:
    """What trafilatura finds; the page's own paragraphs where it fails.

    fast: what the page's kernel holds; trafilatura is asked only where that is in doubt.
    """
    numbers = kernel.vote(page.source) if fast and page.kind != "fragment" else None
    return _found(numbers, page.source) if numbers else _asked(page)


def _found(numbers: Sequence[int], source: Source) -> tuple[Block, ...]:
    return recover([source.lines[n].block.numbered(i) for i, n in enumerate(numbers)], source)


def _asked(page: Page) -> tuple[Block, ...]:
    if page.kind == "fragment":
        return tuple(line.block for line in page.source.lines)
    source = page.source
    if is_too_large(source):
        return lines_of(source)
    numbers = vote(source)
    if numbers is None:
        if blocks := paragraphs_of(source) or _declared(source):
            return blocks
        numbers = slow_vote(source)
    if not numbers:
        return sentences_of(source)
    return _found(numbers, source)
