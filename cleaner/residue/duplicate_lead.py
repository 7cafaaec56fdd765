"""A lead, summary or standfirst that the body says again.

Seen as: the first paragraph twice; a summary glued to itself without a space; one reworded from
sentences of the body, shortened, joined or with [bracketed] words; key points cut out of it.

Kept: a standfirst with facts of its own; refrains, chants and questions that recur; a quotation
that says everything twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import LCSseq

from cleaner import text as t
from cleaner.article import Article
from cleaner.block import Block
from cleaner.finding import Finding, certain, likely, possible
from cleaner.lexicon import scan
from cleaner.phrases import lexicon

LOOK = "sky plain"
STANDS_APART = True

HEADINGS = lexicon("duplicate-lead", "heading")
LEAST_WORDS = 8
MOST_REPEATS, LABEL_LETTERS, HEADING_WORDS = 2, 30, 14
MOST_BODY = 200
"""Blocks of the body that a lead is compared with: cost stays linear in the page."""
GLUED_WORDS = 8
HEAD_PROSE = 4
"""Only the first so many prose blocks, and lines among them, can be a lead; the first that is
not said again ends them."""
SAID_AGAIN, NEARLY = 0.86, 0.74
NEW_WORDS = 0.12
"""Share of a summary's longer words that may be missing from the body."""
_BRACKETS = re.compile(r"[\[\]]")


def find(article: Article) -> Iterator[Finding]:
    """Doubled blocks anywhere; leads of the head that later blocks say again."""
    for block in article:
        yield from _doubled(block)
    if len(article.prose) < 3 or _repeats_itself(article):
        return
    leads: set[int] = set()
    for position in _head(article):
        block = article.blocks[position]
        found = list(_said_again(article, position))
        if found:
            leads.add(position)
            yield from found
        elif block.is_prose and block.key != article.title_key:
            break  # the article has begun
    yield from _labels(article, leads)


def _head(article: Article) -> range:
    fence = article.prose[min(HEAD_PROSE, len(article.prose)) - 1]
    return range(min(fence + 1, 80))


def _repeats_itself(article: Article) -> bool:
    """Whether paragraphs recur all over, as in lyrics, chants and filler text."""
    keys = [article.blocks[p].key for p in article.prose]
    return len(keys) - len(set(keys)) > MOST_REPEATS


def _doubled(block: Block) -> Iterator[Finding]:
    """A block that is its own first half twice, glued where no space would be left out."""
    text = block.text
    half = len(text) // 2
    if len(text) < 40 or text.find(text[:8], 8) < 0:
        return
    first, second = text[:half].strip(), text[len(text) - half :].strip()
    if first == second and len(t.words(first)) >= GLUED_WORDS:
        glued = len(text) % 2 == 0 and not text[half - 1 : half + 1].count(" ")
        if glued or len(t.words(first)) >= 2 * LEAST_WORDS:
            yield certain(block, "the same words twice in one block", (len(text) - half, len(text)))


def _said_again(article: Article, position: int) -> Iterator[Finding]:
    block = article.blocks[position]
    least = LEAST_WORDS - 3 * (block.tag == "li")
    if block.size < least or (block.is_heading and block.key == article.title_key):
        return
    text = t.single(_unlabelled(block))
    key = t.key(text)
    later = [b for b in article.blocks[position + 1 :] if b.key != block.key or b.is_prose]
    again = [b for b in later if b.key == block.key]
    head_end = article.blocks[_head(article)[-1]].index
    if sum(b.index > head_end for b in again) > 1:
        return  # a refrain
    if again:
        yield certain(block, "said again word for word further down")
    elif any(key in b.key for b in later if b.is_prose and len(b.key) > len(key)):
        yield certain(block, "said again within a later paragraph")
    elif block.is_cut and any(b.key.startswith(key) for b in later):
        yield certain(block, "the beginning of a later paragraph, cut off with “…”")
    elif not block.is_heading or block.size > HEADING_WORDS:
        yield from _reworded(block, text, later)


def _unlabelled(block: Block) -> str:
    """The text without a label in front: "Summary: …"."""
    head, colon, _ = block.plain[:LABEL_LETTERS].partition(":")
    labelled = colon and ("duplicate-lead", "heading") in scan(head.strip())
    return block.text[len(head) + 1 :].strip() if labelled else block.text


def _reworded(block: Block, text: str, later: list[Block]) -> Iterator[Finding]:
    body = [b for b in later[:MOST_BODY] if b.size >= LEAST_WORDS and b.is_prose]
    if len(body) < 2 or block.tag == "tr":
        return
    text = _BRACKETS.sub("", text)
    known = {word for b in body for word in b.words}
    telling = {w for w in t.words(text) if len(w) > 3 or w.isdigit() or block.is_unspaced}
    new = len(telling - known) / max(1, len(telling))
    if new > 2 * NEW_WORDS:
        return
    share = coverage(text, body)
    if share >= SAID_AGAIN and new <= NEW_WORDS:
        yield likely(block, f"{share:.0%} of it said again, reworded, further down")
    elif share >= NEARLY:
        yield possible(block, f"{share:.0%} of it said again, reworded, further down")


def coverage(text: str, body: list[Block]) -> float:
    """Share of a text's words that come again, in order, in single sentences of the body."""
    found = total = 0.0
    for sentence in t.sentences(text):
        wanted = t.words(sentence)
        total += len(wanted)
        found += len(wanted) * max((_within(wanted, b) for b in body), default=0.0)
    return found / total if total else 0.0


def _within(wanted: list[str], block: Block) -> float:
    size = len(wanted)
    common = LCSseq.similarity(wanted, block.words, score_cutoff=int(0.6 * size))
    if not common:
        return 0.0
    if block.size <= 2 * size:
        return common / size
    return max(LCSseq.similarity(wanted, t.words(s)) for s in _pairs(block.text)) / size


def _pairs(text: str) -> list[str]:
    parts = t.sentences(text)
    return [a + " " + b for a, b in zip(parts, [*parts[1:], ""], strict=True)] or [text]


def _labels(article: Article, leads: set[int]) -> Iterator[Finding]:
    """The label over leads that go: "Key points", "Summary"."""
    for position, block in article.short_blocks:
        if position + 1 in leads and (hit := HEADINGS.find(block)):
            seen = block.text[hit.start : hit.end]
            yield likely(block, f"“{seen}” over a summary that the body says again")
