"""A line of Markdown with its marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.document.block import Block, Mark
from cleaner.rendering.flanks import SIGNS
from cleaner.rendering.nesting import ends
from cleaner.rendering.shown import shown
from cleaner.rendering.signs import apart, code_span, destination, escaped, one_line, reach

_SIGNS = {"em": "*", "strong": "**", "del": "~~"}
"""Others are written as HTML: there is no sign for powers, and 10<sup>6</sup> would be 106."""


@dataclass(frozen=True)
class Manner:
    """How the lines of one paragraph or table are written: renderers look at them together."""

    entities: bool = False
    """Whether signs that reach over marks are written as entities."""
    not_in_code: str = ""
    """Signs that code cannot hold there: what has one is words."""

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Manner:
        """The manner that fits the marks and the signs of some blocks."""
        if not any(block.marks for block in blocks):
            return _USUAL
        tags = {mark.tag for block in blocks for mark in block.marks if mark.tag in SIGNS}
        if not tags:
            return _USUAL
        signs = "|" * (blocks[0].tag == "tr") + "~" * ("del" in tags)
        return cls(reach("\n".join(block.text for block in blocks), tags), signs)

    def address(self, link: str) -> str:
        """An address as it is written there."""
        written = destination(link)
        return written.replace("~", "%7E") if "~" in self.not_in_code else written


_USUAL = Manner()


def inline(text: str, marks: Sequence[Mark], manner: Manner) -> str:
    """A text with nested marks as one line of Markdown, without white space around it."""
    text = one_line(text)
    write = apart if manner.entities else escaped
    if not marks:
        return write(text).strip(" ")
    out: list[str] = []
    at = 0
    for position, mark, opens in ends(shown(text, marks, manner.not_in_code)):
        if position > at:
            out.append(write(text[at:position]))
            at = position
        if mark.tag == "code" and opens:
            out.append(code_span(text[mark.start : mark.end]))
            at = mark.end
        elif mark.tag == "a":
            if opens and out and out[-1][-1] == "!":
                out[-1] = f"{out[-1][:-1]}\\!"  # or else it would be an image
            out.append("[" if opens else f"]({manner.address(mark.href)})")
        elif mark.tag != "code":
            out.append(_sign(mark.tag, opens=opens))
    return "".join([*out, write(text[at:])]).strip(" ")


def _sign(tag: str, *, opens: bool) -> str:
    """What stands where a mark opens or closes that is neither a link nor code."""
    return _SIGNS.get(tag, f"<{'' if opens else '/'}{tag}>")
