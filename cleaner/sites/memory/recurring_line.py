"""A line that comes back on a site's pages."""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.sites.memory.chains import Chain

HEAD = "before"
MIDST = "amid"
TAIL = "behind"
"""Where a line stands: before, amid or behind the article's own paragraphs."""


@dataclass(frozen=True)
class RecurringLine:
    """A line that is met in more than one article."""

    key: str
    seen: int
    """Different articles in which it stood."""
    chains: frozenset[Chain]
    marks: frozenset[str]
    size: int
    """The fewest words that it had."""
    own: bool
    """Whether it stands in a container that holds nothing of an article."""
    boxed: bool
    """Whether that container is more than its own element."""
    varies: bool
    """Whether its numbers or some of its words differ from page to page."""
    gone: float
    """Share of the pages that had it extracted on which another kind stripped it."""
    where: frozenset[str]
    under: frozenset[str] = frozenset()
    """Keys of the lines before it: under the title of an article stands its own opening."""
