"""How a line is worded: as articles are, or as what stands around them, on sites never seen.

A logistic regression over words and pairs of words, of those that stand on several sites; numbers
count as one word. Structure tells a card or a menu; a disclaimer, an appeal or an author's note
that is written as prose is told by what it says. `python -m training wording` writes the table
and states in it what it was made from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import sqrt
from typing import Any

MAX_WORDS = 80
"""Words of a line that are looked at: what a line is shows in its first sentences."""
NUMBER = "0"
EDGE = ""
"""Stands before the first word and after the last; by itself it says nothing."""


def spoken(words: Sequence[str]) -> list[str]:
    """The words of a line as the table knows them, between two edges.

    >>> spoken(["page", "12"])
    ['', 'page', '0', '']
    """
    return [EDGE, *(NUMBER if w.isdigit() else w for w in words[:MAX_WORDS]), EDGE]


class Wording:
    """Weights of words and of pairs of words: above zero for those that articles use."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take a table as its JSON file has it: `pairs` by first word, then by second."""
        self.provenance: Mapping[str, Any] = data["provenance"]
        self.words: Mapping[str, float] = data["words"]
        self.pairs: Mapping[str, Mapping[str, float]] = data["pairs"]

    def of(self, words: Sequence[str]) -> float:
        """How a line with these words is worded; 0 where none is known."""
        said = spoken(words)
        return (sum(self._singles(said), 0.0) + sum(self._pairs(said), 0.0)) / sqrt(2 * len(said))

    def _singles(self, said: Sequence[str]) -> Iterator[float]:
        return (self.words.get(word, 0.0) for word in said[1:-1])

    def _pairs(self, said: Sequence[str]) -> Iterator[float]:
        pairs = self.pairs
        return (pairs[a].get(b, 0.0) for a, b in pairwise(said) if a in pairs)
