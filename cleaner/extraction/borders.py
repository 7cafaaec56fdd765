"""Where the article begins and where it ends, by the scores of its candidates.

An article begins once and ends once: the borders are those between which the candidates together
speak most for an article. Prose that resumes after a doubtful stretch outweighs it, and is inside.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

SOFT = 1e-3
"""Keeps one candidate from deciding alone."""
WORD_POWER = 0.8


def borders(scores: Sequence[float], sizes: Sequence[float]) -> tuple[int, int]:
    """The range with the largest sum of log-odds, weighted by words (Kadane's algorithm).

    scores: probabilities of being article; sizes: words. Returns the first candidate and the one
    after the last; equal numbers where nothing speaks for an article.

    >>> borders([0.1, 0.9, 0.4, 0.9, 0.1], [9, 60, 9, 60, 9])
    (1, 4)
    """
    best, here = (0.0, 0, 0), (0.0, 0)
    for i, (score, size) in enumerate(zip(scores, sizes, strict=True)):
        total, start = here if here[0] > 0 else (0.0, i)
        here = total + log((score + SOFT) / (1 - score + SOFT)) * (size**WORD_POWER + 1), start
        if here[0] > best[0]:
            best = here[0], start, i + 1
    return best[1], best[2]
