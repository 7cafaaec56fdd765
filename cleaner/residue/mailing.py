"""What a newsletter that was sent by mail says of itself, at its head and its end.

Seen as: "View this email in your browser", "You are receiving this email because …", "Our mailing
address is:" over an address, "Unsubscribe", "Update your preferences".

Kept: an article about newsletters or mail; such a sentence in quotes or between paragraphs; a
postscript.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.finding import Finding, likely, possible
from cleaner.signals.phrases import lexicon, positions
from cleaner.text.sentences import is_quoted

LOOK = "green falling"

STATEMENTS = lexicon("mailing", "statement")
LABELS = lexicon("mailing", "label")
WORDS, SHORT, BEGINNING = 60, 30, 40
"""Words of the longest paragraph about a mail, and of one that says nothing else; letters at the
beginning of a longer one within which it says so."""
HEAD = 6
"""Lines at the head that may say how to see it."""
SIGNS = 2
"""Such lines at the end behind which no line is of the article."""


def find(article: Article) -> Iterator[Finding]:
    """Sentences and links about the mail outside of the paragraphs; lines behind them."""
    about = [p for p in positions(article, STATEMENTS, LABELS) if _is_about(article, p)]
    known = set(about)
    body = [p for p in article.prose if p not in known]
    if not body:
        return
    first, last = body[min(1, len(body) - 1)], body[-1]
    for position in about:
        block = article.blocks[position]
        outside = position > last or (position < HEAD and position <= first)
        yield (likely if outside else possible)(block, f"“{block.text[:60]}”, about a mail")
    end = [p for p in about if p > last]
    if len(end) >= SIGNS:
        for position in range(end[0] + 1, len(article.blocks)):
            if position not in known and article.blocks[position].is_short:
                yield likely(article.blocks[position], "at the end of a mail")


def _is_about(article: Article, position: int) -> bool:
    """Whether a line is about the mail itself, and quotes nobody."""
    block = article.blocks[position]
    hits = [h for h in STATEMENTS.all(block) if not is_quoted(block.text, h.start, h.end)]
    said = bool(hits) and (hits[0].start <= BEGINNING or block.size <= SHORT)
    return block.size <= WORDS and block.tag != "pre" and (said or bool(LABELS.find(block)))
