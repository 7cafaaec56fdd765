"""The heading over a summary that has gone from before the first paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, takewhile

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.text.words import ends_sentence

AGAIN = "duplicate-lead"
"""The kind of points that the article makes below in the same words."""
NOTED = frozenset({AGAIN, "reading-aid", "disclaimer"})
HEAD_WORDS, MIN_WORDS = 8, 12


def left_over_summaries(article: Article) -> Iterator[Block]:
    """Headings before the first paragraph with nothing under them but what is said again below."""
    for position in range(min(article.first_prose, len(article.blocks))):
        block = article.blocks[position]
        if _is_head(article, block) and _is_summary([*_under(article, block)]):
            yield block


def _is_head(article: Article, block: Block) -> bool:
    """Whether a line is a short heading or label, and not the title."""
    fits = block.size <= HEAD_WORDS and not ends_sentence(block.text)
    return fits and block.tag not in ("h1", "li", "tr", "pre") and block.key != article.title_key


def _under(article: Article, block: Block) -> Iterator[Finding]:
    """What took the lines right under a heading."""
    lines = (article.gone.get(at) for at in count(block.index + 1))
    yield from takewhile(lambda f: f is not None and f.kind in NOTED, lines)


def _is_summary(found: list[Finding]) -> bool:
    """Whether lines were points of a summary: two, or one and a note on it."""
    words = sum(f.block.size for f in found)
    return len(found) > 1 and words >= MIN_WORDS and any(f.kind == AGAIN for f in found)
