"""A story: a headline and blocks of a form (p, h2, ul, table, quote, line, motto …)."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Block:
    """A paragraph, or a list or table of several lines; tabs separate the cells of a row."""

    form: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """A headline and the blocks under it."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def lead(self) -> str:
        """Its first paragraph."""
        return self.blocks[self._first_paragraph].lines[0]

    @property
    def _first_paragraph(self) -> int:
        return next(i for i, block in enumerate(self.blocks) if block.form == "p")

    def insert(self, place: int, *blocks: Block) -> Story:
        """With blocks before the given place, which counts from the end where it is negative."""
        at = place if place >= 0 else len(self.blocks) + 1 + place
        return replace(self, blocks=(*self.blocks[:at], *blocks, *self.blocks[at:]))

    def cut(self, most: int) -> Story:
        """With at most so many blocks, the last of them no heading."""
        blocks = list(self.blocks[:most])
        while blocks and blocks[-1].form == "h2":
            blocks.pop()
        return replace(self, blocks=tuple(blocks))

    def with_dateline(self, dateline: str) -> Story:
        """With an agency's dateline at the start of the first paragraph."""
        first = self._first_paragraph
        block = Block("p", (f"{dateline} {self.lead}",))
        return replace(self, blocks=(*self.blocks[:first], block, *self.blocks[first + 1 :]))
