"""The words under a picture that are left without it, and who took it.

Seen as: "Photo: Jane Doe/Agency", "(AP Photo/…)", "Image source, Getty Images", "Bild: …", figcaptions.

Kept: a sentence about a photograph; the list of works in a review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.article import Article, Block
from cleaner.finding import Finding, certain, likely
from cleaner.lexicon import Hit, lexicon, scan
from cleaner.spans import tail

CREDITS = lexicon("caption", "credit")
AGENCIES = lexicon("caption", "agency")
LABELS = lexicon("caption", "label")
CAPTION_WORDS, LINE_WORDS, LONGEST_CREDIT = 30, 10, 100
_SIGNED = re.compile(r"[©ⓒ]\s?[^\W\d]")
_BRACKETED = re.compile(r"\s*[(\[（]([^()（）\[\]]{3,80})[)\]）]\W*$")


def find(article: Article) -> Iterator[Finding]:
    """Figure captions by their element; short blocks with a credit."""
    for block in article:
        if block.tag in ("tr", "pre") or block.is_heading:
            continue
        if block.is_short and (hit := LABELS.find(block)):
            yield certain(block, f"“{block.text[hit.start : hit.end].strip()}”, a label of a picture")
        else:
            yield from _caption(article, block)


def _caption(article: Article, block: Block) -> Iterator[Finding]:
    whole = block.size <= CAPTION_WORDS
    if whole and (hit := CREDITS.find(block)) and not _goes_on(block, hit):
        yield likely(block, f"“{_seen(block, hit)}”, a picture's credit")
    elif (match := _BRACKETED.search(block.plain, max(0, len(block.plain) - LONGEST_CREDIT))) and _is_credit(match[1]):
        span = None if whole else match.span()
        yield likely(block, f"ends in the credit “{match[0].strip()}”", span)
    elif (hit := AGENCIES.find(block)) and len(block.text) - hit.end < 30 and not block.is_prose:
        start = 0 if whole else tail(block.text)
        because = f"“{_seen(block, hit)}”, a picture agency"
        if start < hit.start or whole:
            yield likely(block, because, (min(start, hit.start), len(block.text)))
    elif _SIGNED.search(block.text) and block.size <= LINE_WORDS:
        yield likely(block, "a short line with ©, a picture's credit")
    elif article.source and block.key in article.source.captions:
        yield likely(block, "a <figcaption>")
    else:
        yield from _credit_at_end(block)


def _seen(block: Block, hit: Hit) -> str:
    return block.text[hit.start : hit.end].strip(" :(")


def _goes_on(block: Block, hit: Hit) -> bool:
    """Whether sentences follow the credit's word: then it is talked about."""
    return block.is_prose and block.size > CAPTION_WORDS / 2 and ":" not in block.plain[: hit.end + 2]


def _credit_at_end(block: Block) -> Iterator[Finding]:
    if ":" not in block.plain[-LONGEST_CREDIT:]:
        return
    start = tail(block.text)
    if start < len(block.text) and ":" in block.plain[start:] and _is_credit(block.plain[start:]):
        yield likely(block, "a picture's credit at a paragraph's end", (start, len(block.text)))


def _is_credit(plain: str) -> bool:
    return not scan(plain).keys().isdisjoint({("caption", "credit"), ("caption", "agency")})
