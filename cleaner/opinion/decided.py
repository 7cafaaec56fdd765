"""What was decided of a page, before and after a second opinion."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.document.article import Article
from cleaner.document.finding import Action, Finding


class Decided(NamedTuple):
    """A page when all is decided."""

    whole: Article
    """The extraction."""
    findings: tuple[Finding, ...]
    """Over the blocks of the extraction."""
    body: Article
    """What stays."""

    @property
    def any_went(self) -> bool:
        """Whether anything was stripped."""
        return any(f.action is Action.STRIPPED for f in self.findings)
