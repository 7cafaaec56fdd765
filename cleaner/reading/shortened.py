"""Texts that a button shows whole: of the beginning with an ellipsis and the whole, the whole."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import drop, is_hidden, text_within
from cleaner.text.regex import regex
from cleaner.text.words import match_key

_HIDDEN = etree.XPath("//*[@hidden or contains(@style, 'none')]")
_CUT = regex(r"\s*(?:…|\.\.\.)\s*\Z")
MIN_LETTERS, MOST_LETTERS = 20, 1000
"""Letters of a beginning: fewer may begin any text."""


def show_whole(tree: Element) -> None:
    """Put texts that are hidden in the place of their beginnings, which are shown."""
    for whole in _HIDDEN(tree):
        if (beginning := _beginning(whole)) is not None and is_hidden(whole):
            drop(beginning)
            whole.attrib.pop("hidden", None)
            whole.attrib.pop("style", None)


def _beginning(whole: Element) -> Element | None:
    """The one of two elements before another that says how it begins, and that it goes on."""
    for element in islice(whole.itersiblings(preceding=True), 2):
        said = text_within(element, MOST_LETTERS)
        begun = match_key(said) if _CUT.search(said) else ""
        if len(begun) >= MIN_LETTERS and _first(whole, 2 * len(said)).startswith(begun):
            return element
    return None


def _first(element: Element, letters: int) -> str:
    """The key of the first text of an element, up to about so many letters."""
    parts: list[str] = []
    for part in element.itertext():
        parts.append(part[:letters])
        letters -= len(part)
        if letters < 0:
            break
    return match_key("".join(parts))
