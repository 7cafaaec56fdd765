"""Preformatted text: its lines as they stand, whatever elements break them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from cleaner.reading.line import Element
from cleaner.text.words import INVISIBLE

_EMPTY_LINES = re.compile(r"\n\s*\n+")
_NUMBERS = re.compile(r"\s*\d[\d\s]*\Z")
_BREAKS = frozenset("div p li tr section".split())


def preformatted(element: Element) -> str:
    """The text of a `<pre>`: a line for each line, `<br>` and block in it; no empty lines."""
    text = "".join(_parts(element)).replace("\r\n", "\n").strip("\n").rstrip()
    return _EMPTY_LINES.sub("\n", INVISIBLE.sub("", text)) if text.strip() else ""


def _parts(element: Element) -> Iterator[str]:
    for event, below in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield "\n" if below.tag == "br" or below.tag in _BREAKS else ""
            yield below.text or ""
        elif below is not element:
            yield ("\n" if below.tag in _BREAKS else "") + (below.tail or "")


def is_gutter(element: Element) -> bool:
    """Whether it is the numbers of lines, in the cell beside that of a listing."""
    cell = element.getparent()
    beside = None if cell is None or cell.tag != "td" else cell.getnext()
    listed = beside is not None and next(beside.iter("pre"), None) is not None
    return listed and bool(_NUMBERS.match("".join(element.itertext())))
