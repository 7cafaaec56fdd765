"""A page: groups of blocks before, within and after a true article, and what of it must go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import escape
from typing import Literal

Role = Literal["p", "heading", "item", "quote", "link", "small", "row", "caption"]
HTML_SHAPES = (
    "gutenberg",
    "modules",
    "endless",
    "sections",
    "elements",
    "layout-tables",
    "breaks",
    "amp",
)
TEXT_SHAPES = ("text-blank", "text-lines", "text-menus")
WITHOUT_MENUS = ("text-blank", "text-lines", "breaks")
MIN_TEXT = 12
REPEATING = ("summary", "ai-summary")
"""Kinds that say sentences of the article again."""


@dataclass(frozen=True)
class Block:
    """One element's text; several parts are a label and its value, or what stands glued."""

    parts: tuple[str, ...]
    role: Role = "p"
    kind: str = ""  # the article's own when empty
    tail: str = ""  # a pointer that ends the same element
    inner: str = ""  # HTML of a text with links or bold

    @property
    def text(self) -> str:
        return " ".join(self.parts)

    @property
    def html(self) -> str:
        """What stands within the element, escaped."""
        tail = f' <a href="#more">{escape(self.tail)}</a>' if self.tail else ""
        return (self.inner or escape(self.text)) + tail


@dataclass(frozen=True)
class Group:
    """Blocks that belong together; a flat one has no container of its own."""

    kind: str
    blocks: tuple[Block, ...]
    flat: bool = False
    css: str = ""


@dataclass
class ModernPage:
    """A page with its source, as `repost_scores.score` takes it."""

    language: str
    title: str
    site: str
    truth: str
    shape: str
    head: list[Group]
    body: list[Group]
    foot: list[Group]
    menu: list[str] = field(default_factory=list)
    footer: list[str] = field(default_factory=list)
    source: str = ""

    @property
    def is_html(self) -> bool:
        return self.shape not in TEXT_SHAPES

    def groups(self) -> list[Group]:
        return [*self.head, *self.body, *self.foot]

    def residue(self) -> Iterator[tuple[str, str]]:
        """Each snippet that must go, with its kind."""
        for block in (b for g in self.groups() for b in g.blocks):
            if block.kind:
                yield block.kind, block.text
            if block.tail:
                yield "pointer-glued", block.tail
        if self.shape not in WITHOUT_MENUS:
            yield from (("navigation", line) for line in (*self.menu, *self.footer))


def says(truth: str, text: str) -> bool:
    """Whether the article says that itself; a short text does so only as a line of its own."""
    return text in (truth if len(text) >= MIN_TEXT else truth.split("\n"))


def without(group: Group, truth: str) -> Group:
    """The group without blocks whose words the article says itself, unless that is their point."""
    if group.kind in REPEATING:
        return group
    return replace(group, blocks=tuple(b for b in group.blocks if not says(truth, b.text)))


def filled(groups: Iterable[Group]) -> list[Group]:
    """The groups that hold anything."""
    return [group for group in groups if group.blocks]
