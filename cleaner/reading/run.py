"""The text of the line that is being read, white space folded, with what is marked in it."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.document.block import Mark
from cleaner.reading.line import Element
from cleaner.reading.tags import WAYS
from cleaner.reading.tree_nodes import is_hidden
from cleaner.text.regex import regex
from cleaner.text.words import INVISIBLE, collapse_space

_QUOTES = tuple("\"'“”„‟«»‹›‘’‚「『")
_LINE = ("inline", "marked", "unbroken")
_DIGITS = 3
"""Of the number of a note."""
_PLACE = regex(r"#.")
_SAID = regex(r"[^\W\d_][.,;:!?…\"”’»)]{0,2}\Z")
"""The end of a word, with what closes its sentence."""
_SPACE = regex(r"\s+")


class Run:
    """Takes pieces of text in order."""

    __slots__ = ("_beside", "_parted", "_quotes", "length", "marks", "parts")

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self._parted = self._beside = False
        self._quotes: list[str] = []

    def quote(self, element: Element) -> None:
        """Take that a `<q>` begins; it gets signs if it is in one line and has none of its own."""
        is_inner = any(self._quotes)
        signs = ("‘", "’") if is_inner else ("“", "”")
        self._quotes.append(signs[1] if _is_bare(element, self.parts[-1:]) else "")
        if self._quotes[-1]:
            self.add(signs[0])

    def end_quote(self) -> None:
        """Take that it ends."""
        if sign := self._quotes.pop() if self._quotes else "":
            self.add(sign)

    def part(self) -> None:
        """Take that something stood here which is not read: words on both sides are two."""
        self._parted = True

    def stand_beside(self) -> None:
        """Take that two pieces of a row stand here: a number beside a word or number is apart."""
        self._beside = True

    def add(self, text: str) -> None:
        """Take a piece of text; white space at its ends counts once."""
        if not text.isprintable() or "  " in text:
            text = _folded(text)
        if self._parted or self._beside:
            text = self._apart(text)
        if text.startswith(" ") and (not self.parts or self.parts[-1].endswith(" ")):
            text = text[1:]
        if text:
            self.parts.append(text)
            self.length += len(text)

    def _apart(self, text: str) -> str:
        """The text, a space before it where it would be glued to another word."""
        before = self.parts[-1][-1:] if self.parts else ""
        is_number = before.isdigit() or before == "%"
        is_parted = self._parted or is_number or text[:1].isdigit()
        if text:
            self._parted = self._beside = False
        ends = before.isalnum() or is_number
        return f" {text}" if is_parted and ends and text[:1].isalnum() else text

    def trim(self) -> None:
        """Take back the white space at the end."""
        while self.parts and self.parts[-1].endswith(" "):
            self.length -= 1
            bare = self.parts.pop()[:-1]
            self.parts += [bare] if bare else []
        kept = len(self.marks)
        while kept and self.marks[kept - 1].end > self.length:
            kept -= 1
        self.marks[kept:] = _cut(self.marks[kept:], self.length)

    def mark(self, start: int, tag: str, href: str = "") -> None:
        """Mark what was taken from a place on."""
        if self.length > start:
            self.marks.append(Mark(start, self.length, tag, href))

    def ends_in_note(self, start: int, href: str) -> bool:
        """Whether the link from a place on is the bare number of a note, right behind a word."""
        if self.length - start > _DIGITS or len(self.parts) < 2 or not _PLACE.search(href):
            return False
        number, before = self.parts[-1], self.parts[-2]
        is_bare = number.isdecimal() and len(number) == self.length - start
        is_raised = any(m.tag == "sup" and m.end > start for m in self.marks[-3:])
        return is_bare and not is_raised and _SAID.search(before[-4:]) is not None

    def text(self) -> str:
        """All that was taken; empty where nothing of it can be seen."""
        text = "".join(self.parts).rstrip(" ")
        return text if text.isprintable() or collapse_space(text) else ""

    def marks_within(self, size: int) -> tuple[Mark, ...]:
        """The marks, cut to a text of so many characters."""
        is_longer = self.marks and self.marks[-1].end > size  # each ends where the text did
        return tuple(_cut(self.marks, size) if is_longer else self.marks)


def _is_bare(quote: Element, before: Iterable[str]) -> bool:
    inside = "" if is_hidden(quote) else "".join(quote.itertext()).strip()
    is_quoted = any(part.endswith(_QUOTES) for part in before) or inside.startswith(_QUOTES)
    is_one = all(WAYS.get(below.tag, "block") in _LINE for below in quote.iterdescendants())
    return bool(inside) and not is_quoted and is_one


def _folded(text: str) -> str:
    """Each run of white space as one space, and nothing that cannot be seen."""
    if "\x85" in text:  # it is white space, and is not seen
        return _SPACE.sub(" ", INVISIBLE.sub("", text))
    if text.isspace():
        return " "
    folded = " ".join(text.split())
    if not folded.isprintable():
        return _SPACE.sub(" ", INVISIBLE.sub("", text))
    return " " * text[0].isspace() + folded + " " * text[-1].isspace()


def _cut(marks: Iterable[Mark], size: int) -> Iterable[Mark]:
    for mark in marks:
        if mark.end <= size:
            yield mark
        elif mark.start < size:
            yield Mark(mark.start, size, mark.tag, mark.href)
