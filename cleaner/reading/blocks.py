"""The only module that imports BeautifulSoup: an extraction, a fragment or text → blocks.

A fragment is anybody's HTML: BeautifulSoup reads it. trafilatura hands over a tree of its own,
which is read as it is: serialising it for BeautifulSoup took a tenth of the whole time.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PreformattedString, Tag

from cleaner.document.block import Block, Layout, Mark
from cleaner.text.words import INVISIBLE, collapse_space

for warning in (MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning):
    warnings.simplefilter("ignore", warning)  # what it makes of a page is what is wanted

Node = Any  # an lxml element or a BeautifulSoup Tag: both are read alike

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    [
        "p",
        "div",
        "li",
        "tr",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "table",
        "dl",
        "dt",
        "dd",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "figure",
        "figcaption",
        "form",
        "address",
        "body",
        "html",
        "center",
        "details",
        "summary",
        "nav",
        "tbody",
        "thead",
        "tfoot",
        "caption",
        "hr",
        "fieldset",
        "td",
        "th",
    ]
)
_MARKED = {
    "a": "a",
    "em": "em",
    "i": "em",
    "strong": "strong",
    "b": "strong",
    "code": "code",
    "sub": "sub",
    "sup": "sup",
    "del": "del",
    "s": "del",
    "u": "u",
    "kbd": "code",
}
_SILENT = frozenset(
    ["script", "style", "template", "noscript", "svg", "iframe", "head", "title", "select"]
)
_APART = frozenset(["a", "em", "i", "strong", "b"])
_SPACE = re.compile(r"\s+")
_CELL_BLOCKS = ("p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "table", "br")
LAYOUT_CELL = 300
"""A table with a cell of more characters, in several blocks, lays out a page."""


@dataclass
class _Run:
    """The text of the block being read, with the marks over it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    apart: bool = False
    """Whether an inline element has just begun or ended, in a tree that lost the space there."""

    def add(self, text: str) -> None:
        if not text.isprintable():
            text = _SPACE.sub(" ", INVISIBLE.sub("", text))
        elif "  " in text:
            text = _SPACE.sub(" ", text)
        if self.apart and self.parts and text[:1].isalnum() and self.parts[-1][-1:].isalnum():
            text = " " + text
        self.apart = False
        if text.startswith(" ") and (not self.parts or self.parts[-1].endswith(" ")):
            text = text[1:]
        if text:
            self.parts.append(text)
            self.length += len(text)


class _Reader:
    """Walks a soup once, without recursion: any depth will do."""

    def __init__(self, *, spaceless: bool = False) -> None:
        self.spaceless = spaceless
        self.blocks: list[Block] = []
        self.run = _Run()
        self.tags: list[str] = []
        self.lists: list[tuple[int, bool]] = []
        self.group = self.breaks = self.quotes = 0
        self.item = False

    def read(self, root: Node) -> list[Block]:
        stack: list[tuple[Node, Iterator[Node | str], int]] = [(root, _children(root), 0)]
        while stack:
            tag, children, start = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self.close(tag, start)
            elif isinstance(child, str):
                self.run.add(child)
            elif _name(child) not in _SILENT and (opened := self.open(child)) is not None:
                self.run.apart |= self.spaceless and _name(child) in _APART
                stack.append((child, opened, self.run.length))
        self.flush()
        return self.blocks

    def open(self, tag: Node) -> Iterator[Node | str] | None:
        name = _name(tag)
        if name == "br":
            self.flush()
            self.breaks += 1
        elif name in ("pre", "tr"):
            self.flush()
            if name == "pre" or not _is_layout(tag):
                (self.preformatted if name == "pre" else self.row)(tag)
                return None
        elif name in _BLOCKS:
            self.flush()
            self.breaks = 0
            self.enter(name)
        return _children(tag)

    def enter(self, name: str) -> None:
        if name in ("ul", "ol"):
            if not self.lists:
                self.group += 1
            self.lists.append((self.group, name == "ol"))
        elif name in ("table", "blockquote") and not self.lists:
            self.group += 1
            self.quotes += name == "blockquote"
        if name == "li":
            self.item = True
        if name in _HEADINGS:
            self.tags.append(name)

    def close(self, tag: Node, start: int) -> None:
        name = _name(tag)
        if name in _BLOCKS:
            self.flush()
            self.breaks = 0
            if name in ("ul", "ol") and self.lists:
                self.lists.pop()
            self.quotes -= name == "blockquote" and self.quotes > 0
            if name in _HEADINGS and self.tags:
                self.tags.pop()
        elif name in _MARKED and self.run.length > start:
            self.run.apart = self.spaceless and name in _APART
            href = str(tag.get("href") or "") if name == "a" else ""
            self.run.marks.append(Mark(start, self.run.length, _MARKED[name], href))

    def flush(self) -> None:
        run, self.run = self.run, _Run()
        text = "".join(run.parts)
        trimmed = text.rstrip(" ")
        if not collapse_space(trimmed):
            return
        size = len(trimmed)
        marks = tuple(
            Mark(m.start, min(m.end, size), m.tag, m.href) for m in run.marks if m.start < size
        )
        self.add(trimmed, self.layout(), marks)
        self.breaks = 0

    def layout(self) -> Layout:
        tight = self.breaks == 1 and bool(self.blocks)
        if self.tags:
            return Layout(self.tags[-1], tight)
        if self.lists and (self.item or self.breaks):
            first, self.item = self.item, False
            group, ordered = self.lists[-1]
            tag = "li" if first else "p"
            return Layout(tag, True, group if first else 0, len(self.lists) - 1, ordered)
        if self.quotes:
            return Layout("p", tight, self.group, quote=True)
        return Layout("p", tight)

    def add(self, text: str, layout: Layout, marks: tuple[Mark, ...] = ()) -> None:
        self.blocks.append(Block(len(self.blocks), text, layout, marks))

    def preformatted(self, tag: Node) -> None:
        text = _text(tag, "").replace("\r\n", "\n").strip("\n").rstrip()
        text = re.sub(r"\n\s*\n+", "\n", INVISIBLE.sub("", text))
        if text.strip():
            self.add(text, Layout("pre"))

    def row(self, tag: Node) -> None:
        parts: list[str] = []
        marks: list[Mark] = []
        length = 0
        for cell in _cells(tag):
            text = collapse_space(_text(cell)).replace(" | ", " / ")
            length += 3 if parts else 0
            parts.append(text)
            marks.append(Mark(length, length + len(text), _name(cell)))
            marks += [
                Mark(length, length + len(text), "a", str(a.get("href") or ""))
                for a in _inside(cell, ("a",))
                if text and collapse_space(_text(a)) == text
            ][:1]
            length += len(text)
        if any(parts):
            self.add(" | ".join(parts), Layout("tr", True, self.group), tuple(marks))


def _children(node: Node) -> Iterator[Node | str]:  # noqa: C901  # the two libraries side by side
    """Elements and texts below a node of either library, in order."""
    if isinstance(node, Tag):
        for child in node.children:
            if isinstance(child, Tag):
                yield child
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                yield str(child)
        return
    if node.text:
        yield node.text
    for child in node:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def _name(node: Node) -> str:
    return str(node.name if isinstance(node, Tag) else node.tag)


def _text(node: Node, between: str = " ") -> str:
    return node.get_text(between) if isinstance(node, Tag) else between.join(node.itertext())


def _inside(node: Node, names: tuple[str, ...]) -> list[Node]:
    """All elements of some names below a node."""
    return list(node.find_all(names) if isinstance(node, Tag) else node.iterdescendants(*names))


def _cells(row: Node) -> list[Node]:
    return [c for c in _children(row) if not isinstance(c, str) and _name(c) in ("td", "th")]


def _is_layout(row: Node) -> bool:
    cells = _cells(row)
    return len(cells) == 1 or any(
        len(_inside(cell, _CELL_BLOCKS)) > 1 and len(_text(cell)) > LAYOUT_CELL for cell in cells
    )


def blocks_of_tree(root: Node, *, spaceless: bool = False) -> tuple[Block, ...]:
    """Read a tree of HTML elements, such as an extracted article, into blocks in order.

    spaceless: white space around links and emphasis was folded away, as trafilatura does.
    """
    return tuple(_Reader(spaceless=spaceless).read(root))


def blocks_of_fragment(markup: str) -> tuple[Block, ...]:
    """Read a fragment of HTML into blocks in order."""
    return blocks_of_tree(
        BeautifulSoup(markup.encode("utf-8", "replace").decode(), "lxml", huge_tree=True)
    )


_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_NEWLINE = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
WRAP_AT = (50, 100)


def _wrapped(lines: list[str]) -> bool:
    """Whether lines were broken at a column: nearly as long as one another, mid-sentence."""
    body = [len(line) for line in lines[:-1]]
    return (
        len(lines) > 2
        and WRAP_AT[0] <= min(body)
        and max(body) <= WRAP_AT[1]
        and 2 * sum(line[:1].islower() for line in lines[1:]) >= len(body)
    )


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Read scraped text into blocks: paragraphs by blank lines, lines by newlines."""
    blocks: list[Block] = []
    for paragraph in _PARAGRAPHS.split(_NEWLINE.sub("\n", text)):
        lines = [line for raw in paragraph.split("\n") if (line := collapse_space(raw))]
        if _wrapped(lines):
            lines = [" ".join(lines)]
        for i, line in enumerate(lines):
            item = line.startswith("- ") and len(line) > 2
            layout = Layout("li" if item else "p", i > 0, group=-1 if item else 0)
            blocks.append(Block(len(blocks), line[2:].strip() if item else line, layout))
    return tuple(blocks)
