"""Other articles in a page, as endless scroll has them: below headings made like the title's.

The title's heading stands in a part of the page that holds no other such heading and prose of its
own; where other headings with its tag and class do so, too, they are titles of other articles. So
are `<article>` elements beside that of the title, each under a heading of its own, that say next to
nothing of what the title names: parts of one article do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from cleaner.reading.line import Element, Line, Reach

MIN_WORDS = 80
"""Words of prose in a part of the page that is an article of its own."""
MIN_SHARE = 0.1
"""Share of the page's prose that is in the part of the title."""
MAX_HEADINGS = 50
MIN_TERMS, MAX_SAID = 3, 0.25
"""Words that a title names, and which share of them may stand in another article."""
Span = tuple[int, int]


def find_other_articles(lines: Sequence[Line], reach: Reach, title: str) -> Iterator[Line]:
    """The lines of other articles. title: the key of the page's title."""
    headings = [n for n in lines if n.block.is_heading and not n.outside]
    named = [n for n in headings if n.key == title]
    if not named and title:
        named = [n for n in headings if n.block.tag == "h1" and title in n.key]
    heading = min(named, key=lambda n: n.block.tag, default=None)
    if heading is None or not (heading.block.tag == "h1" or heading.element.get("class")):
        return
    alike = [n.element for n in lines if _is_alike(n, heading)]
    if 1 < len(alike) <= MAX_HEADINGS:
        parts = [_part(element, alike, reach) for element in alike]
        yield from _others(lines, parts, parts[alike.index(heading.element)])
    elif (own := next(heading.element.iterancestors("article"), None)) is not None:
        beside = [
            reach(e) for e in own.itersiblings("article") if e.get("class") == own.get("class")
        ]
        foreign = [part for part in beside if _is_foreign(lines[slice(*part)], heading)]
        yield from _others(lines, foreign, reach(own))


def _others(lines: Sequence[Line], parts: Sequence[Span], own: Span) -> Iterator[Line]:
    """The lines of parts with prose of their own, where the part of the title has some, too."""
    if not parts:
        return
    words = list(accumulate((n.block.size * n.block.is_prose for n in lines), initial=0.0))
    first, end = own
    if words[end] - words[first] < max(MIN_WORDS, MIN_SHARE * words[-1]):
        return
    for start, stop in parts:
        is_other = stop <= first or start >= end
        if is_other and words[stop] - words[start] >= MIN_WORDS:
            yield from lines[start:stop]


def _is_foreign(lines: Sequence[Line], title: Line) -> bool:
    """Whether a part begins with a heading, and names next to nothing that the title names."""
    if not lines or not lines[0].block.is_heading:
        return False
    named = title.block.terms
    said = named.intersection(term for n in lines for term in n.block.terms)
    return len(named) >= MIN_TERMS and len(said) <= MAX_SAID * len(named)


def _is_alike(line: Line, heading: Line) -> bool:
    element, own = line.element, heading.element
    return bool(element.tag == own.tag and element.get("class") == own.get("class"))


def _part(heading: Element, alike: Sequence[Element], reach: Reach) -> tuple[int, int]:
    """The lines of the largest element around a heading that holds no other such heading."""
    numbers = [reach(element)[0] for element in alike if element is not heading]
    best = reach(heading)
    for above in heading.iterancestors():
        first, end = reach(above)
        if any(first <= n < end for n in numbers):
            break
        best = first, end
    return best
