"""The text of the line that is being read, white space folded, with what is marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleaner.document.block import Mark
from cleaner.text.words import INVISIBLE, collapse_space

_SPACE = re.compile(r"\s+")


class Run:
    """Takes pieces of text in order."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self._parted = False

    def part(self, *, glued: bool) -> None:
        """Take that something stood here which is not read; glued: as if nothing had."""
        self._parted |= not glued

    def add(self, text: str) -> None:
        """Take a piece of text; white space at its ends counts once."""
        if not text.isprintable():
            text = _SPACE.sub(" ", INVISIBLE.sub("", text))
        elif "  " in text:
            text = _SPACE.sub(" ", text)
        if self._parted and self.parts and text[:1].isalnum() and self.parts[-1][-1:].isalnum():
            text = " " + text
        self._parted &= not text
        if text.startswith(" ") and (not self.parts or self.parts[-1].endswith(" ")):
            text = text[1:]
        if text:
            self.parts.append(text)
            self.length += len(text)

    def mark(self, start: int, tag: str, href: str = "") -> None:
        """Mark what was taken from a place on."""
        if self.length > start:
            self.marks.append(Mark(start, self.length, tag, href))

    def text(self) -> str:
        """All that was taken; empty where nothing of it can be seen."""
        text = "".join(self.parts).rstrip(" ")
        return text if collapse_space(text) else ""

    def marks_within(self, size: int) -> tuple[Mark, ...]:
        """The marks, cut to a text of so many characters."""
        return tuple(_cut(self.marks, size))


def _cut(marks: Iterable[Mark], size: int) -> Iterable[Mark]:
    for mark in marks:
        if mark.end <= size:
            yield mark
        elif mark.start < size:
            yield Mark(mark.start, size, mark.tag, mark.href)
