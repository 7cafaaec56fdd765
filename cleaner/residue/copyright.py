"""Whose the text is, and what may not be done with it.

Seen as: "© 2024 Example", "All rights reserved", "may not be published, broadcast, rewritten".

Kept: an article about copyright or licences; a credit under a table in the middle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.regions import at_edge
from cleaner.text.lexicon import wordings
from cleaner.text.patterns import COPYRIGHT
from cleaner.text.phrase import Hit
from cleaner.text.sentences import around, goes_on, is_quoted

LOOK = "purple plain"

STATEMENTS = lexicon("copyright", "statement")
OPENINGS = lexicon("copyright", "opening")
LINE_WORDS = 25
OPENING_WORDS = 14
MAX_WORDS = 90


def find(article: Article) -> Iterator[Finding]:
    """Rights lines by their sign or their words; the closing sentence of a paragraph."""
    signed = (
        p for p, b in article.short_blocks if "©" in b.text or b.plain.startswith(("(c)", "copy"))
    )
    for position in sorted({*signed, *positions(article, STATEMENTS, OPENINGS)}):
        block = article.blocks[position]
        above = article.near(position - 1)
        under_table = above is not None and above.tag == "tr"
        if block.tag not in ("tr", "pre") and not under_table:
            yield from _notice(article, position, block)


def _notice(article: Article, position: int, block: Block) -> Iterator[Finding]:
    size = block.size
    sign = COPYRIGHT.match(block.text)
    hits = [h for h in STATEMENTS.all(block) if not is_quoted(block.text, h.start, h.end)]
    if size <= LINE_WORDS:
        dated = any(map(str.isdigit, block.text)) or "©" in block.text or "(c)" in block.plain
        hits += OPENINGS.all(block)[: dated and size <= OPENING_WORDS]
    seen = sign[0] if sign else block.text[hits[0].start : hits[0].end] if hits else ""
    because = f"“{seen.strip()}”, a rights notice"
    if hits and not sign and all(_goes_on(block, hit) for hit in hits):
        yield possible(block, because)
    elif hits and (size <= LINE_WORDS or (_opens(block, hits, sign) and size <= MAX_WORDS)):
        yield certain(block, because)
    elif hits and at_edge(article, position):
        span = around(block.text, hits[-1].start, hits[-1].end, ends_only=True)
        if span and span[1] == len(block.text):
            yield likely(block, because, span)
    elif sign and size <= LINE_WORDS:
        yield (likely if position > article.last_prose or size < 12 else possible)(block, because)


def _goes_on(block: Block, hit: Hit) -> bool:
    """Whether a sentence begins with what alone is a notice."""
    is_notice = block.plain[hit.start : hit.end] in wordings("copyright", "opening")
    return hit.start <= 1 and is_notice and goes_on(block.text, hit.end)


def _opens(block: Block, hits: list[Hit], sign: re.Match[str] | None) -> bool:
    """Whether a longer block is a notice from its start: a sign, or two phrases, one early."""
    return bool(sign) or (len(hits) > 1 and hits[0].start < 0.3 * len(block.text))
