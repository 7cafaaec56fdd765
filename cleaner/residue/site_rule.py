"""What a rule that somebody wrote for the site takes out.

Seen as: what a `strip` selector or a line of `strip-text` in the file of rules names, be it a
whole line or an element within a sentence; nothing where no rules are given.

Kept: what a rule of `keep` or `keep-text` names, against every kind; a line that only begins like
a rule's text; the same words outside of the element that a rule names.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.finding import Finding

LOOK = "grey dotted"
IS_OF_SITE = True


def find(article: Article) -> Iterator[Finding]:
    """The words that the rules of the page take."""
    yield from article.found_by_site("site-rule")
