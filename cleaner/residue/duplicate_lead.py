"""A lead, summary or standfirst that the body says again.

Seen as: the first paragraph twice; a summary glued to itself without a space; one reworded from
sentences of the body, shortened, joined or with [bracketed] words; key points cut out of it; a
pull quote that says a sentence of the text again, and the speaker's name under it; a paragraph
again in another kind of element, as under a picture.

Kept: a standfirst with facts of its own; refrains, chants and questions that recur; a quotation
that says everything twice; one that the text introduces or discusses; an epigraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals.copies import set_off_copies
from cleaner.signals.coverage import Coverage
from cleaner.signals.phrases import lexicon
from cleaner.signals.pull_quotes import is_epigraph, pull_quotes
from cleaner.text import words as t
from cleaner.text.lexicon import scan
from cleaner.text.regex import regex

LOOK = "sky plain"
STANDS_APART = True

HEADINGS = lexicon("duplicate-lead", "heading")
MIN_WORDS, HEADING_WORDS = 8, 14
MAX_REPEATS, LABEL_LETTERS = 2, 30
MAX_BODY = 200
MAX_BODY_WORDS = 100_000
MAX_BEGINNINGS = 2000
"""Blocks of the body, and words in them, that a lead is compared with; blocks of which it may be
the beginning: cost stays linear in the page."""
MAX_LEAD_WORDS = 3000
"""A longer paragraph is no summary of others."""
GLUED_WORDS = 8
HEAD_PROSE = 4
"""Only the first so many prose blocks, and lines among them, can be a lead; the first that is
not said again ends them."""
SAID_AGAIN, NEARLY = 0.86, 0.74
NEW_WORDS, MOST_NEW = 0.12, 15
"""Share of a summary's longer words that may be missing from the body."""
_BRACKETS = regex(r"[\[\]]")


def find(article: Article) -> Iterator[Finding]:
    """Doubled blocks anywhere; leads of the head that later blocks say again."""
    for block in article:
        yield from _doubled(block)
    for block, again in set_off_copies(article):
        yield likely(block, "a paragraph again, beside a picture or set off").but(again=again.index)
    said = _where_said(article)
    if len(article.prose) - len(said) > MAX_REPEATS or len(article.prose) < 3:
        return  # lyrics, chants and filler text repeat themselves all over
    yield from _pulled(article)
    leads: set[int] = set()
    coverage = Coverage()
    for position in _head(article):
        block = article.blocks[position]
        found = list(_said_again(article, position, said.get(block.key, ()), coverage))
        if found:
            leads.add(position)
            yield from found
        elif block.is_prose and block.key != article.title_key:
            break  # the article has begun
    yield from _labels(article, leads)


def _pulled(article: Article) -> Iterator[Finding]:
    for each in pull_quotes(article):
        if each.again is None:
            yield likely(each.block, "the name under a pull quote")
        else:
            found = likely(each.block, "a pull quote that says a sentence of the text again")
            yield found.but(again=each.again.index)


def _head(article: Article) -> range:
    fence = article.prose[min(HEAD_PROSE, len(article.prose)) - 1]
    return range(min(fence + 1, 80))


def _where_said(article: Article) -> dict[str, list[int]]:
    """Positions of the paragraphs that say the same, by their key."""
    said: dict[str, list[int]] = defaultdict(list)
    for position in article.prose:
        said[article.blocks[position].key].append(position)
    return dict(said)


def _doubled(block: Block) -> Iterator[Finding]:
    """A block that is its own first half twice, glued where no space would be left out."""
    text = block.text
    half = len(text) // 2
    if len(text) < 40 or text.find(text[:8], 8) < 0:
        return
    first, second = text[:half].strip(), text[len(text) - half :].strip()
    if first == second and len(t.words(first)) >= GLUED_WORDS:
        glued = len(text) % 2 == 0 and not text[half - 1 : half + 1].count(" ")
        if glued or len(t.words(first)) >= 2 * MIN_WORDS:
            yield certain(block, "the same words twice in one block", (len(text) - half, len(text)))


def _said_again(
    article: Article, position: int, same: Sequence[int], coverage: Coverage
) -> Iterator[Finding]:
    """same: positions of paragraphs with the same words."""
    block = article.blocks[position]
    least = MIN_WORDS - 3 * (block.tag == "li")
    titled = block.is_heading and block.key == article.title_key
    if block.size < least or titled or is_epigraph(article, position):
        return
    text = t.single(_unlabelled(block))
    key = t.match_key(text)
    again = [p for p in same if p > position]
    if sum(p > _head(article)[-1] for p in again) > 1:
        return  # a refrain
    if again:
        yield _copy(block, "said again word for word further down", article.blocks[again[-1]])
    elif within := _within(key, article, position):
        yield _copy(block, "said again within a later paragraph", within)
    elif block.is_cut and (other := _begun(key, article, position)):
        yield _copy(block, "the beginning of a later paragraph, cut off with “…”", other)
    elif not block.is_heading or block.size > HEADING_WORDS:
        yield from _reworded(block, text, _later(article, position, MAX_BODY), coverage)


def _copy(block: Block, because: str, again: Block) -> Finding:
    return certain(block, because).but(again=again.index)


def _within(key: str, article: Article, position: int) -> Block | None:
    """The first longer paragraph further down that has all the letters of a text."""
    later = article.prose[bisect_right(article.prose, position) :]
    blocks = (article.blocks[p] for p in later)
    return next((b for b in blocks if len(b.key) > len(key) and key in b.key), None)


def _begun(key: str, article: Article, position: int) -> Block | None:
    """The first block further down that begins with the letters of a text."""
    later = _later(article, position, MAX_BEGINNINGS)
    return next((b for b in later if b.key.startswith(key)), None)


def _later(article: Article, position: int, most: int) -> list[Block]:
    """The first so many blocks further down, without headings and lines that say the same."""
    key = article.blocks[position].key
    rest = (article.blocks[p] for p in range(position + 1, len(article.blocks)))
    return list(islice((b for b in rest if b.key != key or b.is_prose), most))


def _unlabelled(block: Block) -> str:
    """The text without a label in front: "Summary: …"."""
    head, colon, _ = block.plain[:LABEL_LETTERS].partition(":")
    labelled = colon and ("duplicate-lead", "heading") in scan(head.strip())
    return block.text[len(head) + 1 :].strip() if labelled else block.text


def _reworded(block: Block, text: str, later: list[Block], coverage: Coverage) -> Iterator[Finding]:
    body = coverage.said(_up_to(MAX_BODY_WORDS, later))
    if len(body) < 2 or block.tag == "tr" or len(block.words) > MAX_LEAD_WORDS:
        return
    text = _BRACKETS.sub("", text)
    telling = {w for w in t.words(text) if len(w) > 3 or w.isdigit() or block.is_unspaced}
    new = set(telling)
    for said in body:
        new.difference_update(said.block.words)
    share_new = len(new) / max(1, len(telling))
    if share_new > 2 * NEW_WORDS:
        return
    share = coverage.of(text, body)
    if share >= SAID_AGAIN and share_new <= NEW_WORDS:
        yield likely(block, f"{share:.0%} of it said again, reworded, further down")
    elif share >= NEARLY and (1 - share) * block.size <= MOST_NEW:
        yield possible(block, f"{share:.0%} of it said again, reworded, further down")


def _up_to(most: int, blocks: Iterable[Block]) -> Iterator[Block]:
    """The paragraphs among some blocks, up to a number of words."""
    for block in blocks:
        if block.size >= MIN_WORDS and block.is_prose:
            most -= len(block.words)
            if most < 0:
                return
            yield block


def _labels(article: Article, leads: set[int]) -> Iterator[Finding]:
    """The label over leads that go: "Key points", "Summary"."""
    for position, block in article.short_blocks:
        if position + 1 in leads and (hit := HEADINGS.find(block)):
            seen = block.text[hit.start : hit.end]
            yield likely(block, f"“{seen}” over a summary that the body says again")
