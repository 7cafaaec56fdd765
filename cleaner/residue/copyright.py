"""Whose the text is, and what may not be done with it.

Seen as: "© 2024 Example", "All rights reserved", "may not be published, broadcast, rewritten".

Kept: an article about copyright or licences; a credit under a table in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.article import Article
from cleaner.finding import Finding, certain, likely, possible
from cleaner.forms import COPYRIGHT
from cleaner.lexicon import lexicon
from cleaner.spans import around, is_quoted
from cleaner.zones import at_edge

STATEMENTS = lexicon("copyright", "statement")
OPENINGS = lexicon("copyright", "opening")
MOST_WORDS = 50


def find(article: Article) -> Iterator[Finding]:
    """Rights lines by their sign or their words; the closing sentence of a paragraph."""
    for position, block in enumerate(article):
        if block.tag in ("tr", "pre"):
            continue
        size = len(block.words) / (2 if block.is_unspaced else 1)
        sign = COPYRIGHT.match(block.text)
        hit = next((h for h in STATEMENTS.all(block) if not is_quoted(block.text, h.start, h.end)), None) or (OPENINGS.find(block) if size <= 14 else None)
        seen = sign[0] if sign else block.text[hit.start : hit.end] if hit else ""
        because = f"“{seen.strip()}”, a rights notice"
        if hit and (size <= MOST_WORDS or at_edge(article, position) and size <= 3 * MOST_WORDS):
            if size <= MOST_WORDS and (sign or not block.is_prose or at_edge(article, position)):
                yield certain(block, because)
            elif span := around(block.text, hit.start, hit.end, ends_only=True):
                yield likely(block, because, span)
        elif sign and size <= MOST_WORDS / 2:
            yield (likely if position > article.last_prose or size < 12 else possible)(block, because)
