"""Links at the beginning of paragraphs that count the comments on each: “0Three boats sank.”."""

from __future__ import annotations

from itertools import chain, pairwise

from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import drop

AROUND = ("p", "div", "li")
LEAST = 2
"""Paragraphs with such a link: one alone may be a note."""
DIGITS = 4


def drop_counters(tree: Element) -> None:
    """Drop links that are a number right before the first word of their paragraph.

    Where the numbers rise from each to the next they are verses, notes or steps, and stay.
    """
    found = [link for link in tree.iter("a") if _is_glued(link)]
    numbers = [int(link.text) for link in found]
    if len(found) >= LEAST and any(later <= number for number, later in pairwise(numbers)):
        for link in found:
            drop(link)


def _is_glued(link: Element) -> bool:
    if not link.tail or not link.tail[0].isalpha():  # of most links it is a space or a full stop
        return False
    said = (link.text or "").strip()
    is_number = len(link) == 0 and said.isascii() and said.isdigit() and len(said) <= DIGITS
    return is_number and link.getparent().tag in AROUND and _is_first(link)


def _is_first(element: Element) -> bool:
    """Whether nothing is said before an element in the one that holds it.

    The nearest is asked first, so that a paragraph of many such links costs no more than its size.
    """
    before = element.itersiblings(preceding=True)
    texts = (text for each in before for text in chain([each.tail or ""], each.itertext()))
    return not any(text.strip() for text in chain([element.getparent().text or ""], texts))
