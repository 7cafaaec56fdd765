"""The words under a picture that are left without it, and who took it.

Seen as: "Photo: Jane Doe/Agency", "(AP Photo/…)", "Image source, Getty Images", "Bild: …", figcaptions.

Kept: a sentence about a photograph; the list of works in a review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.article import Article, Block
from cleaner.finding import Finding, certain, likely, possible
from cleaner.lexicon import lexicon, scan

CREDITS = lexicon("caption", "credit")
AGENCIES = lexicon("caption", "agency")
LABELS = lexicon("caption", "label")
MOST_WORDS = 60
_BRACKETED = re.compile(r"\s*[(\[（]([^()（）\[\]]{3,80})[)\]）]\W*$")


def find(article: Article) -> Iterator[Finding]:
    """Figure captions by their element; short blocks with a credit."""
    for block in article:
        if block.tag in ("tr", "pre") or block.is_heading:
            continue
        if block.is_short and (hit := LABELS.find(block)):
            yield certain(block, f"“{block.text[hit.start : hit.end].strip()}”, a label of a picture")
        elif len(block.words) <= MOST_WORDS:
            yield from _caption(article, block)


def _caption(article: Article, block: Block) -> Iterator[Finding]:
    if hit := CREDITS.find(block):
        because = f"“{block.text[hit.start : hit.end].strip(' :')}”, a picture's credit"
        short = len(block.words) <= 14
        yield (likely if short or ":" in block.plain[: hit.end + 2] else possible)(block, because)
    elif hit := AGENCIES.find(block):
        because = f"“{block.text[hit.start : hit.end].strip()}”, a picture agency"
        ends = len(block.text) - hit.end < 30
        yield (likely if ends and not block.is_prose else possible)(block, because)
    elif (match := _BRACKETED.search(block.plain)) and _is_credit(match[1]):
        yield likely(block, f"ends in the credit “{match[0].strip()}”", match.span())
    elif article.source and block.key in article.source.captions:
        yield likely(block, "a <figcaption>")


def _is_credit(plain: str) -> bool:
    return not scan(plain).keys().isdisjoint({("caption", "credit"), ("caption", "agency")})
