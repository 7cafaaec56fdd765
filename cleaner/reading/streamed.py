"""Pages that React streams: pieces that come late, put where the page's own script puts them.

A server that renders with suspense sends `<template id="B:0">` in place of what is not ready, the
piece itself in `<div hidden id="S:0">` at the end, and `$RC("B:0","S:0")`; a part of a piece goes
by `$RS("S:1","P:1")` in place of `<template id="P:1">`. Without the script the article lies in
pieces after the page's footer; where a scraper left the calls out, the numbers tell. See
`ReactDOMServer` (react-dom/server, since React 18).
"""

from __future__ import annotations

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import drop
from cleaner.text.regex import regex

_PIECE = regex(r"""id=["']?S:""")
_COMPLETE = regex(r"""\$RC\(\s*["'](B:\w+)["']\s*,\s*["'](S:\w+)["']""")
_SEGMENT = regex(r"""\$RS\(\s*["'](S:\w+)["']\s*,\s*["'](P:\w+)["']""")
_NAMED = etree.XPath("//template[@id] | //*[@hidden and @id]")


def put_home(tree: Element, text: str) -> None:
    """Move the pieces of a tree to their places, as the page's scripts or their numbers say."""
    if not _PIECE.search(text):
        return
    moves = [(place, piece) for piece, place in _SEGMENT.findall(text)]
    named = {element.get("id"): element for element in _NAMED(tree)}
    pieces = [name for name in named if name.startswith("S:")]
    numbered = ((kind + name[1:], name) for name in pieces for kind in "PB")
    for place, piece in (*moves, *_COMPLETE.findall(text), *numbered):
        if place in named and piece in named:
            _replace(named.pop(place), named.pop(piece))


def _replace(place: Element, piece: Element) -> None:
    """Put what a piece holds in the stead of an empty template."""
    if place.getparent() is None or piece.getparent() is None or _is_within(place, piece):
        return
    tail, place.tail = place.tail, None
    drop(piece)
    for name in ("hidden", "id"):
        piece.attrib.pop(name, None)
    piece.tail = tail
    place.getparent().replace(place, piece)


def _is_within(element: Element, other: Element) -> bool:
    return any(above is other for above in element.iterancestors())
