"""How alike two texts are by their words."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.text.words import words


def likeness(one: str, other: str) -> float:
    """How alike two texts are by their words, 0 to 100 (rapidfuzz's Indel ratio).

    >>> likeness("The cat sat on the mat", "The cat sat on a mat") > 80
    True
    """
    return likeness_of(words(one), words(other))


def likeness_of(one: Sequence[str], other: Sequence[str], least: float = 0) -> float:
    """The same for lists of words; 0 where it is less than `least`.

    >>> likeness_of(["the", "cat"], ["the", "hat"]), likeness_of(["the", "cat"], ["a"], 75)
    (50.0, 0.0)
    """
    if 200 * min(len(one), len(other)) < least * (len(one) + len(other)):
        return 0.0
    from rapidfuzz import fuzz  # most pages have no two texts of like length to compare

    return fuzz.ratio(one, other, score_cutoff=least)
