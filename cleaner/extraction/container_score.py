"""A second opinion on where the article is: containers scored by the paragraphs in them.

Each paragraph scores for its length and its commas; its parent gets all of that, the element above
half, those further up less; links take their share away. After Readability (arc90 2009, Mozilla).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source

LEVELS = 4
FULL_SCORE = 300
"""Letters of a paragraph beyond which length adds nothing."""
_LEAVES = frozenset("p li dd dt td th tr pre blockquote h1 h2 h3 h4 h5 h6".split())


class ContainerScores:
    """The scores of a page's containers."""

    def __init__(self, source: Source) -> None:
        """Go over the paragraphs once."""
        parents = {line.element: line.element.getparent() for line in source.lines}
        above = {parent: _above(parent, source) for parent in dict.fromkeys(parents.values())}
        self._around = {e: _around(e, above[parent]) for e, parent in parents.items()}
        self._scores: dict[Element, float] = defaultdict(float)
        linked: dict[Element, int] = defaultdict(int)
        size: dict[Element, int] = defaultdict(int)
        for line in source.body:
            score = _score(line) if line.is_paragraph else 0.0
            for level, element in enumerate(self._around[line.element]):
                size[element] += len(line.text)
                linked[element] += line.linked
                self._scores[element] += score / (1, 2, 6, 9)[level]
        for element in self._scores:
            self._scores[element] *= 1 - linked[element] / max(1, size[element])
        self.top = max(self._scores, key=self._scores.__getitem__, default=None)
        self._source = source
        self._most = self._scores[self.top] or 1.0 if self.top is not None else 1.0
        self._within = source.reach(self.top) if self.top is not None else (0, 0)

    @classmethod
    def of(cls, source: Source) -> ContainerScores:
        """The scores of a page's containers, which several ask for."""
        found = source.measured.get(cls.__name__)
        if not isinstance(found, cls):
            found = source.measured[cls.__name__] = cls(source)
        return found

    def best(self, line: Line) -> float:
        """The best score among the containers of a line, by that of the page's best, 0 to 1."""
        return max((self._scores[e] for e in self._around[line.element]), default=0.0) / self._most

    def near(self, line: Line) -> float:
        """The score of a line's nearest container, by that of the best of the page."""
        return next((self._scores[e] for e in self._around[line.element]), 0.0) / self._most

    @cached_property
    def rival(self) -> tuple[float, tuple[int, int]]:
        """The best score of a container apart from the best one, by that, and where it stands."""
        first, end = self._within
        best = 0.0, (0, 0)
        for element, score in self._scores.items():
            if score > best[0] * self._most:
                reach = self._source.reach(element)
                if reach[1] <= first or end <= reach[0]:
                    best = score / self._most, reach
        return best

    def is_within(self, line: Line) -> bool:
        """Whether a line stands in the best container."""
        return self._within[0] <= line.number < self._within[1]


def _around(element: Element, up: Sequence[Element]) -> Sequence[Element]:
    """The elements around a line's, the nearest first; that itself, where it holds several lines.

    up: those above it.
    """
    return up if element.tag in _LEAVES else (element, *up)[:LEVELS]


def _above(element: Element, source: Source) -> Sequence[Element]:
    """The nearest elements at and above one; what holds no line, as a link left open, is none."""
    around = [] if element is None else [element, *element.iterancestors()]
    return tuple(islice((e for e in around if e.tag != "html" and source.reach(e)[1]), LEVELS))


def _score(line: Line) -> float:
    text = line.text
    commas = text.count(",") + text.count("，") + text.count("、") + text.count("،")
    return 1 + commas + min(len(text), FULL_SCORE) / 100
