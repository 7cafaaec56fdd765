"""What was judged of the blocks of an article: by the classifier, and by a memory of its site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cleaner.document.finding import Finding

PROBABLY, SURELY = 0.5, 0.85
"""Scores from which a line is likely article, and from which the classifier is sure of it."""
UNLIKE = "unlike the article around it"
"""The classifier's reason where no group of features stands out."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the classifier says of a block."""

    score: float
    """How likely the block is article, 0 to 1."""
    size: float
    """Words of the block when it was judged."""
    drop: bool
    doubtful: bool
    """Whether it nearly goes."""
    explain: Callable[[], str]
    """Ends the sentence "This is residue because it is …"."""
    spared: bool = False
    """Whether it would go, but for the lines beside it."""


@dataclass(frozen=True)
class Remembered:
    """What a memory says of one page, judged on the page as it was extracted."""

    sure: tuple[Finding, ...] = ()
    """What goes before any other kind looks."""
    doubts: tuple[Finding, ...] = ()
    """All that the memory knows of the page, each in doubt: for what is left of it later."""
    notes: tuple[str, ...] = ()
    fault: str = ""
    """An internal error of the memory, by name; nothing of it was used."""
