"""Links at the beginning of paragraphs that count the comments on each: “0Three boats sank.”."""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import drop

_NUMBERED = etree.XPath("//*[self::p or self::div or self::li]/a[number(.) >= 0]")
LEAST = 2
"""Paragraphs with such a link: one alone may be a note."""
DIGITS = 4


def drop_counters(tree: Element) -> None:
    """Drop links that are a number right before the first word of their paragraph.

    Where the numbers rise from each to the next they are verses, notes or steps, and stay.
    """
    found = [link for link in _NUMBERED(tree) if _is_glued(link)]
    numbers = [int(link.text) for link in found]
    if len(found) >= LEAST and any(later <= number for number, later in pairwise(numbers)):
        for link in found:
            drop(link)


def _is_glued(link: Element) -> bool:
    said = (link.text or "").strip()
    is_number = len(link) == 0 and said.isascii() and said.isdigit() and len(said) <= DIGITS
    return is_number and (link.tail or " ")[0].isalpha() and _is_first(link)


def _is_first(element: Element) -> bool:
    """Whether nothing is said before an element in the one that holds it."""
    before = [element.getparent().text, *(one.tail for one in element.itersiblings(preceding=True))]
    if any((text or "").strip() for text in before):
        return False
    return not any("".join(one.itertext()) for one in element.itersiblings(preceding=True))
