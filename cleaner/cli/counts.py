"""What is counted of a page wherever a command sums it up."""

from __future__ import annotations

from collections import Counter

from cleaner.rendering.render import rendered
from cleaner.result import Cleaned
from cleaner.text.word_count import word_count


def words_in(cleaned: Cleaned) -> int:
    """The words of the extraction, before anything was stripped."""
    return word_count(rendered("text", cleaned.whole_blocks))


def words_out(cleaned: Cleaned) -> int:
    """The words of the article without its title, as its plain text shows it."""
    return word_count(cleaned.text)


def stripped_kinds(cleaned: Cleaned) -> str:
    """How many pieces of each kind were stripped, the most first, as `byline 2, poll 1`."""
    counts = Counter(f.kind for f in cleaned.stripped)
    return ", ".join(f"{kind} {n:,}" for kind, n in counts.most_common()) or "nothing"
