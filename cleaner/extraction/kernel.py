"""The kernel of a page: the deepest element that holds nearly all of its paragraphs.

It tells trafilatura where to look. It is a vote of its own where the container that scores best
has the same paragraphs: two ways to look at a page that agree seldom both miss its article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from cleaner.extraction.container_score import ContainerScores
from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source

Markup = tuple[object, ...]
PARAGRAPH = 60
"""Letters of a paragraph that counts."""
FOCUS = 0.75
"""Share of the letters of all paragraphs that the kernel holds."""
AGREE = 0.9
"""Share of the letters of their paragraphs that the kernel and the best container have both."""
MIN_LETTERS = 300
"""Letters of paragraphs below which a page has no kernel."""


def vote(source: Source) -> tuple[int, ...] | None:
    """The numbers of the lines in the kernel that are not mostly links.

    None where there is no kernel, or the best container has other paragraphs.
    """
    lines = paragraphs_of(source)
    total = sum(len(n.text) for n in lines)
    kernel = kernel_of(held(lines)[0], total) if total >= MIN_LETTERS else None
    if kernel is None:
        return None
    first, end = source.reach(kernel)
    within = range(first, end)
    if _agreement(lines, within, ContainerScores.of(source)) < AGREE:
        return None
    found = (n for n in source.body if n.number in within)
    return tuple(n.number for n in found if not n.is_mostly_linked)


def _agreement(lines: Sequence[Line], within: range, scores: ContainerScores) -> float:
    """Letters of the paragraphs in a kernel and in the best container, by those in either."""
    common = either = 0
    for line in lines:
        one, other = line.number in within, scores.is_within(line)
        common += len(line.text) * (one and other)
        either += len(line.text) * (one or other)
    return common / max(1, either)


def paragraphs_of(source: Source) -> list[Line]:
    """The paragraphs that count."""
    return [n for n in source.body if n.is_paragraph and len(n.text) > PARAGRAPH]


def kernel_of(holds: Mapping[Element, int], total: int) -> Element | None:
    """The kernel, where elements hold so many letters of paragraphs, of that many in all."""
    inside = [e for e, size in holds.items() if size >= FOCUS * total]
    return min(inside, key=lambda e: (holds[e], -sum(1 for _ in e.iterancestors())), default=None)


def held(lines: Sequence[Line]) -> tuple[Counter[Element], dict[Element, set[Markup]]]:
    """How much paragraph text each element holds, and how its paragraphs are made."""
    holds: Counter[Element] = Counter()
    makes: dict[Element, set[Markup]] = defaultdict(set)
    below: dict[Element, list[Line]] = defaultdict(list)
    for line in lines:
        below[line.element.getparent()].append(line)
    for parent, beside in below.items():
        above = [] if parent is None else [parent, *parent.iterancestors()]
        for line in beside:
            holds[line.element] += len(line.text)
            makes[line.element].add(_markup(line.element, above))
        size = sum(len(line.text) for line in beside)
        markups = {markup for line in beside for markup in makes[line.element]}
        for element in above:
            holds[element] += size
            makes[element] |= markups
    return holds, makes


def _markup(element: Element, above: Sequence[Element]) -> Markup:
    """How a paragraph is made: its tag, its class and its parent's, its depth."""
    return element.tag, element.get("class"), above[0].get("class") if above else None, len(above)
