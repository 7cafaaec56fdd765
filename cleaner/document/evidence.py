"""Evidence: what was known of each line when the article was chosen, by which to trust it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """The candidates of a page as columns, in page order, and what the page holds beside them."""

    scores: Sequence[float]
    """How likely each is article, 0 to 1."""
    sizes: Sequence[float]
    """Words."""
    blocks: Sequence[int]
    """The index of its block in the extraction; −1 where it is none of it."""
    lines: Sequence[int]
    """The number of its line; −1 where that is not known."""
    judged: Sequence[bool]
    """Whether it was looked at; paragraphs in the midst of others need not be."""
    voted: Sequence[bool]
    """Whether trafilatura took it."""
    foreign: Sequence[float]
    """How it is worded, below zero as what stands around articles; 0 where nobody asked."""
    core: tuple[int, int]
    """Where the element begins and ends that holds nearly all of the page's prose, by lines."""
    core_letters: int
    """Letters in it, links aside."""
    rival: float
    """The score of the best container apart from the best one, by that one's, 0 to 1."""
    rival_lines: tuple[int, int]
    """Where that container begins and ends."""
