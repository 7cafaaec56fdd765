"""Lines that speak to the reader for the site: what tells them is in their words alone.

A pattern of the slot `address` has the reader and the site's offer in it, as "you have 2 free
articles left" and "every morning in your inbox": a line with little else is no article's, wherever
it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely
from cleaner.signals.gapped import rest_of_sentence, said, says_little_else, stands_last
from cleaner.text.phrase import Hit

ADDRESS = "address"
MAX_WORDS, LAST_WORDS, REST_WORDS, REST_UNSPACED = 24, 40, 5, 8
"""Of a line, of one behind the last paragraph, and of what goes on behind its words."""
_OPEN = (":", "：", ",")
"""What a line ends with that leads to the next."""


def addresses(article: Article, kind: str, seen: str) -> Iterator[Finding]:
    """Findings for the lines of an article that address the reader for the site.

    seen: what such a line is, as "an offer to the reader".
    """
    for position in article.gapped.get(kind, ()):
        block = article.blocks[position]
        if block.size > LAST_WORDS or block.tag in ("tr", "pre"):
            continue
        if block.size > MAX_WORDS and not stands_last(article, position):
            continue
        every = said(block, kind)
        hits = [hit for hit in every if hit.slot == ADDRESS and _ends(block, hit)]
        if hits and not block.text.endswith(_OPEN) and says_little_else(block, every):
            because = f"“{block.text[hits[0].start : hits[0].end]}”, {seen}"
            yield likely(block, because)


def _ends(block: Block, hit: Hit) -> bool:
    """Whether little comes after the words of an address: a sentence of an article goes on."""
    most = REST_UNSPACED if block.is_unspaced else REST_WORDS
    return not block.is_prose or rest_of_sentence(block, hit.end) <= most
