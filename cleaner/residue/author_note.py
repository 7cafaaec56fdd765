"""Who the author is, after the article.

Seen as: "Jane Doe is a freelance journalist based in Leeds", "About the author", "Follow her on …",
an e-mail address for tips; often in italics.

Kept: experts whom the article introduces; a first-person story; an obituary.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely, possible
from cleaner.signals import cards
from cleaner.signals.author_names import opens_with_author
from cleaner.signals.gapped import gapped, stands_last
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.regions import ends_paragraphs, in_tail
from cleaner.text import words as t
from cleaner.text.lexicon import wordings
from cleaner.text.patterns import EMAIL, has_email
from cleaner.text.phrase import Hit
from cleaner.text.sentences import goes_on, is_quoted

LOOK = "blue dotted"

HEADINGS = lexicon("author-note", "heading")
STATEMENTS = lexicon("author-note", "statement")
OPENINGS = lexicon("author-note", "opening")
MAX_WORDS = 110
SECTION = 5
EARLY = 90
NAME_WORDS = 4
MAX_AUTHORS = 3


def find(article: Article) -> Iterator[Finding]:
    """Closing notes with telling words; the section under "About the author"."""
    for position, block, hit in HEADINGS.over(article):
        if block.is_short:
            yield from _section(article, position, block.text[hit.start : hit.end].strip())
    for position in positions(article, OPENINGS, STATEMENTS):
        block = article.blocks[position]
        if block.size <= MAX_WORDS and _near_end(article, position):
            yield from _note(article, position, block)
    yield from gapped(article, "author-note", "a note about the author", _introduces)
    yield from _of_named(article)


def _of_named(article: Article) -> Iterator[Finding]:
    """The last paragraphs, each of which begins with the name of a byline."""
    for position in reversed(article.prose[-MAX_AUTHORS:] if len(article.prose) > 3 else ()):
        block = article.blocks[position]
        if block.size > MAX_WORDS or not opens_with_author(article, position):
            break
        yield likely(block, "after the article, with the name of its byline")


def _introduces(article: Article, position: int) -> bool:
    """Whether it stands last and begins with a name that no paragraph before it has."""
    block = article.blocks[position]
    if not _near_end(article, position) or not stands_last(article, position):
        return False
    first = block.text.split()[:NAME_WORDS]
    names = {word for name in first if name[0].isupper() for word in t.words(name)}
    told = {word for p in article.prose if p < position for word in article.blocks[p].words}
    return block.is_unspaced or (len(names) > 1 and names.isdisjoint(told))


def _near_end(article: Article, position: int) -> bool:
    """Among the last few paragraphs, or the last before the lists of a scrape."""
    last = len(article.prose) >= 3 and position >= article.prose[-min(3, len(article.prose) - 1)]
    return last or _is_written_to(article, position)


def _is_written_to(article: Article, position: int) -> bool:
    """Whether the last paragraph before the lists of a scrape has an address."""
    return ends_paragraphs(article, position) and has_email(article.blocks[position].text)


def _section(article: Article, position: int, phrase: str) -> Iterator[Finding]:
    section = []
    for block in article.blocks[position + 1 : position + 1 + SECTION]:
        if cards.is_stop(block) or block.is_heading or block.size > MAX_WORDS:
            break
        section.append(block)
    last = position + len(section) >= article.last_prose - 1
    sure = likely if last and in_tail(article, position) else possible
    yield sure(article.blocks[position], f"the heading “{phrase}”")
    for block in section:
        yield sure(block, f"under the heading “{phrase}”")


def _note(article: Article, position: int, block: Block) -> Iterator[Finding]:
    hit = OPENINGS.find(block) or STATEMENTS.find(block, article)
    if hit is None or is_quoted(block.text, hit.start, hit.end) or _goes_on(block, hit):
        return
    because = f"“{block.text[hit.start : hit.end]}”, a note about the author"
    early = hit.start <= EARLY or bool(EMAIL.search(block.text))
    told = _is_emphasised(block) or hit.slot == "opening"
    is_last = position >= article.last_prose or _is_written_to(article, position)
    if told or (early and is_last):
        yield likely(block, because)
    else:
        yield possible(block, because)


def _goes_on(block: Block, hit: Hit) -> bool:
    """Whether a sentence of the article begins with the words of a heading."""
    is_heading = block.plain[hit.start : hit.end].strip(" :") in wordings("author-note", "heading")
    return is_heading and goes_on(block.text, hit.end)


def _is_emphasised(block: Block) -> bool:
    size = sum(m.end - m.start for m in block.marks if m.tag == "em")
    return size > 0.7 * len(block.text)
