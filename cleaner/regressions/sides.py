"""One of two articles that are compared: its words, each with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from cleaner.text.words import words

CONTEXT = 5
"""Words that are shown before and after a piece."""
_SPACE = re.compile(r"\s")


class Word(NamedTuple):
    """A word, and where it stands: `lines[line][start:end]`."""

    word: str
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Side:
    """One of two articles that are compared."""

    lines: Sequence[str]

    @cached_property
    def found(self) -> list[Word]:
        """All words of the article with their places."""
        return [word for at, line in enumerate(self.lines) for word in _words(line, at)]

    @cached_property
    def words(self) -> list[str]:
        """The words alone, as they are compared."""
        return [word.word for word in self.found]

    @cached_property
    def starts(self) -> list[int]:
        """The first word of each line that has words, and the end of all."""
        firsts = [n for n, word in enumerate(self.found) if not n or self._opens(n, word)]
        return [*firsts, len(self.found)]

    def _opens(self, n: int, word: Word) -> bool:
        return self.found[n - 1].line != word.line

    def pieces(self, a: int, b: int) -> Iterator[tuple[int, int]]:
        """A run of words, cut where lines end."""
        for _, group in groupby(range(a, b), key=lambda n: self.found[n].line):
            members = list(group)
            yield members[0], members[-1] + 1

    def is_whole(self, a: int, b: int) -> bool:
        """Whether a piece takes all words of its line."""
        return self._edge(a, a - 1) and self._edge(b - 1, b)

    def _edge(self, inner: int, outer: int) -> bool:
        beyond = not 0 <= outer < len(self.found)
        return beyond or self.found[outer].line != self.found[inner].line

    def text(self, a: int, b: int) -> str:
        """A piece as it is written, with the signs that touch its words."""
        first, last = self.found[a], self.found[b - 1]
        line = self.lines[first.line]
        if self.is_whole(a, b):
            return line
        lead = "" if self._edge(a, a - 1) else line[self.found[a - 1].end : first.start]
        tail = "" if self._edge(b - 1, b) else line[last.end : self.found[b].start]
        before, after = _SPACE.split(lead), _SPACE.split(tail)
        touching = before[-1] if len(before) > 1 else "", after[0] if len(after) > 1 else ""
        start = 0 if self._edge(a, a - 1) else first.start - len(touching[0])
        return line[start : len(line) if self._edge(b - 1, b) else last.end + len(touching[1])]

    def around(self, a: int, b: int) -> tuple[str, str]:
        """The few words of the same line before and after a piece."""
        line = self.found[a].line
        before = [n for n in range(max(0, a - CONTEXT), a) if self.found[n].line == line]
        end = min(b + CONTEXT, len(self.found))
        after = [n for n in range(b, end) if self.found[n].line == line]
        return self._span(before), self._span(after)

    def _span(self, run: Sequence[int]) -> str:
        return self.text(run[0], run[-1] + 1) if run else ""


def _words(line: str, at: int) -> Iterator[Word]:
    """The words of a line, each with its place."""
    end = 0
    for chunk in line.split():
        start = line.index(chunk, end)
        here = start
        for word in words(lowered := _lowered(chunk)):
            here = start + lowered.index(word, here - start)
            yield Word(word, at, here, here + len(word))
            here += len(word)
        end = start + len(chunk)


def _lowered(text: str) -> str:
    """In small letters, and as long as it was: İ has two of them."""
    return text.lower() if text.isascii() else "".join(sign.lower()[0] for sign in text)
