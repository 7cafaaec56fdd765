"""The word over an advertisement, or around it.

Seen as: "Advertisement", "Anzeige", "Story continues below" on a line of its own.

Kept: a sentence about advertising.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.article import Article
from cleaner.finding import Finding, certain
from cleaner.lexicon import lexicon

LABELS = lexicon("advert-label", "label")


def find(article: Article) -> Iterator[Finding]:
    """Lines that say no more than that an advertisement stands here."""
    for _, block in article.short_blocks:
        if block.tag != "tr" and LABELS.find(block):
            yield certain(block, f"“{block.text}”, a label of an advertisement")
