"""Blocks and articles in one line, for the tests of single modules."""

from __future__ import annotations

from dataclasses import replace

from cleaner.document.article import Article
from cleaner.document.block import Block, Layout, Mark
from cleaner.document.finding import Finding

PROSE = (
    "The ferry between the two islands was cancelled on Monday after divers found a crack.",
    "Some three hundred people live on the smaller island through the long winter months.",
    "A fishing boat has carried the post and the milk since Tuesday, its skipper said.",
    "The council said that the repair would take four weeks and that it had no money for it.",
    "Neighbours who keep a boat of their own have offered to take the children to school.",
    "The harbour master expects the wind to turn to the north before the end of the week.",
)


def block(text: str, index: int = 0, tag: str = "p", *, linked: bool = False) -> Block:
    """A block of one tag; linked: all of it is a link."""
    marks = (Mark(0, len(text), "a", "/other"),) if linked else ()
    return Block(index, text, Layout(tag), marks)


def article(*lines: str | Block, **more: object) -> Article:
    """Lines as an article; a line that starts with "# " is a heading, with "> " a link."""
    return Article(tuple(_block(line, i) for i, line in enumerate(lines)), **more)  # type: ignore[arg-type]


def _block(line: str | Block, index: int) -> Block:
    if isinstance(line, Block):
        return line.numbered(index)
    if line.startswith("# "):
        return block(line[2:], index, "h2")
    return block(line[2:], index, linked=True) if line.startswith("> ") else block(line, index)


def of(kind: str, finding: Finding) -> Finding:
    """A finding of a kind."""
    return replace(finding, kind=kind)
