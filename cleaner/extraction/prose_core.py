"""The elements that hold most of the page's prose, one within the other: a third opinion.

It asks nothing but how many words stand where. Comments are prose, too, so that what stands in a
list counts little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source

MIN_WORDS = 10
"""Of a line that counts as prose."""
SHARES = (0.9, 0.75, 0.5)
"""Of the prose that is in an element; of several, the deepest counts."""
LISTED = 0.1
"""How much a word counts that stands in a list, or is preformatted."""
MOST_OF_PAGE = 0.4
"""Share of a page's words from which a form is the page, and no part beside the article."""
_OUTSIDE = frozenset("nav aside footer form button dialog".split())
_LISTS = frozenset("li dd pre".split())


def prose_core(source: Source) -> list[tuple[int, int]]:
    """Where the element begins and ends that holds so much of the prose, for each of `SHARES`."""
    holds = _held(source)
    total = max(holds.values(), default=0.0)
    most = [element for element, size in holds.items() if size >= min(SHARES) * total]
    most.sort(key=lambda e: (holds[e], -sum(1 for _ in e.iterancestors())))
    return [
        next((source.reach(e) for e in most if holds[e] >= share * total), (0, 0))
        for share in SHARES
    ]


def _held(source: Source) -> Mapping[Element, float]:
    """How many words of prose each element holds."""
    lines = _may_be_article(source)
    prose = [n for n in lines if n.block.size >= MIN_WORDS and 3 * n.linked <= len(n.text)] or lines
    listed = _inherited(lambda element: element.tag in _LISTS)
    holds: dict[Element, float] = defaultdict(float)
    for line in prose:
        size = line.block.size * (LISTED if listed(line.element) else 1.0)
        for element in (line.element, *line.element.iterancestors()):
            holds[element] += size
    return holds


def _may_be_article(source: Source) -> Sequence[Line]:
    """Lines of the page's body that are not mostly links, nor in what stands beside an article."""
    sums = list(accumulate((len(n.text) - n.linked for n in source.lines), initial=0))
    most = MOST_OF_PAGE * sum(len(n.text) - n.linked for n in source.body)

    def is_beside(element: Element) -> bool:
        first, end = source.reach(element) if element.tag in _OUTSIDE else (0, 0)
        return first < end and sums[end] - sums[first] < most

    beside = _inherited(is_beside)
    return [n for n in source.body if not n.is_mostly_linked and not beside(n.element)]


def _inherited(is_so: Callable[[Element], bool]) -> Callable[[Element], bool]:
    """Whether something is true of an element or of one above it; each is asked once."""
    known: dict[Element | None, bool] = {None: False}

    def told(element: Element) -> bool:
        below = []
        while element not in known:
            below.append(element)
            element = element.getparent()
        for one in reversed(below):
            known[one] = known[element] or is_so(one)
            element = one
        return known[element]

    return told
