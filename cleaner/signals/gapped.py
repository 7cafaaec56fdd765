"""Gapped patterns as detectors use them: how far a line with such words is to be trusted.

The words tell what a line is about, and not that the publisher says it. The line counts where
nothing of the article comes after it, or before it, and where it says little else. Elsewhere it is
in doubt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from cleaner.document.article import OUTER, Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely, possible
from cleaner.text.lexicon import wordings
from cleaner.text.pattern import WORD
from cleaner.text.phrase import IS_DENSE, Hit
from cleaner.text.regex import regex
from cleaner.text.sentences import boundaries, is_quoted
from cleaner.text.slots import WITHIN
from cleaner.text.words import words

MAX_WORDS = 90
MIN_PROSE = 3
MIN_SHARE = 0.6
_THEIRS, _YOURS = regex("ihre?[mnrs]?$"), regex("(?:Sie|Ihnen|Ihre?[mnrs]?|[Dd]u|[Dd]ein|[Dd]ir)")
_CLAUSE = regex(r"[,，、،]\W*\w+\W+\w+")
Apart = Callable[[Article, int], bool]


def gapped(article: Article, kind: str, seen: str, is_apart: Apart) -> Iterator[Finding]:
    """Findings for the lines of an article with gapped patterns of a kind.

    seen: what such words are, as "a disclaimer". is_apart: whether the place of a line bears out
    its words.
    """
    for position in article.gapped.get(kind, ()):
        block = article.blocks[position]
        hits = [hit for hit in said(block, kind) if hit.slot == "pattern"]
        if hits and block.tag != "tr" and block.size <= MAX_WORDS:
            because = f"“{block.text[hits[0].start : hits[0].end]}”, {seen}"
            sure = is_apart(article, position) and says_little_else(block, hits)
            yield (likely if sure else possible)(block, because)


def said(block: Block, kind: str) -> list[Hit]:
    """The patterns that a line says itself: it quotes nobody, and reports no words."""
    if not _reporting().isdisjoint(block.words) or any(w in block.plain for w in _unspaced()):
        return []
    return [
        h
        for h in block.gapped[kind]
        if not is_quoted(block.text, h.start, h.end) and not is_of_others(block, h)
    ]


def is_of_others(block: Block, hit: Hit) -> bool:
    """Whether a German pattern speaks of her or them: the reader's words have a capital."""
    if hit.language != "de":
        return False
    words = block.text[hit.start : hit.end].split()
    return any(map(_THEIRS.match, words)) and not any(map(_YOURS.match, words))


@cache
def _reporting() -> frozenset[str]:
    return wordings("disclaimer", "told")


@cache
def _unspaced() -> tuple[str, ...]:
    return tuple(word for word in _reporting() if IS_DENSE.search(word))


def stands_last(article: Article, position: int) -> bool:
    """Whether no paragraph comes after a line, but such as have words of residue themselves."""
    prose = article.prose
    if len(prose) < MIN_PROSE:
        return position > article.last_prose >= 0
    after = prose[bisect_right(prose, position) :]
    few = len(after) < min(OUTER, len(prose) - 1)
    return few and all(_is_marked(article.blocks[p]) for p in after)


def stands_outside(article: Article, position: int) -> bool:
    """Whether it stands last, or before the second paragraph of at least three."""
    first = len(article.prose) >= MIN_PROSE and position <= article.first_prose
    return first or stands_last(article, position)


def _is_marked(block: Block) -> bool:
    return bool(block.gapped) or any(slot in WITHIN for _, slot in block.hits)


def rest_of_sentence(block: Block, end: int) -> float:
    """Words between a place in a line and the end of its sentence, as `Block.size` counts them."""
    stop = next(cut for cut in (*boundaries(block.text), end) if cut >= end)
    words = WORD.findall(block.text[end:stop])
    return sum(map(len, words)) / 2 if block.is_unspaced else len(words)


def is_reported(block: Block, hit: Hit) -> bool:
    """Whether the sentence goes on with who said it."""
    stop = next((cut for cut in boundaries(block.text) if cut >= hit.end), hit.end)
    rest = block.text[hit.end : stop]
    return _CLAUSE.match(rest) is not None and not _reporting().isdisjoint(words(rest))


def says_little_else(block: Block, hits: list[Hit]) -> bool:
    """Whether the sentences that hold a pattern or a phrase are most of the line."""
    starts = [h.start for h in (*hits, *(h for found in block.hits.values() for h in found))]
    cuts = boundaries(block.text)
    marked = {bisect_right(cuts, start) - 1 for start in starts}
    size = sum(end - at for i, (at, end) in enumerate(pairwise(cuts)) if i in marked)
    return size >= MIN_SHARE * len(block.text)
