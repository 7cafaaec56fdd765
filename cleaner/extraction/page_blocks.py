"""The blocks of a page: by trafilatura, by its own paragraphs, or by trafilatura's slow way."""

from __future__ import annotations

from functools import cache

from cleaner.document.block import Block
from cleaner.extraction.recover import lines_of, paragraphs_of, recover
from cleaner.extraction.trafilatura import extract, extract_slowly, is_too_deep, is_too_large
from cleaner.reading import page as pages
from cleaner.reading.blocks import blocks_of_fragment, blocks_of_tree
from cleaner.reading.page import Page
from cleaner.reading.places import placed
from cleaner.reading.whole import made_whole


def blocks_of_page(page: Page) -> tuple[Block, ...]:
    """What trafilatura finds; the page's own paragraphs where it fails; last, its slow way."""
    if page.kind == "fragment":
        return blocks_of_fragment(page.text)
    source = page.source
    if is_too_large(source.tree):
        return lines_of(source)
    slowly = cache(lambda: extract_slowly(pages.parse(page.text)))
    body = extract(source, slowly)
    if body is None and (blocks := paragraphs_of(source)):
        return blocks
    if body is None:
        body = slowly()
    if body is None and is_too_deep(source.tree):
        return lines_of(source)
    blocks = blocks_of_tree(body, spaceless=True) if body is not None else ()
    return recover(made_whole(placed(blocks, source), source), source)
