"""Another extractor, for pages of which too little is sure: it chooses among the page's lines."""

from __future__ import annotations

from cleaner.document.block import Block
from cleaner.extraction.candidates import Loose
from cleaner.opinion.within import Trouble, within
from cleaner.options import Options
from cleaner.reading.line import Line
from cleaner.reading.page import Page
from cleaner.text.words import match_key

TAKEN = "a line that the other extractor takes for article"
LEAST = 0.8
"""Share of its letters that stand in lines of the page, at least."""
LONG = 25
"""Letters of a line that may be part of a longer one; a shorter one is a whole line, or none."""


def taken_by(page: Page, options: Options) -> tuple[Block, ...]:
    """The blocks that another extractor takes. Raises Trouble where that is nothing to use."""
    assert options.fallback is not None
    text = within(options.opinion_timeout, options.fallback, page.text)
    if text is not None and not isinstance(text, str):
        raise Trouble(f"{type(text).__name__} is no text: str or None was expected")
    if not (letters := match_key(text or "")):
        raise Trouble("it found nothing")
    lines = enumerate(_lines(page, text or ""))
    blocks = tuple(line.block.on_line(line.number).numbered(i, TAKEN) for i, line in lines)
    if sum(len(block.key) for block in blocks) < LEAST * len(letters):
        raise Trouble("its text is not that of the page")
    return blocks


def _lines(page: Page, text: str) -> list[Line]:
    """The lines of a page that a text has, in page order, each once.

    Short ones are taken between long ones alone: words of a menu stand in an article, too.
    """
    whole, loose = {match_key(line) for line in text.splitlines()}, Loose(match_key(text))
    found, said = list[Line](), set[str]()
    for line in page.source.lines:
        is_long = len(line.key) >= LONG
        if not line.key or (is_long and line.key in said):
            continue
        if line.key in whole or (is_long and loose.holds(line.key)):
            found.append(line)
            said.add(line.key)
    long = [at for at, line in enumerate(found) if len(line.key) >= LONG]
    return found[long[0] : long[-1] + 1] if long else found
