"""The only module that imports BeautifulSoup: a fragment of HTML → blocks."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning

from cleaner.document.block import Block, Layout, Mark
from cleaner.reading.run import Run
from cleaner.reading.tables import is_layout, row_of
from cleaner.reading.tags import BLOCKS, HEADINGS, MARKED, SILENT
from cleaner.reading.tree_nodes import Node, children_of, name_of, text_of
from cleaner.text.words import INVISIBLE

for warning in (MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning):
    warnings.simplefilter("ignore", warning)  # what it makes of a page is what is wanted


class _Reader:
    """Walks a soup once, without recursion: any depth will do."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.run = Run()
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
            self.run.mark(start, MARKED[name], str(tag.get("href") or "") if name == "a" else "")

    def flush(self) -> None:
        run, self.run = self.run, Run()
        if text := run.text():
            self.add(text, self.layout(), run.marks_within(len(text)))
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
        text, marks = row_of(tag)
        if text:
            self.add(text, Layout("tr", True, self.group), marks)


def blocks_of_fragment(markup: str) -> tuple[Block, ...]:
    """Read a fragment of HTML into blocks in order."""
    soup = BeautifulSoup(markup.encode("utf-8", "replace").decode(), "lxml", huge_tree=True)
    return tuple(_Reader().read(soup))
