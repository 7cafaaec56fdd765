"""The marks of a line as elements of TEI."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from cleaner.document.block import Mark
from cleaner.rendering.nesting import Open, ends
from cleaner.rendering.tei_writer import Writer

_DEEPEST = 40
"""Marks inside each other: with lists and quotations around them, parsers take 256 elements."""
_TELETYPE = "tt"
_RENDITIONS = {
    "em": "#i",
    "strong": "#b",
    "u": "#u",
    "sub": "#sub",
    "sup": "#sup",
    _TELETYPE: "#t",
}


def inline(to: Writer, text: str, marks: Sequence[Mark]) -> None:
    """Write a text with its nested marks."""
    at = 0
    for position, mark, opens in ends(_fitting(marks)) if marks else ():
        to.text(text[at:position])
        at = position
        if opens:
            _start(to, mark)
        else:
            to.end()
    to.text(text[at:])


def _start(to: Writer, mark: Mark) -> None:
    if mark.tag == "a":
        to.start("ref", target=mark.href)
    elif mark.tag == "del":
        to.start("del", rend="overstrike")
    elif mark.tag == "code":
        to.start("code")
    else:
        to.start("hi", rend=_RENDITIONS[mark.tag])


def _fitting(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Marks that are not too deep; TEI's `code` holds words alone, and is typewriting otherwise."""
    kept = list(_shallow(marks))
    for mark, after in zip_longest(kept, kept[1:]):
        holds = mark.tag == "code" and after is not None and after.start < mark.end
        yield replace(mark, tag=_TELETYPE) if holds else mark


def _shallow(marks: Iterable[Mark]) -> Iterator[Mark]:
    inside = Open()
    for mark in marks:
        inside.close_until(mark.start)
        if len(inside.marks) < _DEEPEST:
            inside.push(mark)
            yield mark
