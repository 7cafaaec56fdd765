"""Where a block stood in the source: found again in the page's tree by its normalised text.

The page's lines are made once, on first use, from the tree's text nodes: a line is what a
browser would show without a break, and belongs to its nearest block-level element.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

from cleaner.document.place import NOWHERE, Place
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
    ]
)
_NAMES = re.compile(r"[a-z]{2,}|\d{6,}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
LOOK_UP = 5
ATTRIBUTE = 4000
"""Characters of a class or id that are looked at, and are told."""
CAPTION = 4000
"""Characters beyond which a text is no caption."""


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


class _LineReader:
    """Walks a tree once: text between two breaks, and which lines each element holds."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.reach: dict[Element, tuple[int, int]] = {}
        self.parts: list[str] = []
        self.host: Element = None
        self.linked = 0

    def read(self, tree: Element) -> None:
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
        if text := t.collapse_space("".join(self.parts)):
            self.lines.append(Line(len(self.lines), text, self.host, self.linked))
        self.parts, self.linked = [], 0


class Source:
    """The tree of a page, as lines in order; looks a block up by its text."""

    def __init__(self, tree: Element) -> None:
        """Take a tree that will not be changed any more; nothing is read yet."""
        self.tree = tree

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All visible lines of the page, in order."""
        return self._read[0]

    def reach(self, element: Element) -> tuple[int, int]:
        """Numbers of an element's first line and of the first one behind it."""
        return self._read[1].get(element, (0, 0))

    @cached_property
    def _read(self) -> tuple[tuple[Line, ...], dict[Element, tuple[int, int]]]:
        reader = _LineReader()
        reader.read(self.tree)
        return tuple(reader.lines), reader.reach

    @cached_property
    def _by_key(self) -> dict[str, list[Line]]:
        index: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            index[line.key].append(line)
        return index

    @cached_property
    def captions(self) -> frozenset[str]:
        """Keys of what stands in `<figcaption>`."""
        parts = (part for caption in _captions(self.tree) for part in _parts(caption))
        return frozenset(key for part in parts if (key := t.match_key(part)))

    def xpath(self, element: Element) -> str:
        """As lxml's `getpath`, which counts all siblings anew each time."""
        unknown = []
        while element is not None and element not in self._paths:
            unknown.append(element)
            element = element.getparent()
        for one in reversed(unknown):
            parent = one.getparent()
            if parent is None:
                self._paths[one] = f"/{one.tag}"
            elif one not in self._paths:
                self._paths.update(_paths_of(parent, self._paths[parent]))
        return self._paths[unknown[0] if unknown else element]

    @cached_property
    def _paths(self) -> dict[Element, str]:
        return {}

    def lines_of(self, key: str) -> list[Line]:
        """The lines that say just this, in order."""
        return self._by_key.get(key, [])

    def find(self, key: str) -> Place:
        """Where a text stood first; an empty place where it is not found as one line."""
        lines = self.lines_of(key)
        return place_of(lines[0].element) if lines else NOWHERE


def _captions(tree: Element) -> Iterator[Element]:
    """The captions of figures, less those inside another, and of tables, which are kept."""
    last: Element = None
    tables: dict[Element, bool] = {}
    for caption in tree.iter("figcaption"):
        figure = caption.getparent()
        if figure is not None and figure not in tables:
            tables[figure] = figure.find(".//table") is not None
        if tables.get(figure) or (last is not None and last in caption.iterancestors("figcaption")):
            continue
        last = caption
        yield caption


def _parts(element: Element) -> Iterator[str]:
    """The text of an element, of each below it, and of each run between them."""
    for inside in element.iter():
        yield text_within(inside, CAPTION) if isinstance(inside.tag, str) else ""
        yield from (inside.text or "", *(below.tail or "" for below in inside))


def _paths_of(parent: Element, path: str) -> Iterator[tuple[Element, str]]:
    """The paths of an element's children: numbered by their names, where there are several."""
    children = list(parent.iterchildren(etree.Element))
    total, number = Counter(child.tag for child in children), Counter[str]()
    for child in children:
        number[child.tag] += 1
        at = f"[{number[child.tag]}]" if total[child.tag] > 1 else ""
        yield child, f"{path}/{child.tag}{at}"


def place_of(element: Element, xpath: str = "") -> Place:
    """What stands at and above an element, five steps up, never to `body`; xpath: if it is known."""
    tags: list[str] = []
    names: set[str] = set()
    above = element
    while above is not None and above.tag not in ("body", "html") and len(tags) < LOOK_UP:
        tags.append(str(above.tag))
        names |= names_of(above)
        above = above.getparent()
    xpath = xpath or element.getroottree().getpath(element)
    return Place(xpath, tuple(tags), frozenset(names), (element.get("class") or "")[:ATTRIBUTE])
