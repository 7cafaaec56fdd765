"""Small things of lxml's elements: cells, text, descendants, what is hidden, taking one out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tags import SILENT
from cleaner.text.regex import regex

Node = tuple[Element, bool]
"""A text node: that of an element, or its tail."""
_VERSE = frozenset(["line", "verse-line", "poem-line", "poetry-line"])
_UNSEEN = regex(
    r"(?:^|\s)(?:sr-only|screen-reader-(?:text|only)|(?:u-)?visually-?[hH]idden|show-for-sr|a-offscreen"
    r"|(?:element|assistive)-(?:invisible|text)|a11y-(?:hidden|only)|hidden-visually|offscreen"
    r"|material-(?:icons|symbols)[\w-]*)(?=\s|$)"
)
"""Names of what is read aloud only."""
_SIGNS = frozenset("# ¶ § ^ ↩ ↵ ⏎ ↑ ⇑ ⤴ ∞ 🔗".split())
_INLINE = frozenset(["a", "abbr", "b", "button", "dfn", "em", "i", "mark", "span", "strong"])
_HIDDEN = regex(r"display\s*:\s*none", re.I)


def cells_of(row: Element) -> list[Element]:
    """The cells of a table's row."""
    return [child for child in row if child.tag in ("td", "th")]


def descendants(element: Element, names: tuple[str, ...]) -> Iterator[Element]:
    """All elements of some names below an element, in order."""
    return element.iterdescendants(*names)  # type: ignore[no-any-return]


def above(element: Element, levels: int) -> list[Element]:
    """The elements around an element, the nearest first, up to so many levels."""
    return list(islice(element.iterancestors(), levels))


def text_of(element: Element, between: str = " ") -> str:
    """All text below an element that is read, with something between its parts."""
    return between.join(texts(element))


def texts(element: Element) -> Iterator[str]:
    """The texts below an element that are read, in order."""
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, below in walker:
        if event == "start" and below.tag in SILENT:
            walker.skip_subtree()
        elif event == "start" and below.text:
            yield below.text
        elif event == "end" and below.tail and below is not element:
            yield below.tail


def text_within(element: Element, most: int) -> str:
    """The text of an element; empty where it is longer than so many characters."""
    parts: list[str] = []
    for part in element.itertext():
        parts.append(part)
        most -= len(part)
        if most < 0:
            return ""
    return "".join(parts)


def drop(element: Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def is_in_row(element: Element) -> bool:
    """Whether a span stands right before another in an element that holds no text of its own."""
    parent, after = element.getparent(), element.getnext()
    if element.tail or after is None or after.tag != "span" or parent.tag in ("p", "span"):
        return False
    return not (parent.text and parent.text.strip())


def is_verse(element: Element) -> bool:
    """Whether an element is a further line of a stanza, by its name and that of the one before."""
    names = element.get("class")
    if not names or _VERSE.isdisjoint(names.split()):
        return False
    before = element.getprevious()
    return before is not None and before.get("class") == names


def is_sign(element: Element) -> bool:
    """Whether a link to the page's own place is a sign for the hand: a permalink, the way back."""
    if element.tag != "a" or not (element.get("href") or "").startswith("#"):
        return False
    return text_within(element, 3).strip(" \ufe0e\ufe0f") in _SIGNS


def is_hidden(element: Element) -> bool:
    """Whether an element's own markup hides it from who sees the page."""
    if element.get("hidden") is not None or _is_tip(element):
        return True
    names = element.get("class")
    if names and _UNSEEN.search(names) and "not-sr-only" not in names:
        return True
    style = element.get("style")
    return style is not None and bool(_HIDDEN.search(style))


def _is_tip(element: Element) -> bool:
    """Whether an element is shown while the hand is over what it explains, not what it explains."""
    if element.get("role") != "tooltip" or element.get("title") is not None:
        return False
    around = element.getparent()
    return element.get("id") is not None or (around.tag in _INLINE and bool(around.text))


def nodes_within(element: Element) -> Iterator[Node]:
    """The text nodes below an element that hold more than white space, in order."""
    for event, below in etree.iterwalk(element, events=("start", "end")):
        tail = event == "end"
        text = below.tail if tail else below.text
        if text and not text.isspace() and not (tail and below is element):
            yield below, tail
