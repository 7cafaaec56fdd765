"""Blocks that their own markup hides, and that no reader is meant to open.

Answers that unfold, panels of tabs and texts that go on behind a button are hidden, too: they stay,
and so does what holds much of the page's prose, which a script shows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from cleaner.reading.line import Element, Line, Reach
from cleaner.reading.tags import HEADINGS, INLINE
from cleaner.reading.tree_nodes import is_hidden

MOST = 0.3
"""Share of a page's prose from which a hidden part of it is text."""
_MAY_BE = etree.XPath(
    "//*[@hidden or contains(@style, 'none') or contains(@class, 'sr-only')"
    " or contains(@class, 'creen-reader') or contains(@class, 'isually')]"
)
_OPENED = etree.XPath("//@aria-controls | //@data-target | //@data-bs-target")
_OPENS = re.compile(
    r"accordion|collaps|toggle|\btabs?\b|tab-?pane|faq|answer|panel|spoiler|expand|more|rest|slide",
    re.I,
)
_HANDLES = HEADINGS | {"button", "summary", "dt", "label", "a"}
_ASKS = ("?", "？", "؟")


def find_hidden(tree: Element, lines: Sequence[Line], reach: Reach) -> None:
    """Set `outside` of the lines that nobody sees."""
    found = [e for e in _MAY_BE(tree) if e.tag not in INLINE and is_hidden(e) and any(reach(e))]
    if not found:
        return
    most = MOST * _prose(lines)
    opened = {str(name).lstrip("#") for name in _OPENED(tree)}
    for element in found:
        first, end = reach(element)
        unseen = lines[first:end]
        if _prose(unseen) <= most and not _may_be_opened(element, opened, lines[max(0, first - 1)]):
            for line in unseen:
                line.outside = line.outside or "hidden"


def _prose(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines if line.is_paragraph)


def _may_be_opened(element: Element, opened: set[str], before: Line) -> bool:
    """Whether something on the page shows an element: by its id, its name, or right before it."""
    if element.get("hidden") == "until-found" or element.get("id", "") in opened - {""}:
        return True
    if element.get("role") == "tabpanel" or _OPENS.search(element.get("class") or ""):
        return True
    handle = element.getprevious()
    is_handle = handle is not None and (handle.tag in _HANDLES or handle.get("role") == "button")
    return is_handle or before.text.endswith(_ASKS)
