"""What a selector takes of a line: an element in a sentence, such as an advertisement's span."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tags import INLINE, UNBROKEN
from cleaner.sites.rules.rule import Rule
from cleaner.text import words as t


@dataclass(frozen=True)
class Run:
    """A line of an element: its signs without white space, and which of them a rule takes."""

    signs: str
    spans: tuple[tuple[int, int, Rule], ...]


def host_of(element: Element) -> Element:
    """The element whose lines an element in a sentence stands in; itself for all others."""
    while element.tag in INLINE and element.getparent() is not None:
        element = element.getparent()
    return element


def signs(text: str) -> str:
    """A text without white space and without what cannot be seen."""
    return t.collapse_space(text).replace(" ", "")


class _RunReader:
    """Walks an element once; its lines end where another element of its kind begins."""

    def __init__(self, wanted: Mapping[Element, Rule]) -> None:
        self.wanted = wanted
        self.runs: list[Run] = []
        self.parts: list[str] = []
        self.size = self.depth = self.start = 0
        self.spans: list[tuple[int, int, Rule]] = []

    def read(self, host: Element) -> None:
        self.add(host.text)
        walker = etree.iterwalk(host, events=("start", "end"))
        next(walker)
        for event, element in walker:
            if element is host:
                break
            inline = element.tag in INLINE
            if event == "start" and inline:
                self.enter(element)
                self.add(element.text)
            elif event == "start":
                walker.skip_subtree()
                if element.tag not in UNBROKEN:
                    self.flush()
            else:
                self.leave(element)
                if not inline and element.tag not in UNBROKEN:
                    self.flush()
                self.add(element.tail)
        self.flush()

    def enter(self, element: Element) -> None:
        if element in self.wanted:
            if not self.depth:
                self.start = self.size
            self.depth += 1

    def leave(self, element: Element) -> None:
        if element.tag in INLINE and element in self.wanted:
            self.depth -= 1
            if not self.depth:
                self.close(self.wanted[element])

    def close(self, rule: Rule) -> None:
        if self.size > self.start:
            self.spans.append((self.start, self.size, rule))

    def add(self, text: str | None) -> None:
        if text and (seen := signs(text)):
            self.parts.append(seen)
            self.size += len(seen)

    def flush(self) -> None:
        if self.parts:
            self.runs.append(Run("".join(self.parts), tuple(self.spans)))
        self.parts, self.spans = [], []
        self.size = self.start = 0


def runs_of(host: Element, wanted: Mapping[Element, Rule]) -> list[Run]:
    """The lines of an element, with what of each is in one of the wanted elements."""
    reader = _RunReader(wanted)
    reader.read(host)
    return reader.runs


def spans_in(text: str, run: Run) -> Iterator[tuple[int, int, Rule]]:
    """What of a text a rule takes, where it has the signs of the run; else nothing."""
    at = [i for i, sign in enumerate(text) if not sign.isspace()]
    if signs(text) == run.signs and len(at) == len(run.signs):
        for start, end, rule in run.spans:
            yield at[start], at[end - 1] + 1, rule
