"""Buttons for passing the page on.

Seen as: "Share", "Share this article", "Copy link", "Print", names of networks on lines of their own
or run together.

Kept: networks in prose; "the lion's share"; a list of networks that the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleaner.article import Article, Block
from cleaner.finding import Finding, certain, likely
from cleaner.lexicon import lexicon, phrases
from cleaner.text import plain
from cleaner.zones import at_edge

LABELS = lexicon("share-bar", "label")
NETWORKS = lexicon("share-bar", "network")
MOST_WORDS = 24
_PIECES = re.compile(r"[|·•,/\n]+|\s{2,}")


def find(article: Article) -> Iterator[Finding]:
    """Labels anywhere; a network's name where labels or other names stand beside it."""
    for position, block in article.short_blocks:
        if block.tag == "tr" or block.is_prose:
            continue
        if LABELS.find(block):
            yield certain(block, f"“{block.text}”, a button for sharing")
        elif NETWORKS.find(block) and _has_company(article, position):
            yield likely(block, f"“{block.text}”, a network's name on a line of its own")
        elif _is_strip(block):
            yield likely(block, "names of networks run together")


def _has_company(article: Article, position: int) -> bool:
    if at_edge(article, position):
        return True
    beside = (article.near(position - 1), article.near(position + 1))
    return any(b is not None and (LABELS.find(b) or NETWORKS.find(b)) for b in beside)


def _is_strip(block: Block) -> bool:
    """Two names or labels or more, and nothing else."""
    pieces = [p.strip() for p in _PIECES.split(block.plain) if p.strip()]
    if len(pieces) == 1:
        pieces = block.plain.split()
    known = [p for p in pieces if _is_known(p)]
    return len(pieces) > 1 and len(known) >= 2 and len(known) >= 0.8 * len(pieces)


def _is_known(piece: str) -> bool:
    return piece in _names()


@cache
def _names() -> frozenset[str]:
    slots = (phrases("share-bar", "label"), phrases("share-bar", "network"))
    return frozenset(plain(p) for slot in slots for listed in slot.values() for p in listed)
