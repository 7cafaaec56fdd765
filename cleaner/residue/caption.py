"""The words under a picture that are left without it, and who took it.

Seen as: "Photo: Jane Doe/Agency", "(AP Photo/…)", "Image source, …", "Bild: …", figcaptions.

Kept: a sentence about a photograph; the list of works in a review; the sentences under the pictures
of a story that is told in pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely
from cleaner.signals.phrases import lexicon, positions
from cleaner.text.lexicon import scan
from cleaner.text.phrase import Hit
from cleaner.text.regex import regex
from cleaner.text.sentences import QUOTATION_MARKS, boundaries, tail
from cleaner.text.words import ends_sentence, has_sentence

LOOK = "grey rising"
STANDS_APART = True

CREDITS = lexicon("caption", "credit")
AGENCIES = lexicon("caption", "agency")
LABELS = lexicon("caption", "label")
CAPTION_WORDS = 30
LINE_WORDS = 10
LONGEST_CREDIT = 100
SENTENCE_WORDS, SENTENCE_SHARE = 20, 0.6
"""Words of a sentence with a credit behind it, and their share of the article's median paragraph's,
up to which it is told of a picture."""
STORY_CAPTIONS = 3
STORY_SHARE = 0.5
"""Captions that are sentences, and their words by those of the other paragraphs, from which a story
is told in pictures."""
_LAST = frozenset(")]）］")
_SIGNED = regex(r"[©ⓒ]\s?[^\W\d]")
_BRACKETED = regex(r"\s*[(\[（]([^()（）\[\]]{3,80})[)\]）]\W*$")


def find(article: Article) -> Iterator[Finding]:
    """Figure captions by their element; short blocks with a credit."""
    captions = _captions(article)
    known = set(positions(article, LABELS, CREDITS, AGENCIES))
    for position, block in enumerate(article):
        above = article.near(position - 1)
        under_table = above is not None and above.tag == "tr"
        if block.tag in ("tr", "pre") or block.is_heading or under_table:
            continue
        if position in known and block.is_short and (hit := LABELS.find(block)):
            yield certain(block, f"“{_seen(block, hit)}”, a label of a picture")
        elif position in known or block.text[-1] in _LAST or (block.is_short and "©" in block.text):
            yield from _caption(article, block)
        elif block.key in captions:
            yield likely(block, "a <figcaption>")
        elif ":" in block.plain[-LONGEST_CREDIT:]:
            yield from _credit_at_end(article, block)


def _captions(article: Article) -> frozenset[str]:
    """Keys of the captions by their element, less those that a story in pictures consists of."""
    captions = article.lines.captions if article.lines else frozenset()
    told = [b for b in article if b.key in captions and _is_told(b)]
    if len(told) < STORY_CAPTIONS:
        return captions
    keys = {b.key for b in told}
    rest = sum(b.size for b in article if b.is_prose and b.key not in keys)
    is_story = sum(b.size for b in told) >= STORY_SHARE * rest
    return captions - keys if is_story else captions


def _is_told(block: Block) -> bool:
    """Whether a caption is a sentence, whoever is credited behind it."""
    return ends_sentence(block.text) or has_sentence(block.text)


def _caption(article: Article, block: Block) -> Iterator[Finding]:
    whole = block.size <= CAPTION_WORDS
    if whole and (hit := CREDITS.find(block)) and not _goes_on(block):
        yield likely(block, f"“{_seen(block, hit)}”, a picture's credit")
    elif (match := _bracketed(block)) and _is_credit(match[1]):
        yield likely(
            block, f"ends in the credit “{match[0].strip()}”", None if whole else match.span()
        )
    elif (hit := AGENCIES.find(block)) and len(block.text) - hit.end < 30 and not block.is_prose:
        start = 0 if whole else min(tail(block.text), hit.start)
        because = f"“{_seen(block, hit)}”, a picture agency"
        yield likely(block, because, (start, len(block.text)))
    elif _SIGNED.search(block.text) and block.size <= LINE_WORDS:
        yield likely(block, "a short line with ©, a picture's credit")
    else:
        yield from _credit_at_end(article, block)


def _bracketed(block: Block) -> re.Match[str] | None:
    return _BRACKETED.search(block.plain, max(0, len(block.plain) - LONGEST_CREDIT))


def _seen(block: Block, hit: Hit) -> str:
    return block.text[hit.start : hit.end].strip(" :(")


def _goes_on(block: Block) -> bool:
    """Whether sentences follow the credit's word: then it is talked about."""
    return has_sentence(block.text) and block.size > CAPTION_WORDS / 2


def _credit_at_end(article: Article, block: Block) -> Iterator[Finding]:
    start = tail(block.text)
    credit = block.plain[start:]
    if ":" not in credit or not _is_credit(credit):
        return
    longest = min(SENTENCE_WORDS, SENTENCE_SHARE * article.paragraph_size)
    if block.size <= longest and _is_one_sentence(block.text[:start]):
        yield likely(block, "a short sentence and a picture's credit")
    else:
        yield likely(block, "a picture's credit at a paragraph's end", (start, len(block.text)))


def _is_one_sentence(text: str) -> bool:
    """Whether a text says one thing, in nobody's words."""
    return len(boundaries(text)) == 2 and not any(mark in text for mark in QUOTATION_MARKS)


def _is_credit(plain: str) -> bool:
    return not scan(plain).keys().isdisjoint({("caption", "credit"), ("caption", "agency")})
