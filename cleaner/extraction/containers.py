"""The containers above each candidate, and how much of each container was extracted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from cleaner.extraction.container import (
    GOOD,
    NO_CONTAINER,
    OUTSIDE,
    Above,
    Container,
    Markup,
    bad_names,
)
from cleaner.extraction.container_score import ContainerScores
from cleaner.extraction.others import others_near
from cleaner.extraction.prose_core import prose_core
from cleaner.extraction.sequence import BlockSequence
from cleaner.extraction.verse import verse_under_headline
from cleaner.reading.declared import Declared
from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source
from cleaner.text.words import match_key

LEVELS = 3
NAMED_LEVELS = 5


class ContainerStats:
    """A page's containers, as the candidates of a sequence see them."""

    def __init__(self, sequence: BlockSequence, source: Source) -> None:
        """Sum up the page's lines once."""
        self.source = source
        taken = {r.line.number for r in sequence.candidates if r.line is not None and r.extracted}
        prose = {
            r.line.number
            for r, is_prose in zip(sequence.candidates, sequence.prose, strict=True)
            if r.line is not None and is_prose
        }
        lines = source.lines
        sizes = [0 if line.outside else len(line.text) for line in lines]
        self.all = _sums(sizes)
        self.extracted = _sums([n if i in taken else 0 for i, n in enumerate(sizes)])
        self.prose = _sums([n if i in prose else 0 for i, n in enumerate(sizes)])
        self.linked = _sums([0 if line.outside else line.linked for line in lines])
        self.link_share = self.linked[-1] / max(1, self.all[-1])
        self._containers: dict[Element, Container] = {}
        self._above: dict[Element, Above] = {}
        self._branches: dict[Element, tuple[Element, int]] = {}
        self._count(sequence)
        self.spine = self._spine()
        self.declared = Declared(source)
        self.scores = ContainerScores.of(source)
        self.core = prose_core(source)
        self.every_made = Counter(markup_of(line) for line in source.body)
        self.title_line = source.title_line(match_key(sequence.title_text))
        self.story = self._story()
        extracted = (c.block for c in sequence.candidates if c.extracted)
        self.verse = {line.number for line in verse_under_headline(extracted, source)}
        self.others = others_near(sequence, source)

    def _story(self) -> tuple[int, int]:
        """The lines of the `<article>` that the title stands in; none where it stands in none."""
        if self.title_line < 0:
            return 0, 0
        element = self.source.lines[self.title_line].element
        story = next(element.iterancestors("article"), None)
        return (0, 0) if story is None else self.source.reach(story)

    def _count(self, sequence: BlockSequence) -> None:
        """How the article's paragraphs are made, and which parents they have."""
        self.makes: Counter[Markup] = Counter()
        self.made: Counter[Markup] = Counter()
        self.parents: Counter[Element] = Counter()
        every = zip(sequence.candidates, sequence.sizes, sequence.prose, strict=True)
        for candidate, size, is_prose in every:
            if candidate.line is not None and candidate.extracted:
                markup = markup_of(candidate.line)
                self.made[markup] += 1
                if is_prose:
                    self.makes[markup] += round(size)
                    self.parents[candidate.line.element.getparent()] += round(size)
        self.words = sum(self.makes.values()) or 1

    def _spine(self) -> dict[Element, int]:
        """The element that holds half of the prose, and all above it: steps from it, 0 up."""
        element = max(self.parents, key=self.parents.__getitem__, default=None)
        while element is not None and self.container(element).part < 0.5:
            element = element.getparent()
        spine: dict[Element, int] = {}
        while element is not None:
            spine[element] = len(spine)
            element = element.getparent()
        return spine

    def container(self, element: Element) -> Container:
        """What stands in an element."""
        known = self._containers.get(element)
        if known is None:
            known = self._containers[element] = self._measured(element)
        return known

    def _measured(self, element: Element) -> Container:
        start, end = self.source.reach(element)
        size = self.all[end] - self.all[start]
        if size <= 0:
            return NO_CONTAINER
        prose = self.prose[end] - self.prose[start]
        return Container(
            (self.extracted[end] - self.extracted[start]) / size,
            prose / size,
            (self.linked[end] - self.linked[start]) / size,
            size,
            end - start,
            prose / max(1, self.prose[-1]),
        )

    def above(self, parent: Element) -> Above:
        """What stands at and above the parent of a candidate; the same for all its children."""
        known = self._above.get(parent)
        if known is None:
            known = self._above[parent] = self._looked_up(parent)
        return known

    def _looked_up(self, parent: Element) -> Above:
        levels: list[Container] = []
        bad = good = outside = 0
        element, step = parent, 0
        while element is not None and step < NAMED_LEVELS - 1:
            if element.tag not in ("body", "html"):
                if step < LEVELS:
                    levels.append(self.container(element))
                names = self.source.places.names(element)
                bad += 0 if element in self.spine else len(names & bad_names())
                good += not names.isdisjoint(GOOD)
                outside += element.tag in OUTSIDE
            element, step = element.getparent(), step + 1
        levels += [NO_CONTAINER] * (LEVELS - len(levels))
        top, up = self._branch(parent)
        first = parent if top is None else top.getparent()
        branch = self.container(top) if top is not None else NO_CONTAINER
        return Above(tuple(levels), branch, up, self.spine.get(first, -1), bad, good, outside)

    def _branch(self, element: Element) -> tuple[Element | None, int]:
        """The highest element at or above one that is not on the spine, and the steps behind it."""
        below = []
        while element is not None and element not in self.spine and element not in self._branches:
            below.append(element)
            element = element.getparent()
        top, up = self._branches.get(element, (None, 0))
        for one in reversed(below):
            top, up = one if top is None else top, up + 1
            self._branches[one] = top, up
        return top, up


def markup_of(line: Line) -> Markup:
    """How a line's element is made: its tag and class."""
    return line.element.tag, line.element.get("class")


def _sums(values: Sequence[int]) -> list[int]:
    return list(accumulate(values, initial=0))
