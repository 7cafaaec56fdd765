"""A whole page that a scraper made one line of, parted again into sentences and labels.

Menus, headings and bylines are words without a full stop, most of them with a capital, and glued to
the sentences around them. In scripts without spaces the spaces are what is left of the lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from cleaner.text.regex import regex
from cleaner.text.sentences import boundaries
from cleaner.text.words import ends_sentence, is_unspaced

LONG, LONG_UNSPACED = 1000, 350
"""Letters from which a line may be a whole page."""
FEW, MANY = 0.3, 0.55
"""Shares of words without a capital: up to the first in labels, from the second in sentences."""
SOME = 0.6
"""Up to which words without a full stop are labels, where they are no sentence."""
LABEL = 3
"""Words of one label; longer stretches of labels are parted at capitals."""
MIN_RUN = 10
"""Words of labels in a row, with few words between them that have no capital, or a comma."""
MIN_LABELS, MIN_SHARE = 40, 0.08
"""Words of such stretches, and their share, in a line that is a whole page."""
OPENING = 5
"""Words before a sentence that may be its own."""
HEAD = 6
"""Stretches among which a page has its first labels: an article begins with a sentence."""
MIN_PIECES, MAX_PIECE = 12, 30
"""Pieces of an unspaced line that is a whole page, and the letters of at least half of them."""
_PHRASED = regex("[\u0e00-\u0eff]")
"""Thai and Lao, which have spaces between phrases."""
_WORD = regex(r"\S+")
_COMMAS = regex(r"[,;،、]")
Spans = list[tuple[int, int]]


def parted(line: str) -> list[str]:
    """The lines that a line was made of, as far as they can be told; else that line alone.

    >>> parted("It rained all night. Home News")
    ['It rained all night. Home News']
    """
    return parts_of_page(line) if is_page(line) else [line]


def is_page(line: str) -> bool:
    """Whether a line is a whole page, with its menus."""
    if len(line) < LONG_UNSPACED or _PHRASED.search(line):
        return False
    if is_unspaced(line):
        pieces = line.split()
        short = sum(len(piece) <= MAX_PIECE for piece in pieces)
        return len(pieces) >= MIN_PIECES and 2 * short >= len(pieces)
    if len(line) < LONG:
        return False
    words = _Words(line)
    runs = [run for _, _, run in words.pieces()]
    return any(runs[:HEAD]) and sum(runs) >= max(MIN_LABELS, MIN_SHARE * len(words.spans))


def parts_of_page(line: str) -> list[str]:
    """The lines that a page, or a part of it, was made of."""
    if is_unspaced(line):
        return line.split()
    words = _Words(line)
    parts = (
        part
        for start, end, run in words.pieces()
        for part in (words.labels(start, end) if run else [(start, end)])
    )
    return [words.text(start, end) for start, end in parts]


class _Words:
    """The words of a line, by number, and which of them have no capital."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.spans: Spans = [match.span() for match in _WORD.finditer(line)]
        first = [_first_letter(line[start:end]) for start, end in self.spans]
        self.is_capital = [letter.isupper() for letter in first]
        self._low = list(accumulate((letter.islower() for letter in first), initial=0))

    def text(self, start: int, end: int) -> str:
        """The words from a number up to another."""
        return self.line[self.spans[start][0] : self.spans[end - 1][1]]

    def low(self, start: int, end: int) -> float:
        """Share of words without a capital."""
        return (self._low[end] - self._low[start]) / max(1, end - start)

    def pieces(self) -> Iterator[tuple[int, int, int]]:
        """The words of sentences and stretches of labels, and how many of them are labels."""
        for sentence in self.sentences():
            for start, end in self.stretches(*sentence):
                yield start, end, end - start if self.are_labels(start, end) else 0

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The words of each sentence, with the labels that are glued to it."""
        starts, at = [0], 0
        for cut in boundaries(self.line)[1:-1]:
            while at < len(self.spans) and self.spans[at][0] < cut:
                at += 1
            starts.append(at)
        yield from (pair for pair in pairwise([*starts, len(self.spans)]) if pair[0] < pair[1])

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A sentence parted where labels end before it or begin behind it."""
        begun = start
        for at in range(start + MIN_RUN, end):
            if self.is_capital[at] and (turn := self._turn(begun, at, end)) > begun:
                yield begun, turn
                begun = turn
        yield begun, end

    def _turn(self, start: int, at: int, end: int) -> int:
        """Where labels end before a word, or begin at it; 0 where they do neither.

        The last words before a sentence may be its own: a name, or the town of a dateline.
        """
        before, after = max(start, at - MIN_RUN), min(end, at + MIN_RUN)
        one, other = self.low(before, at), self.low(at, after)
        if one <= FEW and other >= MANY and self.are_labels(before, at):
            return at - OPENING
        begins = one >= MANY and other <= FEW and self.are_labels(at, after)
        return at if begins else 0

    def are_labels(self, start: int, end: int) -> bool:
        """Whether words are labels and no sentence, nor names in a row with commas."""
        if end - start < MIN_RUN:
            return False
        text = self.text(start, end)
        most = FEW if ends_sentence(text) else SOME
        return self.low(start, end) <= most and 4 * len(_COMMAS.findall(text)) < end - start

    def labels(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A stretch of labels parted at capitals."""
        begun = start
        for at in range(start + 1, end):
            if self.is_capital[at] or at - begun > 2 * LABEL:
                yield begun, at
                begun = at
        yield begun, end


def _first_letter(word: str) -> str:
    return next(filter(str.isalpha, word), "")
