"""XML-TEI: a document of the Text Encoding Initiative, as trafilatura's `xmltei`."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.rendering.header import Header
from cleaner.rendering.signs import comment
from cleaner.rendering.tei_body import write_body
from cleaner.rendering.tei_header import write_header
from cleaner.rendering.tei_writer import Writer

RANK = 25
ENDING = "xml"
PICTURES = True


def heading(_title: str) -> str:
    """Nothing: the header of the document names the title."""
    return ""


def parted(name: str) -> str:
    """The line before one of several articles: a comment."""
    return comment(name)


def render(blocks: Sequence[Block]) -> str:
    """A document whose header says nothing."""
    return document(blocks, Header())


def document(blocks: Sequence[Block], header: Header) -> str:
    """A well-formed TEI document, with elements and attributes as trafilatura names them.

    The number of an item that the page tells is its `n`, the language of a listing its `lang`.
    """
    to = Writer()
    to.start("TEI")
    write_header(to, header)
    to.text("\n")
    to.start("text")
    to.start("body")
    to.start("div", type="entry")
    to.text("\n")
    write_body(to, blocks)
    to.end(count=4)
    return to.written()
