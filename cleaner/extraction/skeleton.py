"""A page's lines as a small tree of their own, for an extractor to vote on.

It holds the containers of the page with their attributes, and each line as one paragraph, item,
heading or cell with its words as plain text and its links as one link. What an extractor gives
back of it is then, word for word, a line of the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lxml import etree
from lxml.html import HtmlElement

from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source
from cleaner.reading.tags import INLINE
from cleaner.text.words import collapse_space

_LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd blockquote pre figcaption".split())
_CONTAINERS = frozenset(
    """html body div section article main header footer nav aside figure ul ol dl table thead tbody
    tfoot tr td th form fieldset details center li dd dt blockquote address""".split()
)

_PARSER = etree.HTMLParser()
_PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
"""trafilatura wants lxml.html's elements; lxml.html's own way to make them asks Python for each."""


class Skeleton:
    """The tree, and which line each text of it is."""

    def __init__(self, source: Source, lines: Iterable[Line]) -> None:
        """Build the tree of some of a page's lines, given in order."""
        self.tree = _PARSER.makeelement("html")
        self.body = etree.SubElement(self.tree, "body")
        self.numbers: dict[str, list[int]] = defaultdict(list)
        self._made: dict[Element, Element] = {}
        self._source = source
        for line in lines:
            text = collapse_space(line.text)
            self.numbers[text].append(line.number)
            self._add(line, text)

    def _add(self, line: Line, text: str) -> None:
        element = line.element
        tag = str(element.tag)
        if tag == "tr":
            leaf = etree.SubElement(self._container(element), "td")
        elif tag in _LEAVES and self._is_alone(element):
            leaf = etree.SubElement(self._above(element), tag, _attributes(element))
        else:
            leaf = etree.SubElement(self._container(element), "p")
        linked = min(line.linked, len(text))
        if linked:
            etree.SubElement(leaf, "a", href="/").text = text[:linked]
            leaf[0].tail = text[linked:]
        else:
            leaf.text = text

    def _is_alone(self, element: Element) -> bool:
        first, end = self._source.reach(element)
        return end - first == 1

    def _above(self, element: Element) -> Element:
        parent = element.getparent()
        return self.body if parent is None else self._container(parent)

    def _container(self, element: Element) -> Element:
        """What stands for an element in the tree; inline ones are left out."""
        waiting = []
        made = self._made
        while element is not None and element not in made:
            if element.tag in ("body", "html"):
                break
            if element.tag not in INLINE:
                waiting.append(element)
            element = element.getparent()
        here = made.get(element, self.body)
        for one in reversed(waiting):
            tag = str(one.tag) if one.tag in _CONTAINERS else "div"
            here = made[one] = etree.SubElement(here, tag, _attributes(one))
        return here

    def lines_of(self, extracted: Element) -> tuple[list[int], int]:
        """The numbers of the lines in a tree made of this one, and how many letters are of none."""
        found: list[int] = []
        used: dict[str, int] = {}
        strange, last = 0, -1
        for piece in extracted.itertext():
            text = collapse_space(piece)
            if not text:
                continue
            numbers = self.numbers.get(text)
            if numbers is None:
                strange += len(text)
                continue
            at = used.get(text, 0)
            while at < len(numbers) - 1 and numbers[at] < last:
                at += 1
            if at < len(numbers):
                used[text] = at + 1
                found.append(numbers[at])
                last = numbers[at]
        return sorted(set(found)), strange


def _attributes(element: Element) -> dict[str, str]:
    """The attributes of an element, less scripts and the rests of templates, as `{{name}}`.

    lxml reads names that begin with a brace, and cannot write them.
    """
    return {name: value for name, value in element.items() if not name.startswith(("on", "{"))}
