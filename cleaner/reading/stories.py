"""Other articles in a page, as endless scroll has them: below headings made like the title's.

The title's heading stands in a part of the page that holds no other such heading and prose of its
own; where other headings with its tag and class do so, too, they are titles of other articles.
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


def find_other_articles(lines: Sequence[Line], reach: Reach, title: str) -> Iterator[Line]:
    """The lines of other articles. title: the key of the page's title."""
    named = [n for n in lines if n.block.is_heading and n.key == title and not n.outside]
    heading = min(named, key=lambda n: n.block.tag, default=None)
    if heading is None or not (heading.block.tag == "h1" or heading.element.get("class")):
        return
    alike = [n.element for n in lines if _is_alike(n, heading)]
    if not 1 < len(alike) <= MAX_HEADINGS:
        return
    words = list(accumulate((n.block.size * n.block.is_prose for n in lines), initial=0.0))
    parts = [_part(element, alike, reach) for element in alike]
    first, end = parts[alike.index(heading.element)]
    if words[end] - words[first] < max(MIN_WORDS, MIN_SHARE * words[-1]):
        return
    for start, stop in parts:
        is_other = stop <= first or start >= end
        if is_other and words[stop] - words[start] >= MIN_WORDS:
            yield from lines[start:stop]


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
