"""Buttons for passing the page on.

Seen as: "Share", "Share this article", "Copy link", "Print", names of networks on lines of
their own or run together, "1.2k shares", an address and nothing else.

Kept: networks in prose; "the lion's share"; a list of networks that the article is about; an
address between paragraphs, after a colon, in a list or in code.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely
from cleaner.signals.phrases import lexicon
from cleaner.signals.regions import at_edge
from cleaner.text.lexicon import wordings
from cleaner.text.longest import Longest
from cleaner.text.regex import regex

LOOK = "green rising"

LABELS = lexicon("share-bar", "label")
NETWORKS = lexicon("share-bar", "network")
COUNTS = lexicon("share-bar", "number")
MAX_LETTERS = 140
_LETTERS, _NO_LETTERS = regex(r"[^\W\d_]+"), regex(r"[^\n\w]|[\d_]")


def find(article: Article) -> Iterator[Finding]:
    """Labels anywhere; a network's name where labels or other names stand beside it."""
    for position, block in article.short_blocks:
        if block.tag == "tr" or block.is_prose:
            continue
        if LABELS.find(block):
            yield certain(block, f"“{block.text}”, a button for sharing")
        elif not block.is_heading and NETWORKS.find(block) and _has_company(article, position):
            yield likely(block, f"“{block.text}”, a network's name on a line of its own")
        elif _is_count(block) and _has_company(article, position):
            yield likely(block, f"“{block.text}”, how often it was passed on or seen")
        elif _is_strip(block):
            yield likely(block, "names of networks run together")
        elif _is_address(block) and _stands_alone(article, position):
            yield likely(block, "an address and nothing else")


def _is_count(block: Block) -> bool:
    """Whether a line says how often the page was passed on or seen, and nothing else."""
    hit = COUNTS.find(block)
    return hit is not None and not hit.start and hit.end == len(block.plain)


def _is_address(block: Block) -> bool:
    """Whether a line is the address of a page, as it stands in a field to copy."""
    text = block.text.strip()
    return text[:4].lower() in ("http", "www.") and len(text.split()) == 1


def _stands_alone(article: Article, position: int) -> bool:
    """Whether a line is in no list, before or after all prose, and nothing says what it is."""
    before = article.near(position - 1)
    named = before is not None and before.text.rstrip().endswith((":", "：", "→"))
    inside = article.first_prose < position < article.last_prose
    is_line = article.blocks[position].tag == "p"
    return is_line and bool(article.prose) and not inside and not named


def _has_company(article: Article, position: int) -> bool:
    if at_edge(article, position):
        return True
    beside = (article.near(position - 1), article.near(position + 1))
    return any(b is not None and (LABELS.find(b) or NETWORKS.find(b)) for b in beside)


def _is_strip(block: Block) -> bool:
    """Two names or labels or more, glued or not, and nothing else."""
    if len(block.text) > MAX_LETTERS:
        return False
    letters = "".join(_LETTERS.findall(block.plain))
    return letters[:2] in _starts() and _names_in(letters) >= 2


def _names_in(letters: str) -> int:
    """How many known names a run of letters falls into, longest first; 0 where anything is left."""
    at = found = 0
    while at < len(letters):
        at, found = next(_names().ends(letters, at), 0), found + 1
        if not at:
            return 0
    return found


@cache
def _letters() -> frozenset[str]:
    """Names and labels, letters alone."""
    listed = wordings("share-bar", "label") | wordings("share-bar", "network")
    return frozenset(_NO_LETTERS.sub("", "\n".join(listed)).split("\n"))


@cache
def _names() -> Longest:
    return Longest(_letters())


@cache
def _starts() -> frozenset[str]:
    """The first two letters of all names."""
    return frozenset(name[:2] for name in _letters())
