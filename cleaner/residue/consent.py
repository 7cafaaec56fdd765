"""What a site says of cookies and data protection.

Seen as: "We use cookies …", "Accept all", "This site is protected by reCAPTCHA"; the choices of a
dialog, one to a line; names of partners, each over the address of its privacy policy.

Kept: an article about cookies, privacy law or baking.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals.controls import controls
from cleaner.signals.partners import partners
from cleaner.signals.phrases import lexicon, positions
from cleaner.text.phrase import Hit
from cleaner.text.sentences import is_quoted, is_subject

LOOK = "purple dotted"

STATEMENTS = lexicon("consent", "statement")
LABELS = lexicon("consent", "label")
MAX_WORDS = 130
MOST = 5
"""How many times longer a notice is than a phrase in it that tells it alone."""
COMPANY = 3
"""A button between paragraphs has others of the notice so near; "I agree." alone is an answer."""


def find(article: Article) -> Iterator[Finding]:
    """Notices by their words; buttons by their labels."""
    known = positions(article, STATEMENTS, LABELS)
    for position in known:
        block = article.blocks[position]
        inside = article.first_prose < position < article.last_prose
        hits = _said(block)
        if hits and block.size <= MAX_WORDS:
            seen = block.text[hits[0].start : hits[0].end]
            told = _is_told(block, hits)
            sure = likely if told or not (inside or block.is_prose) else possible
            yield sure(block, f"“{seen}”, a cookie or privacy notice")
        elif block.is_short and block.size <= 6 and LABELS.find(block):
            alone = inside and not any(0 < abs(p - position) <= COMPANY for p in known)
            judged = possible if alone else certain
            yield judged(block, f"“{block.text}”, a button of a cookie notice")
    for block in controls(article, "consent"):
        yield likely(block, "one of the choices of a cookie notice")
    for block in partners(article.blocks):
        yield likely(block, "one of many names over the addresses of their policies")


def _said(block: Block) -> list[Hit]:
    """Phrases that are said; an article may talk about them: “We use cookies is the second.”"""
    hits = STATEMENTS.all(block)
    about = {h.end for h in hits if is_subject(block.text, h.end, h.language)}
    return [h for h in hits if h.end not in about and not is_quoted(block.text, h.start, h.end)]


def _is_told(block: Block, hits: Sequence[Hit]) -> bool:
    """Whether phrases of a notice are two, or nearly all of a paragraph."""
    several = max(h.start for h in hits) >= min(h.end for h in hits)
    return several or len(block.text) < MOST * (hits[0].end - hits[0].start)
