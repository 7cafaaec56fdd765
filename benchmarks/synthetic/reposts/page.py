"""What a repost is made of: pieces of text, each with its kind, in groups, around a true body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Role = Literal[
    "paragraph", "small", "title", "heading", "line", "link", "teaser", "time", "picture", "item"
]
TEXT_SHAPES = ("text", "lines", "text+nav", "crlf")


@dataclass(frozen=True)
class Piece:
    """One block's text. Several parts stand side by side, glued unless they hold a space."""

    parts: tuple[str, ...]
    kind: str = ""  # the article's own when empty
    role: Role = "paragraph"
    tail: Piece | None = None  # residue at the end of the same block

    @property
    def text(self) -> str:
        return "".join(self.parts)


@dataclass(frozen=True)
class Group:
    """Pieces that stand in one container: a price card, a list of related items."""

    kind: str
    children: tuple[Piece | Group, ...]

    def pieces(self) -> Iterator[Piece]:
        for child in self.children:
            if isinstance(child, Piece):
                yield child
            else:
                yield from child.pieces()


@dataclass
class Repost:
    """A page before it has a shape: groups before the body, the body, groups after it."""

    language: str
    title: str
    site: str
    truth: str
    head: list[Group]
    body: list[Group]
    foot: list[Group]
    menu: list[str] = field(default_factory=list)
    footer: list[str] = field(default_factory=list)
    shape: str = ""
    source: str = ""

    @property
    def is_html(self) -> bool:
        return self.shape not in TEXT_SHAPES

    def groups(self) -> list[Group]:
        return [*self.head, *self.body, *self.foot]

    def residue(self) -> Iterator[tuple[str, str]]:
        """Each snippet that must go, with its kind."""
        for piece in (p for g in self.groups() for p in g.pieces()):
            if piece.kind and (piece.role != "picture" or not self.is_html):
                yield piece.kind, piece.parts[0] if len(set(piece.parts)) == 1 else piece.text
            if piece.tail is not None:
                yield piece.tail.kind, piece.tail.text
        yield from (("navigation", line) for line in (*self.menu, *self.footer) if self.shows_menu)

    @property
    def shows_menu(self) -> bool:
        return self.shape in {"wordpress", "table", "section", "divs", "text+nav"}
