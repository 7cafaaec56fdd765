"""Where the article of a page stands: the branch with most prose that is no card's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from cleaner.signals.card_tally import Run
from cleaner.signals.line_roles import Part
from cleaner.signals.line_tree import Branch, LineTree

MOST = 0.7
"""Share of the page's prose that the article's branch holds."""
ALONE = 0.25
"""What a paragraph counts for that stands between other lines, as excerpts do."""

GOES_ON = 0.2
"""Share of the article's words from which it goes on after a list."""


@dataclass(frozen=True)
class Body:
    """The article's branch, and its paragraphs."""

    branch: Branch | None
    sizes: Sequence[float]
    """Words of its paragraphs up to a line."""
    followed: Sequence[int]
    """How many paragraphs up to a line follow on another."""

    @property
    def words(self) -> float:
        """Words of its paragraphs."""
        return self.sizes[-1]

    def surrounds(self, first: int, end: int) -> bool:
        """Whether the article stands before some lines, and goes on after them."""
        after = self.words - self.sizes[end]
        return self.sizes[first] > 0 and after >= GOES_ON * self.words

    def holds(self, position: int) -> bool:
        """Whether a line stands in the article's branch."""
        return self.branch is not None and self.branch.first <= position < self.branch.end

    def has_article(self, first: int, end: int) -> bool:
        """Whether paragraphs follow on one another among some lines."""
        return end - first > 1 and self.followed[end] > self.followed[first + 1]


def body_of(parts: Sequence[Part], tree: LineTree, runs: Iterable[Run]) -> Body:
    """Find the article among a page's lines."""
    free = _outside(len(parts), runs)
    prose = [free[i] and part.is_prose for i, part in enumerate(parts)]
    branch = _most(parts, tree, prose)
    pairs = [0, *(int(a and b) for a, b in pairwise(prose))][: len(parts)]
    followed = [0, *accumulate(pairs)]
    reach = range(branch.first, branch.end) if branch is not None else range(0)
    inside = (p.block.size * (prose[i] and i in reach) for i, p in enumerate(parts))
    return Body(branch, [0, *accumulate(inside)], followed)


def _outside(count: int, runs: Iterable[Run]) -> list[bool]:
    """Per line, whether it is in no run."""
    steps = [0] * (count + 1)
    for run in runs:
        steps[run.first] += 1
        steps[run.end] -= 1
    return [not depth for depth in accumulate(steps)]


def _most(parts: Sequence[Part], tree: LineTree, prose: list[bool]) -> Branch | None:
    """The smallest branch that holds most of the prose."""
    sizes: dict[Branch, float] = defaultdict(float)
    for i, part in enumerate(parts):
        if prose[i]:
            alone = not any(prose[max(0, i - 1) : i] + prose[i + 1 : i + 2])
            sizes[tree.homes[i]] += part.block.size * (ALONE if alone else 1)
    whole = sum(sizes.values())
    for branch in reversed(tree.branches):
        size = sizes[branch]
        if size > MOST * whole:
            return branch
        if (above := tree.above(branch)) is not None:
            sizes[above] += size
    return None
