"""The word over an advertisement, or around it.

Seen as: "Advertisement", "Anzeige", "Story continues below" on a line of its own.

Kept: a sentence about advertising.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.finding import Finding, certain
from cleaner.signals.phrases import lexicon

LOOK = "red plain"

LABELS = lexicon("advert-label", "label")


def find(article: Article) -> Iterator[Finding]:
    """Lines that say no more than that an advertisement stands here."""
    for _, block, _ in LABELS.over(article):
        if block.tag != "tr" and block.is_short:
            yield certain(block, f"“{block.text}”, a label of an advertisement")
