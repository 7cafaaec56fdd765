"""One walk over a page: its visible lines, where each stands, and which tags are silent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

from cleaner.text import words as t

Element = Any  # lxml's stubs do not know HtmlElement from _Element
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "ruby",
        "rt",
        "rp",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)

SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "select",
        "option",
        "textarea",
        "iframe",
        "head",
        "title",
        "object",
        "rt",
        "rp",
    ]
)

_NAMES = re.compile(r"[a-z]{2,}|\d{6,}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
LOOK_UP = 5
ATTRIBUTE = 4000
"""Characters of a class or id that are looked at, and are told."""


@dataclass(frozen=True)
class Line:
    """A line of the page as it would be seen."""

    number: int
    text: str
    element: Element
    linked: int
    """Characters of it that are links."""

    @property
    def is_paragraph(self) -> bool:
        """Long enough to be one, and hardly links."""
        return len(self.text) >= 25 and 2 * self.linked < len(self.text)

    @cached_property
    def key(self) -> str:
        """Letters and digits alone."""
        return t.match_key(self.text)


def text_within(element: Element, most: int) -> str:
    """The text of an element; empty where it is longer than so many characters."""
    parts: list[str] = []
    for part in element.itertext():
        parts.append(part)
        most -= len(part)
        if most < 0:
            return ""
    return "".join(parts)


def names_of(element: Element) -> frozenset[str]:
    """Words of an element's class, id, role and itemprop.

    >>> from lxml.html import fromstring
    >>> sorted(names_of(fromstring('<p class="relatedPosts__a1 side-bar">x</p>')))
    ['bar', 'posts', 'related', 'side']
    """
    raw = " ".join(
        (element.get(name) or "")[:ATTRIBUTE] for name in ("class", "id", "role", "itemprop")
    )
    return frozenset(_NAMES.findall(_CAMEL.sub(" ", raw).lower()))


class LineReader:
    """Walks a tree once: text between two breaks, and which lines each element holds."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.lines: list[Line] = []
        self.reach: dict[Element, tuple[int, int]] = {}
        self.parts: list[str] = []
        self.host: Element = None
        self.linked = 0

    def read(self, tree: Element) -> None:
        """Read a whole tree."""
        host, linked = tree, False
        above: list[tuple[Element, bool, int]] = []
        walker = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walker:
            inline = element.tag in INLINE
            if event == "start":
                above.append((host, linked, len(self.lines) + bool(self.parts)))
                if inline:
                    linked = linked or element.tag == "a"
                else:
                    host, linked = element, False
                if element.tag in SILENT:
                    walker.skip_subtree()
                    continue
                run = element.text
            else:
                if self.parts and not inline:
                    self.flush()
                host, linked, first = above.pop()
                self.reach[element] = first, len(self.lines) + bool(self.parts)
                run = element.tail
            if run:
                self.add(run, host, linked=linked)
        self.flush()

    def add(self, run: str, host: Element, *, linked: bool) -> None:
        """Take a run of text that stands in an element which begins lines."""
        if run.isspace():
            if self.parts:
                self.parts.append(" ")
            return
        if host is not self.host:
            self.flush()
            self.host = host
        self.parts.append(run)
        self.linked += linked * len(run)

    def flush(self) -> None:
        """End the line."""
        if text := t.collapse_space("".join(self.parts)):
            self.lines.append(Line(len(self.lines), text, self.host, self.linked))
        self.parts, self.linked = [], 0
