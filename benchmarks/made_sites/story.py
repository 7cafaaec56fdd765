"""What a page tells: a headline and blocks of a form (p, h2, ul, table, quote, line, motto …)."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Block:
    """A paragraph, or a list or table of several lines; the cells of a row are parted by tabs."""

    form: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """A headline and what stands under it."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def lead(self) -> str:
        """Its first paragraph."""
        return next(b.lines[0] for b in self.blocks if b.form == "p")

    def insert(self, place: int, *blocks: Block) -> Story:
        """With blocks before the given place, from the end where that is negative."""
        at = place if place >= 0 else len(self.blocks) + 1 + place
        return replace(self, blocks=(*self.blocks[:at], *blocks, *self.blocks[at:]))

    def cut(self, most: int) -> Story:
        """No longer than so many blocks; a heading is not the last of them."""
        blocks = list(self.blocks[:most])
        while blocks and blocks[-1].form == "h2":
            blocks.pop()
        return replace(self, blocks=tuple(blocks))

    def opening(self, dateline: str) -> Story:
        """With an agency's dateline before the first paragraph's own words."""
        first = next(i for i, b in enumerate(self.blocks) if b.form == "p")
        block = Block("p", (f"{dateline} {self.blocks[first].lines[0]}",))
        return replace(self, blocks=(*self.blocks[:first], block, *self.blocks[first + 1 :]))


def p(text: str) -> Block:
    return Block("p", (text,))


def h2(text: str) -> Block:
    return Block("h2", (text,))


def line(text: str, form: str = "line") -> Block:
    """A line of its own: a dateline, a motto, a question, what a columnist signs off with."""
    return Block(form, (text,))


def ul(*items: str) -> Block:
    return Block("ul", items)


def table(*rows: str) -> Block:
    return Block("table", rows)


def each(stories: list[Story], pages: str, place: int, *blocks: Block) -> list[Story]:
    """The same blocks on several pages, named by their digits."""
    return [s.insert(place, *blocks) if str(i) in pages else s for i, s in enumerate(stories)]


def reposted(stories: list[Story], page: int, copies: str) -> list[Story]:
    """One page's story whole on other pages, too."""
    return [stories[page] if str(i) in copies else s for i, s in enumerate(stories)]
