"""The letters of a source that are seen, white space apart, and where each of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cleaner.reading.for_lxml import NO_REFERENCES
from cleaner.spans.runs import pieces
from cleaner.text.regex import regex
from cleaner.text.words import INVISIBLE, unescaped

_REFERENCE = regex(r"&(?:#[xX]?)?\w{1,40};?|.", re.S)


def squeezed(text: str) -> str:
    """A text without white space and what cannot be seen.

    >>> squeezed(" a\\u00a0b\\u200b c ")
    'abc'
    """
    text = "".join(text.split())
    return text if text.isprintable() else "".join(INVISIBLE.sub("", text).split())


def said_by(run: str) -> str:
    """The letters of a run of markup between two tags, references read as pages are read.

    >>> said_by("it&nbsp;is &#0;&lt; 3")
    'itis<3'
    """
    if "&" in run:
        run = unescaped(NO_REFERENCES.sub("", run))
    return squeezed(run)


@dataclass
class Letters:
    """Letters in order; each stands at `source[starts[n]:ends[n]]`."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """From the start of one letter to the end of another."""
        return self.starts[first], self.ends[last]


def seen(source: str, start: int, end: int) -> str:
    """The letters between two places of markup: without tags, references read."""
    runs = (source[a:b] for a, b, name in pieces(source, start, end) if not name)
    return "".join(map(said_by, runs))


def letters_of_markup(source: str, start: int, end: int) -> Letters:
    """The same, each with its place."""
    runs = ((a, b) for a, b, name in pieces(source, start, end) if not name)
    return _collected(part for run in runs for part in _parts(source, *run))


def letters_of_text(source: str) -> Letters:
    """The letters of a text that is no markup."""
    return _collected((letter, at, at + 1) for at, letter in enumerate(source))


def _collected(parts: Iterator[tuple[str, int, int]]) -> Letters:
    said: list[str] = []
    letters = Letters()
    for part, start, end in parts:
        if here := squeezed(part) if len(part) == 1 else said_by(part):
            said.append(here)
            letters.starts += [start] * len(here)
            letters.ends += [end] * len(here)
    letters.text = "".join(said)
    return letters


def _parts(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    for part in _REFERENCE.finditer(source, start, end):
        yield part[0], *part.span()
