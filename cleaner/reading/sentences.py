"""Elements that may be blocks of their own, and stand in a sentence: own elements, buttons."""

from __future__ import annotations

from itertools import islice

from cleaner.reading.line import Element
from cleaner.reading.tags import HEADINGS, INLINE, WAYS

MOST = 40
"""Elements in one that stands in a sentence."""
_PARAGRAPHS = HEADINGS | INLINE | {"p"}
_STACKED = frozenset(["code", "kbd", "samp"])
_TEXTS = _PARAGRAPHS | {"li", "dd", "dt", "td", "div"}


def is_word(element: Element) -> bool:
    """Whether an element of the page's own making stands among words, and holds no block."""
    parent = element.getparent()
    if parent is None or not _holds_words(element):
        return False
    return parent.tag in _PARAGRAPHS or _says(_before(element)) or _says(element.tail)


def is_term(button: Element) -> bool:
    """Whether a button stands in a sentence, as the words of a glossary do."""
    parent, after = button.getparent(), (button.tail or "").lstrip()
    if parent is None or parent.tag not in _TEXTS or not after or not _holds_words(button):
        return False
    before = button.getprevious()
    goes_on = _says(_before(button)) or (before is not None and before.tag in INLINE)
    return goes_on or after[0].islower()


def is_in_stack(element: Element) -> bool:
    """Whether code or a key stands right before another, as a thing of its own."""
    after = element.getnext() if element.tag in _STACKED and not element.tail else None
    return after is not None and after.tag == element.tag


def _before(element: Element) -> str | None:
    """The text right before an element."""
    before = element.getprevious()
    text = element.getparent().text if before is None else before.tail
    return None if text is None else str(text)


def _says(text: str | None) -> bool:
    return bool(text) and not str(text).isspace()


def _holds_words(element: Element) -> bool:
    """Whether an element holds inline ones alone, and not many."""
    below = list(islice(element.iterdescendants(), MOST + 1))
    return len(below) <= MOST and not any(map(_is_block, below))


def _is_block(element: Element) -> bool:
    return WAYS.get(element.tag, "block") in ("block", "break") and "-" not in element.tag
