"""Blocks that their own markup hides, and that no reader is meant to open.

Answers that unfold, panels of tabs and texts that go on behind a button are hidden, too: they stay,
and so does what holds much of the page's prose, which a script shows, if it is no copy of the rest.
So does a formula that a picture shows to who sees the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from lxml import etree

from cleaner.reading.copies import Repeats
from cleaner.reading.formulas import formula_of
from cleaner.reading.line import Element, Held, Line
from cleaner.reading.tags import HEADINGS
from cleaner.reading.tree_nodes import is_hidden
from cleaner.text.regex import regex
from cleaner.text.sentences import QUESTION_MARKS

MOST = 0.3
"""Share of a page's prose from which a hidden part of it is text."""
HIDDEN = "hidden"
_OPENED = etree.XPath("//@aria-controls | //@data-target | //@data-bs-target")
_OPENS = regex(
    r"accordion|collaps|toggle|\btabs?\b|tab-?pane|faq|answer|panel|spoiler|expand|more|rest|slide"
    r"|subscriber|premium|paid",
    re.I,
)
_NAMED = regex(rf"[SBP]:\w+\Z|.*[_-]content\Z|.*(?:{_OPENS.pattern})", re.I)
"""Ids of pieces that React streams, and of what unfolds."""
_HANDLES = HEADINGS | {"button", "summary", "dt", "label", "a"}


def find_hidden(tree: Element, lines: Sequence[Line], held: Held) -> None:
    """Set `outside` of the lines that nobody sees. held: as `LineReader` has it."""
    found = [element for element in held if _may_be_hidden(element) and is_hidden(element)]
    if not found:
        return
    prose = list(accumulate((len(n.text) * n.is_paragraph for n in lines), initial=0))
    named = any(element.get("id") for element in found)
    opened = {str(name).lstrip("#") for name in _OPENED(tree)} if named else set()
    repeats = Repeats(lines)
    for element in found[::-1]:  # what is around others first
        first, end = held[element]
        if lines[first].outside == HIDDEN or _is_formula(element, lines[first:end]):
            continue
        is_large = prose[end] - prose[first] > MOST * prose[-1]
        stays = is_large or _may_be_opened(element, opened, lines[max(0, first - 1)])
        if not stays or (is_large and repeats.has(first, end)):
            _hide(lines[first:end])


def _is_formula(element: Element, lines: Sequence[Line]) -> bool:
    """Whether an element holds a formula alone: it says what a picture beside it shows."""
    formula = formula_of(element) if len(lines) == 1 else None
    return bool(formula) and " ".join(str(formula).split()) == lines[0].text


def _hide(lines: Sequence[Line]) -> None:
    for line in lines:
        line.outside = line.outside or HIDDEN


def _may_be_hidden(element: Element) -> bool:
    """A quick look, which most elements do not pass."""
    for name, value in element.items():
        if name == "hidden" or value == "tooltip" or (name == "style" and "none" in value):
            return True
        if name == "class" and ("sr" in value or "reader" in value or "isually" in value):
            return True
    return False


def _may_be_opened(element: Element, opened: set[str], before: Line) -> bool:
    """Whether something on the page shows an element: by its id, its name, or right before it."""
    name = element.get("id") or ""
    if element.get("hidden") == "until-found" or (name in opened and name) or _NAMED.match(name):
        return True
    if element.get("role") == "tabpanel" or _OPENS.search(element.get("class") or ""):
        return True
    handle = element.getprevious()
    is_handle = handle is not None and (handle.tag in _HANDLES or handle.get("role") == "button")
    return is_handle or before.text.endswith(QUESTION_MARKS)
