"""The shapes of repost pages: `shapes/NAME.html` has the markup habit of one kind of site.

A shape's template defines `tags`, the markup of a piece by its role where it is not the plain one,
with {} for the words and {n} for a number; a macro `wrap(kind, inner)` for the container around a
group of residue; and a macro `body(page)` for all that stands in <body>.
"""

from __future__ import annotations

import string
from html import escape
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.synthetic.reposts.page import Group, Piece, Repost
from benchmarks.synthetic.reposts.plain_text import TEXTS
from benchmarks.synthetic.templates import environment

FOLDER = Path(__file__).with_name("shapes")
HTML = ("br", "p", "divs", "wordpress", "table", "section")
TEMPLATES = environment(FOLDER)
PLAIN_TAGS = TEMPLATES.get_template("tags.jinja").module.plain  # type: ignore[attr-defined]


class Skin:
    """One site's markup: a shape with what is drawn by lot for one page."""

    def __init__(self, name: str, rng: Random) -> None:
        self.rng = rng
        self.hashes: dict[str, str] = {}
        shared = (self.hashed, self.groups, self.by_chance, self.by_kind, self.contained, links)
        functions = {function.__name__: function for function in (*shared, escape)}
        self.template: Any = TEMPLATES.get_template(f"{name}.html").make_module(
            {"rng": rng, **functions}
        )
        self.tags: dict[str, str] = PLAIN_TAGS | self.template.tags

    def body(self, page: Repost) -> str:
        """All that stands in <body>."""
        return str(self.template.body(page))

    def groups(self, groups: list[Group]) -> str:
        return "".join(map(self._group, groups))

    def _group(self, group: Group) -> str:
        inner = "".join(
            self._piece(child) if isinstance(child, Piece) else self._group(child)
            for child in group.children
        )
        return str(self.template.wrap(group.kind, inner)) if group.kind else inner

    def _piece(self, piece: Piece) -> str:
        """The block's markup, with what stands at its end."""
        inner = _words(piece) + (f" {_words(piece.tail)}" if piece.tail else "")
        tag = self.tags[piece.role].replace("{n}", str(self.rng.randint(1000, 99999)))
        return tag.replace("{}", inner)

    def contained(self, inner: str, container: list[str] | None, bare: float) -> str:
        """In its container, if it has one; by chance without."""
        if container is None or self.rng.random() < bare:
            return inner
        return f"{container[0]}\n{inner}{container[1]}\n"

    def by_kind(self, groups: list[Group], outside: list[str]) -> tuple[str, str]:
        """The groups that stand in the content, and those that a page may set outside of it."""
        apart = [group.kind in outside and self.rng.random() > 0.3 for group in groups]
        return self._parted(groups, apart)

    def by_chance(self, groups: list[Group], inside: float) -> tuple[str, str]:
        """The groups that an editor pasted into the text, and those that the page sets apart."""
        pasted = [group for group in groups if self.rng.random() < inside]
        return self._parted(groups, [group not in pasted for group in groups])

    def _parted(self, groups: list[Group], apart: list[bool]) -> tuple[str, str]:
        parts: tuple[list[Group], list[Group]] = ([], [])
        for group, is_apart in zip(groups, apart, strict=True):
            parts[is_apart].append(group)
        return self.groups(parts[False]), self.groups(parts[True])

    def hashed(self, local: str) -> str:
        """A class name as CSS modules make it: the same name for the same part of a page."""
        letters = string.ascii_letters + string.digits
        if local not in self.hashes:
            self.hashes[local] = "".join(self.rng.choice(letters) for _ in range(5))
        return f"{local}__{self.hashes[local]}"


def _words(piece: Piece) -> str:
    texts = [escape(text, quote=piece.role == "picture") for text in piece.parts]
    if piece.role == "teaser":
        *label, link = texts
        strong = "".join(f"<strong>{text}</strong>" for text in label)
        return f'{strong}<a href="/a/{len(link)}">{link}</a>'
    if len(texts) == 1 or piece.role == "picture":
        return "".join(texts)
    return "".join(f"<span>{text}</span>" for text in texts)


def links(lines: list[str]) -> str:
    return "".join(f'<li><a href="/{i}/">{escape(t)}</a></li>\n' for i, t in enumerate(lines))


def shaped(page: Repost, name: str, rng: Random) -> Repost:
    """The page with its source written in that shape, one of HTML or TEXTS."""
    page.shape = name
    if name in TEXTS:
        page.source = TEXTS[name](page, rng)
    else:
        body = Skin(name, rng).body(page)
        page.source = TEMPLATES.get_template("document.jinja").render(
            page=page, body=body, rng=rng, escape=escape
        )
    return page
