"""Where rows stand in the page: the containers above them, and how much of each was extracted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from cleaner.judge.scene import Row, Scene
from cleaner.source import Element, Line, Source, names_of
from cleaner.telling import NAMES

LEVELS = 3
NAMED_LEVELS = 5
GOOD = frozenset("article content body entry post story text main".split())
BAD = (
    frozenset().union(
        *(names for kind, names in NAMES.items() if kind not in ("duplicate-lead", "caption"))
    )
    - GOOD
)
OUTSIDE = frozenset("aside footer nav form header dialog button figure figcaption".split())


class Container(NamedTuple):
    """An element and what stands in it, in shares of its characters."""

    extracted: float
    prose: float
    linked: float
    characters: int
    lines: int
    part: float
    """Its share of all the article's prose."""


NO_CONTAINER = Container(-1.0, -1.0, -1.0, 0, 0, -1.0)
Make = tuple[object, object]


class Ground:
    """A page's containers, as the rows of a scene see them."""

    def __init__(self, scene: Scene, source: Source) -> None:
        """Sum up the page's lines once."""
        self.source = source
        taken = {r.line.number for r in scene.rows if r.line is not None and r.extracted}
        prose = {
            r.line.number
            for r, is_prose in zip(scene.rows, scene.prose, strict=True)
            if r.line is not None and is_prose
        }
        lines = source.lines
        sizes = [len(line.text) for line in lines]
        self.all = _sums(sizes)
        self.extracted = _sums([n if i in taken else 0 for i, n in enumerate(sizes)])
        self.prose = _sums([n if i in prose else 0 for i, n in enumerate(sizes)])
        self.linked = _sums([line.linked for line in lines])
        self.taken = sorted(taken)
        self.link_share = self.linked[-1] / max(1, self.all[-1])
        self._containers: dict[Element, Container] = {}
        self._names: dict[Element, frozenset[str]] = {}
        self._count(scene)
        self.spine = self._spine()

    def _count(self, scene: Scene) -> None:
        """How the article's paragraphs are made, and which parents they have."""
        self.makes: Counter[Make] = Counter()
        self.made: Counter[Make] = Counter()
        self.parents: Counter[Element] = Counter()
        for row, size, is_prose in zip(scene.rows, scene.sizes, scene.prose, strict=True):
            if row.line is not None and row.extracted:
                make = make_of(row.line)
                self.made[make] += 1
                if is_prose:
                    self.makes[make] += round(size)
                    self.parents[row.line.element.getparent()] += round(size)
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

    def names(self, element: Element) -> frozenset[str]:
        """Words of an element's class and id."""
        known = self._names.get(element)
        if known is None:
            known = self._names[element] = names_of(element)
        return known

    @cached_property
    def kernel(self) -> Element | None:
        """The element that holds half of the article's prose."""
        return next(iter(self.spine), None)


class Standing:
    """Where one row stands; made once a row, shared by its features."""

    def __init__(self, row: Row, ground: Ground) -> None:
        """Look up from a row's element to the container of the article's prose."""
        assert row.line is not None
        self.line, self.ground = row.line, ground
        self.make = make_of(row.line)
        self.levels: list[Container] = []
        self.branch: Container = NO_CONTAINER
        self.up = self.bad = self.good = self.outside = 0
        spine, top = ground.spine, None
        element, step = row.line.element, 0
        while element is not None and element not in spine:
            self._look(element, step, on_spine=False)
            top, element, step = element, element.getparent(), step + 1
        self.up, self.out = step, spine.get(element, -1)
        self.branch = ground.container(top) if top is not None else NO_CONTAINER
        while element is not None and step < NAMED_LEVELS:
            self._look(element, step, on_spine=True)
            element, step = element.getparent(), step + 1
        self.levels += [NO_CONTAINER] * (LEVELS - len(self.levels))

    def _look(self, element: Element, step: int, *, on_spine: bool) -> None:
        if step >= NAMED_LEVELS or element.tag in ("body", "html"):
            return
        if 1 <= step <= LEVELS:
            self.levels.append(self.ground.container(element))
        names = self.ground.names(element)
        if names:
            self.bad += 0 if on_spine else len(names & BAD)
            self.good += not names.isdisjoint(GOOD)
        self.outside += element.tag in OUTSIDE


def make_of(line: Line) -> Make:
    """How a line's element is made: its tag and class."""
    return line.element.tag, line.element.get("class")


def _sums(values: Sequence[int]) -> list[int]:
    return list(accumulate(values, initial=0))
