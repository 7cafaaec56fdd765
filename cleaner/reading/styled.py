"""Spans that show as blocks or as emphasis by their style alone, given such a tag."""

from __future__ import annotations

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tags import HEADINGS
from cleaner.reading.tree_nodes import is_in_row
from cleaner.text.regex import regex

_STYLED = etree.XPath(
    "//span[contains(@style, 'block') or contains(@style, 'font-')]"
    " | //b[contains(@style, 'font-weight')]"
)
_BLOCK = ("display:block", "display:flex", "display:grid")
_HOLDERS = HEADINGS | {"pre", "a"}
"""Elements in which nothing is a block."""
_BOLD = regex(r"font-weight:(?:bold|[6-9]00)")
_LIGHT = regex(r"font-weight:(?:normal|[1-4]00)")
_SLANTED = regex(r"font-style:(?:italic|oblique)")


def tell_styled(tree: Element) -> None:
    """Give spans the tags of what their style makes of them; text that is not bold is no `<b>`."""
    for element in _STYLED(tree):
        style = element.get("style").replace(" ", "").lower()
        if element.tag == "b":
            element.tag = "span" if _LIGHT.search(style) else "b"
        elif tag := _shown_as(style):
            holders = _HOLDERS if tag == "div" else HEADINGS
            if next(element.iterancestors(*holders), None) is None and not _is_beside(element, tag):
                element.tag = tag


def _is_beside(element: Element, tag: str) -> bool:
    """Whether a span that is no block stands in a row of spans, which are told by their tag."""
    before = element.getprevious()
    return tag != "div" and (is_in_row(element) or (before is not None and is_in_row(before)))


def _shown_as(style: str) -> str:
    """What a span of a style shows as: a block, bold, slanted, or nothing of its own."""
    if any(f"{one};" in f"{style};" for one in _BLOCK):
        return "div"
    if _BOLD.search(style):
        return "b"
    return "i" if _SLANTED.search(style) else ""
