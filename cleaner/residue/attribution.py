"""A note of where the piece was published first, or who supplied it.

Seen as: "The post X appeared first on Y", "Originally published by", "Source: X", "(Reporting by …;
editing by …)"; mostly the last line. The publisher it names goes into the metadata.

Kept: agency datelines ("(Reuters) -"), "according to AFP", correction and editor's notes, the
source line of a table or figure in the middle of the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.regions import at_edge, ends_paragraphs, in_head, in_tail
from cleaner.text.phrase import Hit
from cleaner.text.regex import regex
from cleaner.text.sentences import around, goes_on, is_aside

LOOK = "blue falling"

STATEMENTS = lexicon("attribution", "statement")
OPENINGS = lexicon("attribution", "opening")
_AGENCY = regex(
    r"(?:^|(?<=[.!?”\"»。])\s?)[(（](?!.略)[^\W\d_a-z][^()（）.,:/：，。「」“”]{1,24}[)）]$"
)
MAX_WORDS = 70
MAX_SOURCE_WORDS = 16


def find(article: Article) -> Iterator[Finding]:
    """Statements of first publication; short source lines at the edges."""
    for position in positions(article, STATEMENTS, OPENINGS):
        block = article.blocks[position]
        if hit := STATEMENTS.find(block):
            yield from _statement(article, position, hit)
        elif block.is_short and (hit := OPENINGS.find(block)):
            yield from _source(article, position, block, hit)
    yield from _agencies(article)


def _agencies(article: Article) -> Iterator[Finding]:
    """An agency's name in brackets, on a line of its own or after the last full stop."""
    for position, block in enumerate(article):
        if not block.text.endswith((")", "）")) or not at_edge(article, position):
            continue
        if _AGENCY.fullmatch(block.text):
            yield likely(block, "an agency's name in brackets on a line of its own")
        elif position == article.last_prose and (match := _AGENCY.search(block.text)):
            yield likely(
                block, "an agency's name in brackets after the last full stop", match.span()
            )


def _statement(article: Article, position: int, hit: Hit) -> Iterator[Finding]:
    block = article.blocks[position]
    because = f"“{block.text[hit.start : hit.end][:60]}”, a note of first publication"
    most = MAX_WORDS
    if block.is_prose and (goes_on(block.text, hit.end) or is_aside(block.text, hit.start)):
        yield possible(block, because)
    elif block.size <= most / 2:
        yield certain(block, because)
    elif at_edge(article, position) or ends_paragraphs(article, position):
        if block.size <= most and not block.is_prose:
            yield likely(block, because)
        elif span := around(block.text, hit.start, hit.end, ends_only=True):
            yield likely(block, because, span)


def _source(article: Article, position: int, block: Block, hit: Hit) -> Iterator[Finding]:
    most = MAX_SOURCE_WORDS
    if block.size > most or block.tag == "tr":
        return
    because = f"“{block.text[hit.start : hit.end].strip(' :')}” and a name"
    after_body = in_tail(article, position) and position >= article.last_prose - 1
    if after_body or in_head(article, position):
        yield likely(block, because)
    else:
        yield possible(block, because)
