"""What stands at the head of list items and is no word of them: own numbers, ways back from notes.

Either is taken out of the tree: renderers number the items, and a way back leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import drop, text_within
from cleaner.text.regex import regex

_NUMBER = regex(r"(\d{1,3})([.)]?)\Z")
_DEEPEST = 4
"""Elements in each other at the head of an item."""
_LONGEST = 200
"""Characters of a number or way back, with the white space of an indented page."""
_SIGNS = frozenset(["^", "↑"])
_BACK = regex(r"\w{1,2}(?:\.\d{1,3})?\Z")


def number(listing: Element) -> None:
    """Make the numbers that all items of a list begin with those of a numbered list.

    In a list with bullets, they need a full stop or bracket: “2 onions” is an amount.
    """
    labels = [_label(item) for item in listing.iterchildren("li")]
    found = [match for label in labels if (match := _match(label))]
    if len(found) < 2 or len(found) < len(labels):
        return
    first = int(found[0][1])
    if [int(match[1]) for match in found] != list(range(first, first + len(found))):
        return
    if not all(match[2] for match in found) and (listing.tag == "ul" or first != 1):
        return
    listing.tag = "ol"
    listing.set("start", str(first))
    listing.attrib.pop("reversed", None)  # or else the numbers would count down
    for label in labels:
        drop(label)


def _label(item: Element) -> Element:
    """The element at the head of an item that says a number, if anything stands behind it."""
    label = next((part for part in _heads(item) if _match(part)), None)
    return None if label is None or _match(item) else label


def _match(element: Element) -> re.Match[str] | None:
    said = "" if element is None else text_within(element, _LONGEST).strip()
    return _NUMBER.match(said)


def _heads(item: Element) -> Iterator[Element]:
    """The elements with which an item begins, each in the one before."""
    inside = item
    for _ in range(_DEEPEST):
        first = next(inside.iterchildren(etree.Element), None)
        if first is None or (inside.text or "").strip() or first.tag in ("a", "sup"):
            return
        yield first
        inside = first


def lead_on(item: Element) -> None:
    """Take the signs that lead from a note back to where it is cited, several times, out of it."""
    for host in (item, *_heads(item)):
        if (host.text or "").strip() in _SIGNS and (ways := list(_ways(host))):
            host.text = None
            for way in ways:
                way.tail = (way.tail or "").lstrip(" ,")
                drop(way)
            return


def _ways(host: Element) -> Iterator[Element]:
    """The links with which an element begins that lead to places of the page, by a letter."""
    for way in host.iterchildren(etree.Element):
        link = way if way.tag == "a" else next(way.iter("a"), way)
        is_own = (link.get("href") or "").startswith("#")
        if not is_own or not _BACK.match(text_within(way, _LONGEST).strip()):
            return
        yield way
        if (way.tail or "").strip(" ,\n\t"):
            return
