"""Where blocks stand in markup: what is read there again is what they say."""

from __future__ import annotations

import re

from cleaner.document.block import Block
from cleaner.reading.line_reader import LineReader
from cleaner.reading.page import Page, parse
from cleaner.spans.letters import letters_of_markup, seen, squeezed
from cleaner.spans.nodes import PlacedLines, Stretch
from cleaner.text.regex import regex

_LEADING = regex(r"(?:\s|&nbsp;|&#160;|&#xa0;|</[^<>]*>)*+")
_TRAILING = regex(
    r"(?:&nbsp;|&#160;|&#xa0;|<(?:p|div|section|article|[uo]l|li|h[1-6]|table|tr|pre)(?:\s[^<>]*)?>)\Z",
    re.I,
)
_LONGEST = 400
"""Characters of a start tag that is trimmed."""
_BARS = "|;/"
"""What stands between the cells of a row and the items in them, and not in the source."""
_QUOTES = "“”‘’"
"""What stands for `<q>`."""
_QUOTED = regex(r"<q[\s>]", re.I)
_AGAIN = 3
"""How many times the length of a page is read again at most: lines that a page moves far apart
stand in long stretches."""


class InMarkup:
    """Finds the blocks of one page or fragment."""

    def __init__(self, page: Page, source: str) -> None:
        """source: the page, decoded. Raises what a parser raises."""
        self._page, self._source = page, source
        self._lines = PlacedLines(page, source)
        self._left = _AGAIN * len(source)
        self._has_quotes = bool(_QUOTED.search(source))

    def find(self, whole: Block, start: int, end: int) -> Stretch | None:
        """Where `whole.text[start:end]` stands; None where the source does not say just that."""
        if not self._is_same(whole.line):
            return None
        stretch = self._lines.stretch(whole.line)
        is_all = (start, end) == (0, len(whole.text))
        if stretch is not None and self._may_read(stretch):
            if is_all and self._says(stretch, whole):
                return self._trimmed(stretch, whole)
            if found := self._within(stretch, whole, start, end):
                return found
        around = self._lines.around(whole.line)
        if not self._may_read(around):
            return None
        if found := self._within(around, whole, start, end):
            return found
        return self._trimmed(around, whole) if is_all and self._says(around, whole) else None

    def _may_read(self, stretch: Stretch) -> bool:
        self._left -= stretch[1] - stretch[0]
        return self._left >= 0 and stretch[0] < stretch[1]

    def _is_same(self, number: int) -> bool:
        """Whether a line of the page was read alike from the numbered source."""
        lines, known = self._lines.lines, self._page.source.lines
        is_there = 0 <= number < min(len(lines), len(known))
        return is_there and lines[number].text == known[number].text

    def _says(self, stretch: Stretch, whole: Block) -> bool:
        """Whether a stretch says a block: as its tags are left out, or as a page is read."""
        signs = (_BARS if whole.tag == "tr" else "") + (_QUOTES if self._has_quotes else "")
        without = str.maketrans("", "", signs)
        wanted = squeezed(whole.text).translate(without)
        if seen(self._source, *stretch).translate(without) == wanted:
            return True
        reader = LineReader()
        reader.read(parse(self._source[slice(*stretch)]))
        again = squeezed("".join(line.text for line in reader.lines))
        return again.translate(without) == wanted

    def _within(self, stretch: Stretch, whole: Block, start: int, end: int) -> Stretch | None:
        """A part of a block, letter for letter; the block may be a part of its line."""
        letters = letters_of_markup(self._source, *stretch)
        at = _only(letters.text, squeezed(whole.text))
        first = at + len(squeezed(whole.text[:start]))
        last = at + len(squeezed(whole.text[:end])) - 1
        return letters.span(first, last) if at >= 0 and first <= last else None

    def _trimmed(self, stretch: Stretch, whole: Block) -> Stretch:
        """A stretch without white space, ends of what is before it, and starts of what is next."""
        source, (start, end) = self._source, stretch
        blank = _LEADING.match(source, start, end)
        bare = blank.end() if blank else start, self._bare_end(start, end)
        cut = source[start : bare[0]] + source[bare[1] : end]
        return bare if "<" not in cut or self._says(bare, whole) else stretch

    def _bare_end(self, start: int, end: int) -> int:
        source, last = self._source, -1
        while last != end:
            last = end
            while end > start and source[end - 1].isspace():
                end -= 1
            near = max(start, end - _LONGEST)
            sign = max(source.rfind("&", near, end), source.rfind("<", near, end), near)
            end = sign if _TRAILING.match(source, sign, end) else end
        return end


def _only(text: str, part: str) -> int:
    """Where a part stands in a text; below zero where it does not, or not alone."""
    at = text.find(part)
    return at if at == text.rfind(part) else -1
