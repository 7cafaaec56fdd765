"""A labelled page: its tree, its lines, which of them are article, and where their text stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from lxml import etree

from benchmarks.common import alignment
from cleaner.reading.line import Element
from cleaner.reading.lines import Source
from cleaner.reading.page import parse
from cleaner.text.words import match_key, words
from training.recombining.doubts import doubted

FOUND = 0.9
"""Share of the truth's words that must stand in lines of the article."""
IN_DOUBT = 1.2
"""Words in doubt to one of the truth beyond which the truth is cut short; a copy of it is not."""
MIN_PARAGRAPHS = 4
MIN_WORDS = 120
HELD = 0.95
"""Share of the article's words that its container holds."""
MIN_TITLE = 6


class Run(NamedTuple):
    """A text node that is seen: that of an element, or the one behind it; and its line."""

    element: Element
    is_tail: bool
    line: int

    @property
    def parent(self) -> Element:
        """The element that the text stands in."""
        return self.element.getparent() if self.is_tail else self.element

    def write(self, text: str | None) -> None:
        """Put another text there."""
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


class Labelled:
    """One page, parsed anew, so that it may be taken apart."""

    def __init__(self, page: dict[str, Any], verdicts: Sequence[bool | None] | None = None) -> None:
        """Read a page; verdicts: those of its lines, where they are known already."""
        self.page = page
        self.tree = parse(page["html"])
        source = Source(self.tree)
        self.lines = source.lines
        self.reach = source.reach
        self.runs = [Run(*node, n.number) for n in self.lines for node in source.nodes(n)]
        self._given = verdicts

    @cached_property
    def verdicts(self) -> Sequence[bool | None]:
        """Per line: article, residue, or not to be used."""
        if self._given is not None:
            return self._given
        found = alignment.label([line.text for line in self.lines], self.page)
        return doubted(self.lines, found, self.page, self.titles)

    @cached_property
    def is_usable(self) -> bool:
        """Whether the truth is found in the page, and is an article of some paragraphs."""
        lines = [n for n, v in zip(self.lines, self.verdicts, strict=True) if v]
        found = sum(len(words(line.text)) for line in lines)
        wanted = len(words(self.page["truth"]))
        if self._words_in_doubt() > IN_DOUBT * wanted:
            return False
        enough = sum(line.is_paragraph for line in lines) >= MIN_PARAGRAPHS
        return enough and wanted >= MIN_WORDS and FOUND <= found / wanted <= 2 - FOUND

    def _words_in_doubt(self) -> int:
        pairs = zip(self.lines, self.verdicts, strict=True)
        return sum(len(words(line.text)) for line, verdict in pairs if verdict is None)

    @cached_property
    def title(self) -> str:
        """The page's title, without the site's name where the page says which is which."""
        named = self.tree.xpath("//meta[@property='og:title']/@content | //h1[1]//text()")
        first = str(named[0]).strip() if named else ""
        return self.page.get("title") or first or (self.tree.findtext(".//title") or "").strip()

    @cached_property
    def titles(self) -> frozenset[str]:
        """Keys of lines that say the title."""
        every = [self.title, *self.tree.xpath("//meta[@property='og:title']/@content")]
        heads = self.tree.xpath("//h1")
        if len(heads) == 1:
            every.append("".join(heads[0].itertext()))
        keys = (match_key(str(text)) for text in every)
        return frozenset(key for key in keys if len(key) >= MIN_TITLE)

    def container(self, tags: frozenset[str] = frozenset()) -> Element:
        """The deepest element that holds nearly all of the article; tags: those it may have."""
        total = self._article_words(0, len(self.lines))
        found = element = self.tree.find("body")
        while element is not None:
            found = element if not tags or element.tag in tags else found
            holding = (
                child
                for child in element.iterchildren(etree.Element)
                if self._article_words(*self.reach(child)) >= HELD * total
            )
            element = next(holding, None)
        return found

    def _article_words(self, first: int, end: int) -> int:
        return self._sums[max(first, end)] - self._sums[first]

    @cached_property
    def _sums(self) -> list[int]:
        sums = [0]
        for line, verdict in zip(self.lines, self.verdicts, strict=True):
            sums.append(sums[-1] + len(words(line.text)) * (verdict is True))
        return [*sums, sums[-1]]


def ancestors(runs: Sequence[Run]) -> set[Element]:
    """The elements that hold one of these texts."""
    found: set[Element] = set()
    for run in runs:
        element = run.parent
        while element is not None and element not in found:
            found.add(element)
            element = element.getparent()
    return found
