"""Preformatted text: its lines as they stand, whatever elements break them."""

from __future__ import annotations

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.listings import is_gutter
from cleaner.reading.tags import SILENT
from cleaner.reading.tree_nodes import is_hidden
from cleaner.text.words import INVISIBLE

_BLOCKS = frozenset("div p pre li tr section table tbody thead ol ul".split())
_SPANS = frozenset(["span", "code"])
_HOLLOW = _SPANS | {"li", "tr"}
"""Elements that are a line where they hold nothing."""
_LINE_NAMES = frozenset(["line", "code-line", "token-line", "view-line"])
_UNREAD = SILENT | {"button"}
_SHAPES = frozenset("table tbody thead tr ol ul".split())
"""Elements of which white space of their own is not seen."""


def preformatted(element: Element) -> str:
    """The text of a `<pre>`: a line for each line, `<br>` and block in it; no numbers of lines."""
    lines = _Lines()
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, below in walker:
        if event == "end":
            if below is not element:
                lines.end(below)
        elif below is not element and _is_unread(below):
            lines.begin(below, is_block=False)
            walker.skip_subtree()
        else:
            lines.begin(below, is_block=below.tag in _BLOCKS or _is_line(below))
            lines.add(below.text, is_between=below.tag in _SHAPES)
    return _tidied("".join(lines.parts))


def _tidied(text: str) -> str:
    text = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\xa0", " "))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def _is_unread(element: Element) -> bool:
    return element.tag in _UNREAD or is_hidden(element) or is_gutter(element)


def _is_line(element: Element) -> bool:
    if element.tag not in _SPANS:
        return False
    is_block = "display:block" in (element.get("style") or "").replace(" ", "")
    return is_block or not _LINE_NAMES.isdisjoint((element.get("class") or "").split())


class _Lines:
    """Takes the elements and texts of a listing in order."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._begun: list[int] = []
        """For each element that has begun how many parts stood before it; −1 for no block."""
        self._is_ended = False
        """Whether a span ended the line just now; `<br>` behind it does not end another."""

    def begin(self, element: Element, *, is_block: bool) -> None:
        if is_block:
            self._end_line()
        elif element.tag == "br" and not self._is_ended:
            self.parts.append("\n")
        self._is_ended = False
        self._begun.append(len(self.parts) if is_block else -1)

    def end(self, element: Element) -> None:
        begun = self._begun.pop()
        if begun == len(self.parts) and element.tag in _HOLLOW:
            self.parts.append("\n")  # an empty line
        elif begun >= 0:
            self._end_line()
        self._is_ended = begun >= 0 and element.tag in _SPANS
        self.add(element.tail, is_between=begun >= 0)

    def add(self, text: str | None, *, is_between: bool) -> None:
        if text and not (is_between and text.isspace()):
            self.parts.append(text)
            self._is_ended = False

    def _end_line(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")
