"""What a publisher says so as not to be held to the article.

Seen as: repost and aggregator notices, "The views expressed are those of the author", investment,
medical and affiliate notes, in the reader's language or the article's; first or last, often long.

Kept: a medical or tax caution that is the advice; disclaimers as the subject of a story.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals.addresses import addresses
from cleaner.signals.gapped import gapped, stands_outside
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.regions import at_edge
from cleaner.text.phrase import Hit
from cleaner.text.sentences import around, is_quoted

LOOK = "purple rising"

OPENINGS = lexicon("disclaimer", "opening")
STATEMENTS = lexicon("disclaimer", "statement")
MAX_WORDS = 90
HEADING_WORDS = 5
OF_BLOCK = 8
"""Part of a long paragraph that the statements of a disclaimer reach over at least."""


def find(article: Article) -> Iterator[Finding]:
    """An opening with what follows it; telling statements; a closing sentence."""
    for position in positions(article, OPENINGS, STATEMENTS):
        block = article.blocks[position]
        if block.tag == "tr":
            continue
        hits = [h for h in STATEMENTS.all(block) if not is_quoted(block.text, h.start, h.end)]
        opening = OPENINGS.find(block)
        if opening and _is_label(block, opening):
            yield from _opened(article, position, opening, hits)
        elif hits:
            yield from _stated(article, position, hits)
    yield from addresses(article, "disclaimer", "what the site says of its links or of its work")
    yield from gapped(article, "disclaimer", "a disclaimer", stands_outside)


def _is_label(block: Block, hit: Hit) -> bool:
    """Whether the opening is a label, as "Disclaimer:", rather than the start of a sentence."""
    after = block.plain[hit.end :].lstrip()
    return not after or after[0] in ":-.|】])!»" or block.plain[hit.end - 1] == ":"


def _reach_far(block: Block, hits: list[Hit]) -> bool:
    """Whether statements are no mere note in an article that is one block."""
    return OF_BLOCK * (hits[-1].end - hits[0].start) > len(block.text)


def _opened(article: Article, position: int, hit: Hit, hits: list[Hit]) -> Iterator[Finding]:
    block = article.blocks[position]
    because = f"opens with “{block.text[: hit.end].strip(' :')}”"
    alone = block.size <= HEADING_WORDS
    if alone:
        yield from _headed(article, position, because)
    elif hits or position > article.last_prose:
        yield certain(block, because)
    else:
        opens = position == article.first_prose and block.plain[hit.end - 1] == ":"
        yield (possible if opens else likely)(block, because)  # "Important notice: the law …"


def _headed(article: Article, position: int, because: str) -> Iterator[Finding]:
    """A heading "Disclaimer" and the one paragraph under it, or more that state the same."""
    after = article.blocks[position + 1 : position + 5]
    stated = [b for b in after if STATEMENTS.find(b)]
    if not stated and not at_edge(article, position):
        yield possible(article.blocks[position], because)
        return
    yield likely(article.blocks[position], because)
    until = after.index(stated[-1]) + 1 if stated else int(position + 1 >= article.last_prose)
    for block in after[:until]:
        yield likely(block, "under the heading of a disclaimer")


def _stated(article: Article, position: int, hits: list[Hit]) -> Iterator[Finding]:
    block = article.blocks[position]
    seen = [block.text[h.start : h.end] for h in hits]
    because = f"“{seen[0]}”, a disclaimer"
    size = block.size
    last = position == len(article.blocks) - 1 and hits[0].start < len(block.text) / 2
    if len({h.start for h in hits}) > 1 and (
        size < MAX_WORDS or (at_edge(article, position) and _reach_far(block, hits))
    ):
        yield certain(block, because)
    elif size <= MAX_WORDS and at_edge(article, position):
        whole = len(block.text) < 4 * (hits[0].end - hits[0].start) or not block.is_prose or last
        yield (likely if whole else possible)(block, because)
    elif size <= 30:
        yield likely(block, because)
    elif span := around(block.text, hits[0].start, hits[0].end, ends_only=True):
        yield possible(block, because, span)
