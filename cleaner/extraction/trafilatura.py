"""The only module that imports trafilatura: a page's tree → the article's HTML.

The tree is trimmed first, of what trafilatura would throw away itself and otherwise copies and
searches again and again; trafilatura's `fast=True` is used where the slow way could not win. Its
cost grows with the square of some counts: what has too many is not handed to it.
"""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Callable

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.htmlprocessing import convert_to_html

from cleaner.extraction.prune import drop, trim
from cleaner.reading.line_reader import INLINE, Element, Line
from cleaner.reading.lines import Source

Markup = tuple[object, ...]

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # "discarding data" is our outcome

_WIDE = etree.XPath("//*[*[1001]]")
_ELEMENTS = etree.XPath("count(//*)")
MAX_ELEMENTS = 20_000
MAX_ELEMENTS_SLOW = 5000
MAX_LEVELS_SLOW = 150_000
"""Sum of the levels above all elements: jusText, which the slow way asks, spells out each path."""
MAX_PARTS = 4000
"""Of 3,136 real pages the largest has 10,106 elements, and that before it is trimmed."""
MIN_LETTERS = 300
MIN_SHARE = 0.4
MIN_SLOW_SHARE = 0.05
BLOB = 1000
GENUINE = 0.8
PARAGRAPH = 60
MIN_PROSE = 800
FOCUS = 0.75


def focus(source: Source) -> None:
    """Drop branches beside the deepest element that holds nearly all of the page's paragraphs.

    An article begins once and ends once. What stands before that element goes where no paragraph
    is in it; what stands after it, where no paragraph in it is made like those inside. First-rank
    headings and JSON stay.
    """
    lines = [n for n in source.lines if n.is_paragraph and len(n.text) > PARAGRAPH]
    total = sum(len(n.text) for n in lines)
    if total < MIN_PROSE:
        return
    holds, makes = _held(lines)
    inside = [e for e, size in holds.items() if size >= FOCUS * total]
    kernel = min(inside, key=lambda e: (holds[e], -sum(1 for _ in e.iterancestors())))
    going: list[Element] = []
    for element in (kernel, *kernel.iterancestors()):
        if element.tag in ("body", "html") or element.getparent() is None:
            break
        before = [e for e in element.itersiblings(preceding=True) if not holds[e]]
        after = [e for e in element.itersiblings() if makes[e].isdisjoint(makes[kernel])]
        going += filter(_may_go, before[::-1] + after)
    drop(source.tree, going)


def _held(lines: list[Line]) -> tuple[Counter[Element], dict[Element, set[Markup]]]:
    """How much paragraph text each element holds, and how its paragraphs are made."""
    holds: Counter[Element] = Counter()
    makes: dict[Element, set[Markup]] = defaultdict(set)
    for line in lines:
        markup = _markup(line.element)
        for above in (line.element, *line.element.iterancestors()):
            holds[above] += len(line.text)
            makes[above].add(markup)
    return holds, makes


def _markup(element: Element) -> Markup:
    """How a paragraph is made: its tag, its class and its parent's, its depth."""
    parent = element.getparent()
    above = parent.get("class") if parent is not None else None
    return element.tag, element.get("class"), above, sum(1 for _ in element.iterancestors())


def _may_go(element: Element) -> bool:
    return element.tag != "script" and next(element.iter("h1"), None) is None


def is_too_large(tree: Element) -> bool:
    """Whether trafilatura would take long over a tree, by what it searches again and again."""
    return _size(tree) > MAX_ELEMENTS or any(map(_is_wide, _WIDE(tree)))


def _is_wide(element: Element) -> bool:
    """Whether a row has very many cells, or a line very many parts."""
    return element.tag == "tr" or sum(part.tag in INLINE for part in element) > MAX_PARTS


def _size(tree: Element) -> int:
    return int(_ELEMENTS(tree))


def is_too_deep(tree: Element) -> bool:
    """Whether so many elements stand so deep that trafilatura's slow way takes seconds."""
    depth = total = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        total += depth
    return total > 2 * MAX_LEVELS_SLOW


def _extract(tree: Element, *, fast: bool) -> Element | None:
    document = bare_extraction(
        tree,
        fast=fast,
        include_comments=False,
        include_formatting=True,
        include_links=True,
        output_format="html",  # "python" would render a text that nobody reads
    )
    return None if document is None else document.body  # type: ignore[union-attr]  # as_dict is off


def extract(source: Source, slowly: Callable[[], Element | None]) -> Element | None:
    """The article as trafilatura sees it, as a small HTML tree; None where it fails.

    Its fast way is enough where it found a good part of the page's paragraphs. Where it found a
    small part its slow way decides, which measures against the whole page; slowly: asks it, of the
    page as it came (`extract_slowly`). Where it found nothing, next to nothing, or all of the page
    in one paragraph, its last resort, it has failed, and the page's own paragraphs are better. Of
    791 pages the slow way is asked on 42, and 20 are left to their own paragraphs.
    """
    focus(source)
    body = _extract(source.tree, fast=True)
    if body is None or _is_glued(body, source):
        return None
    prose = sum(len(n.text) - n.linked for n in source.lines if n.is_paragraph)
    found = _letters(body)
    if found > MIN_LETTERS and found >= MIN_SHARE * prose:
        return _html(body)
    slow = slowly()
    found = 0 if slow is None else _letters(slow)
    return slow if found > max(MIN_LETTERS, MIN_SLOW_SHARE * prose) else None


def extract_slowly(tree: Element) -> Element | None:
    """The article as trafilatura's slow way sees it, which tries everything, JSON-LD included.

    tree: a page that was parsed anew. None where it has more elements than that way can take, or
    they stand too deep.
    """
    trim(tree)
    if _size(tree) > MAX_ELEMENTS_SLOW or is_too_deep(tree):
        return None
    body = _extract(tree, fast=False)
    return None if body is None else _html(body)


def _html(body: Element) -> Element:
    """trafilatura's tree as HTML; its own conversion forgets which lists were numbered."""
    numbered = [element for element in body.iter("list") if element.get("rend") == "ol"]
    tree = convert_to_html(body)
    for element in numbered:
        element.tag = "ol"
    return tree


def _letters(element: Element) -> int:
    return sum(map(len, element.itertext()))


def _is_glued(body: Element, source: Source) -> bool:
    """Whether most of it is one paragraph that is no single line of the page."""
    longest = max(map(_letters, body.iter("p")), default=0)
    if longest <= BLOB or 2 * longest <= _letters(body):
        return False
    return max((len(n.text) for n in source.lines), default=longest) < GENUINE * longest
