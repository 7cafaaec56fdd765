"""The lines of a page, read again from a source whose start tags are numbered.

The number travels with the element, wherever reading moves it, and says behind which tag of the
source its text stands. It is taken out of the tree before anything else looks at that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from lxml import etree

from cleaner.reading.bounds import few_attributes
from cleaner.reading.line import Element, Line
from cleaner.reading.line_reader import LineReader
from cleaner.reading.mojibake import read_once
from cleaner.reading.page import Page, shape
from cleaner.reading.revealed import reveal
from cleaner.reading.tree_nodes import Node
from cleaner.reading.unshaped import unshaped
from cleaner.spans.letters import said_by, squeezed
from cleaner.spans.runs import pieces

_NUMBER = "data-page-cleaner-run"
_UNREAD = frozenset(["script", "style"])
Stretch = tuple[int, int]
"""Where something begins and ends in a source."""


class PlacedLines:
    """The lines of a page, with the stretches of its source that their text nodes stand in."""

    def __init__(self, page: Page, source: str) -> None:
        """page: a page or fragment; source: it, decoded. Raises what a parser raises."""
        self._end, runs = len(source), list[Stretch]()
        text = few_attributes(read_once("".join(_numbered(source, runs))))
        tree = unshaped(text)
        self._places = dict(_places(tree, _Runs(source, runs)))
        shape(tree, text)
        if page.kind == "page":
            reveal(tree)
        self._reader = LineReader()
        self._reader.read(tree)

    @property
    def lines(self) -> Sequence[Line]:
        """As `Source` has them, if the parser read both alike."""
        return self._reader.lines

    def stretch(self, number: int) -> Stretch | None:
        """From the first text of a line to its last; None where the source has none of it."""
        return self._stretches[number]

    def around(self, number: int) -> Stretch:
        """From the end of the last line before one to the start of the first behind it."""
        return self._ends[number], self._starts[number + 1]

    @cached_property
    def _stretches(self) -> list[Stretch | None]:
        return [self._stretch(nodes) for nodes in self._reader.nodes]

    def _stretch(self, nodes: Iterable[Node]) -> Stretch | None:
        found = [stretch for node in nodes if (stretch := self._places.get(node))]
        if not found:
            return None
        return min(start for start, _ in found), max(end for _, end in found)

    @cached_property
    def _ends(self) -> list[int]:
        """Before each line, where the last one that stands in the source ends."""
        ends = (stretch and stretch[1] for stretch in self._stretches)
        return list(accumulate(ends, _known, initial=0))

    @cached_property
    def _starts(self) -> list[int]:
        """From each line on, where the first one that stands in the source begins."""
        starts = (stretch and stretch[0] for stretch in reversed(self._stretches))
        return list(accumulate(starts, _known, initial=self._end))[::-1]


def _known(last: int, this: int | None) -> int:
    return last if this is None else this


def _numbered(source: str, runs: list[Stretch]) -> Iterator[str]:
    """A source with the number of the run behind it in each start tag. runs: takes the runs."""
    at = 0
    for start, end, name_end in pieces(source, 0, len(source)):
        if name_end:
            yield f'{source[at:name_end]} {_NUMBER}="{len(runs)}"'
            at = name_end
        else:
            runs.append((start, end))
    yield source[at:]


def _places(tree: Element, runs: _Runs) -> Iterator[tuple[Node, Stretch]]:
    """The text nodes of a tree that is as it was parsed, with where they stand."""
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        is_tail = event == "end"
        if not is_tail and (number := element.attrib.pop(_NUMBER, "")).isdecimal():
            runs.go_to(int(number))
        text = element.tail if is_tail else element.text
        if not text or text.isspace() or (element.tag in _UNREAD and not is_tail):
            continue
        if (stretch := runs.take(text)) is not None:
            yield (element, is_tail), stretch


class _Runs:
    """The runs of a source, taken in order."""

    def __init__(self, source: str, runs: Sequence[Stretch]) -> None:
        self._source, self._runs = source, runs
        self._at = 0
        self._letters: dict[int, str] = {}

    def go_to(self, number: int) -> None:
        """Go on with the run of a number."""
        self._at = number

    def take(self, text: str) -> Stretch | None:
        """The runs that a text is made of, in which case the next is what is behind them."""
        while self._said(self._at) == "":  # what is not seen
            self._at += 1
        wanted, size, at, first = squeezed(text), 0, self._at, self._at
        while size < len(wanted):
            run = self._said(at)
            if run is None or not wanted.startswith(run, size):
                return None
            size += len(run)
            at += 1
        if at == first:
            return None
        self._at = at
        return self._runs[first][0], self._runs[at - 1][1]

    def _said(self, number: int) -> str | None:
        """The letters of a run; None behind the last."""
        if number >= len(self._runs):
            return None
        if number not in self._letters:
            start, end = self._runs[number]
            self._letters[number] = said_by(self._source[start:end])
        return self._letters[number]
