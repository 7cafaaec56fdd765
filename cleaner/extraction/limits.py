"""Scores up to which a line goes, and from which one comes back: for pages and for scraped text.

They were chosen by cross-validation (`training/README.md`), on the careful side: doubt keeps.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Scores up to which a candidate goes, and above which it comes back."""

    inside: float
    before: float
    after: float
    """Verses, results and dates end an article, and look less like it than what opens it."""
    paragraph: float
    """Of prose between the borders."""
    paragraph_outside: float
    doubtful: float = 0.5
    """Up to this a candidate is doubtful, and goes where another kind has doubts, too."""
    alone: float = 1.0
    """Above this a candidate only goes beside another that goes."""
    returns_inside: float = 0.5
    returns_outside: float = 0.8


PAGE = Limits(0.15, 0.35, 0.25, 0.2, 0.3, returns_inside=0.4, returns_outside=0.5)
TEXT = Limits(0.04, 0.06, 0.06, 0.02, 0.05, doubtful=0.15, alone=0.02)
