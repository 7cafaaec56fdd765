"""How pieces and groups become markup: the parts that all page shapes share."""

from __future__ import annotations

import string
from html import escape
from random import Random

from repost_page import Group, Piece, Repost

LANG = {"zh-hant": ["zh-TW", "zh-Hant"], "zh": ["zh-CN", "zh"], "en": ["en", "en-US", "en-GB"]}
PLAIN = {
    "paragraph": "<p>{}</p>\n",
    "small": "<p><em>{}</em></p>\n",
    "title": "<h1>{}</h1>\n",
    "heading": "<h3>{}</h3>\n",
    "line": "<p>{}</p>\n",
    "link": '<p><a href="/a/{n}">{}</a></p>\n',
    "teaser": "<p>{}</p>\n",
    "time": "<p>{}</p>\n",
    "picture": '<p><img src="/img/{n}.jpg" alt="{}"></p>\n',
    "item": "<li>{}</li>\n",
}


class Skin:
    """One site's way of setting pieces; the shapes differ in the tags and in the page around."""

    tags: dict[str, str] = PLAIN

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.hashes: dict[str, str] = {}

    def piece(self, piece: Piece) -> str:
        """The block's markup, with what stands at its end."""
        inner = "".join(self._parts(piece))
        if piece.tail is not None:
            inner += " " + "".join(self._parts(piece.tail))
        template = self.tags[piece.role].replace("{n}", str(self.rng.randint(1000, 99999)))
        return template.replace("{}", inner)

    def _parts(self, piece: Piece) -> list[str]:
        texts = [escape(text, quote=piece.role == "picture") for text in piece.parts]
        if piece.role == "teaser":
            *label, link = texts
            anchor = f'<a href="/a/{len(link)}">{link}</a>'
            return [*(f"<strong>{text}</strong>" for text in label), anchor]
        if len(texts) == 1 or piece.role == "picture":
            return texts
        return [f"<span>{text}</span>" for text in texts]

    def group(self, group: Group) -> str:
        inner = "".join(
            self.piece(child) if isinstance(child, Piece) else self.group(child)
            for child in group.children
        )
        return self.wrap(group, inner)

    def wrap(self, group: Group, inner: str) -> str:
        """The container around a group; a bare shape has none."""
        return inner

    def groups(self, groups: list[Group]) -> str:
        return "".join(self.group(group) for group in groups)

    def page(self, page: Repost) -> str:
        """All that stands in <body>."""
        return self.groups(page.groups())

    def name(self, local: str) -> str:
        """A class name as CSS modules make it: the same name for the same part of a page."""
        letters = string.ascii_letters + string.digits
        if local not in self.hashes:
            self.hashes[local] = "".join(self.rng.choice(letters) for _ in range(5))
        return f"{local}__{self.hashes[local]}"


def links(lines: list[str], tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/{i}/">{escape(t)}</a></{tag}>\n' for i, t in enumerate(lines))


def document(page: Repost, body: str, rng: Random) -> str:
    """A whole page around its body, with the head that most sites have, or some of it."""
    code = rng.choice(LANG.get(page.language, [page.language]))
    lang = f' lang="{code}"' if rng.random() < 0.85 else ""
    direction = ' dir="rtl"' if page.language == "ar" else ""
    ending = rng.choice([f" | {page.site}", f" - {page.site}", ""])
    title = escape(page.title)
    head = f'<meta charset="utf-8">\n<title>{title}{escape(ending)}</title>\n'
    if rng.random() < 0.6:
        head += f'<meta property="og:title" content="{escape(page.title)}">\n'
        head += f'<meta property="og:site_name" content="{escape(page.site)}">\n'
    if rng.random() < 0.5:
        head += f'<meta name="description" content="{escape(page.truth[:150])}">\n'
    opening = f"<!DOCTYPE html>\n<html{lang}{direction}>\n<head>\n{head}</head>\n"
    return f"{opening}<body>\n{body}</body>\n</html>\n"
