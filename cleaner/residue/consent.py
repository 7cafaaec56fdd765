"""What a site says of cookies and data protection.

Seen as: "We use cookies …", "Accept all", "This site is protected by reCAPTCHA"; the choices of a
dialog, one to a line; names of partners, each over the address of its privacy policy.

Kept: an article about cookies, privacy law or baking.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.finding import Finding, certain, likely, possible
from cleaner.signals.controls import controls
from cleaner.signals.partners import partners
from cleaner.signals.phrases import lexicon, positions
from cleaner.text.sentences import is_quoted

LOOK = "purple dotted"

STATEMENTS = lexicon("consent", "statement")
LABELS = lexicon("consent", "label")
MAX_WORDS = 130
COMPANY = 3
"""A button between paragraphs has others of the notice so near; "I agree." alone is an answer."""


def find(article: Article) -> Iterator[Finding]:
    """Notices by their words; buttons by their labels."""
    known = positions(article, STATEMENTS, LABELS)
    for position in known:
        block = article.blocks[position]
        inside = article.first_prose < position < article.last_prose
        hits = [h for h in STATEMENTS.all(block) if not is_quoted(block.text, h.start, h.end)]
        if hits and block.size <= MAX_WORDS:
            seen = block.text[hits[0].start : hits[0].end]
            whole = len(block.text) < 5 * (hits[0].end - hits[0].start)
            sure = likely if len(hits) > 1 or whole or not (inside or block.is_prose) else possible
            yield sure(block, f"“{seen}”, a cookie or privacy notice")
        elif block.is_short and block.size <= 6 and LABELS.find(block):
            alone = inside and not any(0 < abs(p - position) <= COMPANY for p in known)
            judged = possible if alone else certain
            yield judged(block, f"“{block.text}”, a button of a cookie notice")
    for block in controls(article, "consent"):
        yield likely(block, "one of the choices of a cookie notice")
    for block in partners(article.blocks):
        yield likely(block, "one of many names over the addresses of their policies")
