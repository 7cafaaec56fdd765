"""The only module that imports BeautifulSoup: an extraction, a fragment or text → blocks.

A fragment is anybody's HTML: BeautifulSoup reads it. trafilatura hands over a tree of its own,
which is read as it is: serialising it for BeautifulSoup took a tenth of the whole time.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning

from cleaner.document.block import Block, Layout, Mark
from cleaner.reading.tags import APART, BLOCKS, HEADINGS, MARKED, SILENT
from cleaner.reading.tree_nodes import (
    Node,
    cells_of,
    children_of,
    descendants,
    is_layout,
    name_of,
    text_of,
)
from cleaner.text.words import INVISIBLE, collapse_space

for warning in (MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning):
    warnings.simplefilter("ignore", warning)  # what it makes of a page is what is wanted


_SPACE = re.compile(r"\s+")


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
        stack: list[tuple[Node, Iterator[Node | str], int]] = [(root, children_of(root), 0)]
        while stack:
            tag, children, start = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self.close(tag, start)
            elif isinstance(child, str):
                self.run.add(child)
            elif name_of(child) not in SILENT and (opened := self.open(child)) is not None:
                self.run.apart |= self.spaceless and name_of(child) in APART
                stack.append((child, opened, self.run.length))
        self.flush()
        return self.blocks

    def open(self, tag: Node) -> Iterator[Node | str] | None:
        name = name_of(tag)
        if name == "br":
            self.flush()
            self.breaks += 1
        elif name in ("pre", "tr"):
            self.flush()
            if name == "pre" or not is_layout(tag):
                (self.preformatted if name == "pre" else self.row)(tag)
                return None
        elif name in BLOCKS:
            self.flush()
            self.breaks = 0
            self.enter(name)
        return children_of(tag)

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
        if name in HEADINGS:
            self.tags.append(name)

    def close(self, tag: Node, start: int) -> None:
        name = name_of(tag)
        if name in BLOCKS:
            self.flush()
            self.breaks = 0
            if name in ("ul", "ol") and self.lists:
                self.lists.pop()
            self.quotes -= name == "blockquote" and self.quotes > 0
            if name in HEADINGS and self.tags:
                self.tags.pop()
        elif name in MARKED and self.run.length > start:
            self.run.apart = self.spaceless and name in APART
            href = str(tag.get("href") or "") if name == "a" else ""
            self.run.marks.append(Mark(start, self.run.length, MARKED[name], href))

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
        text = text_of(tag, "").replace("\r\n", "\n").strip("\n").rstrip()
        text = re.sub(r"\n\s*\n+", "\n", INVISIBLE.sub("", text))
        if text.strip():
            self.add(text, Layout("pre"))

    def row(self, tag: Node) -> None:
        parts: list[str] = []
        marks: list[Mark] = []
        length = 0
        for cell in cells_of(tag):
            text = collapse_space(text_of(cell)).replace(" | ", " / ")
            length += 3 if parts else 0
            parts.append(text)
            marks.append(Mark(length, length + len(text), name_of(cell)))
            marks += [
                Mark(length, length + len(text), "a", str(a.get("href") or ""))
                for a in descendants(cell, ("a",))
                if text and collapse_space(text_of(a)) == text
            ][:1]
            length += len(text)
        if any(parts):
            self.add(" | ".join(parts), Layout("tr", True, self.group), tuple(marks))


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
