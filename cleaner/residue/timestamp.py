"""When it was published or changed, or how long it takes to read, on a line of its own.

Seen as: "Published 3 March 2024, 10:15", "Updated …", "5 hours ago", "3 min read"; in the head or
the tail.

Kept: dates and clock times that head the entries of a timeline or live blog; a dateline in prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleaner import text as t
from cleaner.article import Article, Block
from cleaner.finding import Finding, certain, likely, possible
from cleaner.forms import without_dates
from cleaner.lexicon import lexicon, phrases
from cleaner.zones import in_head

LABELS = lexicon("timestamp", "label")
MOMENTS = lexicon("timestamp", "moment")
RELATIVE = lexicon("timestamp", "relative")
READING = lexicon("timestamp", "reading")
MOST_WORDS = 18


def find(article: Article) -> Iterator[Finding]:
    """Short lines that are a date or time, with at most a label, before or after the body."""
    several = _several(article)
    for position, block in article.short_blocks:
        if len(block.words) > MOST_WORDS * (2 if block.is_unspaced else 1) or block.tag == "tr":
            continue
        if because := _reason(block):
            outside = in_head(article, position) or position > article.last_prose
            if outside and not several:
                yield certain(block, because)
            elif outside or RELATIVE.find(block) or LABELS.find(block):
                yield (possible if block.is_heading else likely)(block, because)


def _several(article: Article) -> bool:
    """Whether dates head entries all over the article, as in a timeline or live blog."""
    inside = [b for p, b in article.short_blocks if article.first_prose < p < article.last_prose]
    return sum(bool(_reason(b)) for b in inside if len(b.words) < MOST_WORDS) > 2


def _reason(block: Block) -> str:
    rest, count = without_dates(block.plain) if _digits(block.plain) else (block.plain, 0)
    for lexicon_ in (READING, RELATIVE, MOMENTS):
        if hit := lexicon_.find(block):
            rest, count = rest.replace(block.plain[hit.start : hit.end], " "), count + 1
    if not count:
        return f"“{block.text}” on a line of its own" if LABELS.find(block) else ""
    rest = _labels().sub(" ", rest)
    left = re.sub(r"\d+", "", rest)
    if len(t.words(left)) > 1:
        return ""
    return f"nothing but a date, time or reading time: “{block.text[:60]}”"


def _digits(plain: str) -> bool:
    return any(map(str.isdigit, plain))


@cache
def _labels() -> re.Pattern[str]:
    every = {t.plain(p) for listed in phrases("timestamp", "label").values() for p in listed}
    longest_first = sorted(map(re.escape, every), key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d])(?:{'|'.join(longest_first)})(?![a-z])")
