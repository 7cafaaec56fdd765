"""What is counted of a page wherever it is summed up: by a command, in the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.rendering.render import rendered
from cleaner.text.word_count import word_count


class Result(Protocol):
    """What is counted of: `Cleaned`, which stands in a layer below this one."""

    @property
    def whole_blocks(self) -> Sequence[Block]:
        """The extraction."""

    @property
    def text(self) -> str:
        """The article."""

    @property
    def stripped(self) -> Sequence[Finding]:
        """What went."""


def words_in(cleaned: Result) -> int:
    """The words of the extraction, before anything was stripped."""
    return word_count(rendered("text", cleaned.whole_blocks))


def words_out(cleaned: Result) -> int:
    """The words of the article without its title, as its plain text shows it."""
    return word_count(cleaned.text)


def stripped_kinds(cleaned: Result) -> str:
    """How many pieces of each kind were stripped, the most first, as `byline 2, poll 1`."""
    counts = Counter(f.kind for f in cleaned.stripped)
    return ", ".join(f"{kind} {n:,}" for kind, n in counts.most_common()) or "nothing"


def summary(cleaned: Result) -> str:
    """One sentence: the words before and after, and how many pieces went of each kind."""
    words = f"{words_in(cleaned):,} words in, {words_out(cleaned):,} kept"
    return f"{words}; stripped: {stripped_kinds(cleaned)}"
