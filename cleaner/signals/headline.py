"""The title of a text that was scraped already: the line over the article that reads like one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.signals.card_parts import ends_in_time
from cleaner.text.words import ends_sentence, has_sentence, match_key, single

MAX_WORDS = 30
MIN_WORDS = 3
HEAD = 60
"""Lines at the beginning, and right over the first paragraph, among which the title is sought."""
MIN_LETTERS = 12
"""Letters of a line that stands in the first line: fewer may be the same by chance."""
MIN_PARAGRAPHS = 2
"""Behind a headline, for it to be one."""
NAMED, SHARED, TWICE, NEAR, FIRST = 40, 20, 6, 12, 10
"""Words that these are worth: to be in the first line, to have the article's long words, to stand
twice, to be right over its first paragraph."""
WRAPPED = 6
"""Lines over which a sentence is followed that a scrape has wrapped."""
CRUMBS = (" > ", " › ", " » ")


def headline(article: Article, whole: Article | None = None) -> str:
    """The title that stands among the lines; empty where no line reads like a title.

    whole: the article as it was before anything went. In a fragment only a first `<h1>` is a
    title. In text it is a line without a full stop before the first paragraph: the longest, where
    it is not said in the first line (the `<title>` of a page that was scraped whole), twice, in the
    article's own words, or right over its first paragraph.
    """
    for block in article.blocks[:HEAD]:
        if block.tag == "h1":
            return block.text
    if not article.is_text or not article.prose:
        return ""
    lines = (whole or article).blocks
    until, last = (article.blocks[article.prose[at]].index for at in (0, -1))
    over = [block for block in lines if block.index < until]
    copies = [b for b in lines[1:] if b.index < last and _is_most(b, lines[0])]
    if over and copies and copies[0].index > until:
        over.append(copies[0])
    return _best(article, over)


def _best(article: Article, lines: Sequence[Block]) -> str:
    copies, last = Counter(block.key for block in lines), len(lines) - 1

    def weight(candidate: tuple[int, Block]) -> float:
        at, block = candidate
        named, shared = _is_named(block, lines), _shared(article, block)
        near, twice = max(0, NEAR - (last - at)), TWICE * (copies[block.key] > 1)
        return NAMED * named + SHARED * shared + twice + near + len(block.words) + FIRST * (not at)

    after = (*lines[1:], article.blocks[article.first_prose])
    seen = [(at, block) for at, block in enumerate(lines) if at < HEAD or last - at < HEAD]
    reads = ((at, b) for at, b in seen if _is_named(b, lines) or _reads(b))
    whole = ((at, block) for at, block in reads if not block.is_torn)
    may_be = [(at, block) for at, block in whole if not _is_torn(block, after[at : at + WRAPPED])]
    return single(max(may_be, key=weight)[1].text) if may_be else ""


def headline_at(article: Article) -> int:
    """Position of a scrape's headline: the last copy of its title over its first paragraph.

    −1 where there is none.
    """
    key = match_key(article.title or headline(article)) if article.is_text else ""
    over = range(article.first_prose - 1, -1, -1) if key else ()
    return next((at for at in over if article.blocks[at].key == key), -1)


def begins_behind(article: Article, position: int) -> bool:
    """Whether a scrape's first line stands again behind a position, over paragraphs.

    Such a first line is the `<title>`, and its copy the headline: the article begins there.
    """
    blocks = article.blocks
    named = next((at for at, block in enumerate(blocks) if _is_named(block, blocks)), -1)
    over = len(article.prose) - bisect_right(article.prose, named)
    return article.is_text and named > position and over >= MIN_PARAGRAPHS


def _is_named(block: Block, lines: Sequence[Block]) -> bool:
    """Whether the first line says what a line says, and perhaps the site's name."""
    return block is not lines[0] and len(block.key) >= MIN_LETTERS and block.key in lines[0].key


def _is_most(block: Block, first: Block) -> bool:
    """Whether a line says most of what the first line says, as a headline does of a `<title>`."""
    key = block.key
    return len(key) >= MIN_LETTERS and 2 * len(key) > len(first.key) and key in first.key


def _shared(article: Article, block: Block) -> float:
    """Share of a line's long words that the article's paragraphs have."""
    terms = block.terms
    return len(terms & article.terms) / len(terms) if terms else 0.0


def _is_torn(block: Block, after: Sequence[Block]) -> bool:
    """Whether a line is the beginning of a sentence of which the rest stands in the next lines."""
    if not block.text[0].isupper() or ends_sentence(block.text):
        return False
    rest = takewhile(lambda line: line.text[0].islower(), after)
    return any(line.is_prose or ends_sentence(line.text) for line in rest)


def _reads(block: Block) -> bool:
    """Whether a line reads like a title."""
    count = len(block.words)
    least = MIN_WORDS * (3 if block.is_unspaced else 1)
    most = MAX_WORDS * (2 if block.is_unspaced else 1)
    return (
        least <= count <= most
        and block.tag == "p"
        and (not block.text[0].islower() or block.text[1:2].isupper())
        and (not ends_sentence(block.text) or block.text.endswith(("?", "？", "!", "！")))
        and not block.text.endswith((":", "：", ",", "，", "…"))
        and not has_sentence(block.text)
        and sum(block.text.count(c) for c in CRUMBS) < 2
        and not ends_in_time(block)
        and not any(slot not in ("statement", "appeal") for _, slot in block.hits)
    )
