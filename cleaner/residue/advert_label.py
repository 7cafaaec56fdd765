"""The word over an advertisement, or around it.

Seen as: "Advertisement", "Anzeige", "Story continues below" on a line of its own.

Kept: a sentence about advertising.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.finding import Finding, certain
from cleaner.signals.phrases import lexicon
from cleaner.text.lexicon import scan
from cleaner.text.regex import regex

LOOK = "red plain"

LABELS = lexicon("advert-label", "label")
MAX_WORDS, PARTS = 12, 2
_PARTING = regex(r"\s*[•·|]\s*")


def find(article: Article) -> Iterator[Finding]:
    """Lines that say no more than that an advertisement stands here."""
    for _, block, _ in LABELS.over(article):
        if block.tag != "tr" and block.is_short:
            yield certain(block, f"“{block.text}”, a label of an advertisement")
    for _, block in article.short_blocks:
        if block.size <= MAX_WORDS and block.tag != "tr" and _is_of_labels(block.plain):
            yield certain(block, f"“{block.text}”, labels of an advertisement")


def _is_of_labels(plain: str) -> bool:
    """Whether a line is two such labels with a dot or bar between them."""
    parts = _PARTING.split(plain)
    return len(parts) == PARTS and all(("advert-label", "label") in scan(part) for part in parts)
