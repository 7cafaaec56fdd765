"""Markdown as four renderers read it, raw HTML allowed, and the HTML that comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from unicodedata import category
from urllib.parse import quote, unquote

import commonmark
import marko
import mistune
from markdown_it import MarkdownIt
from marko.ext.gfm import elements, renderer
from marko.helpers import MarkoExtension

from cleaner import Block, Layout, Mark
from cleaner.rendering.formats.html import render as html
from cleaner.rendering.formats.markdown import render as markdown
from cleaner.rendering.render import titled

# GitHub's tables and strikethrough, without what links an address that stands in the text
_MARKO_GFM = MarkoExtension(
    elements=[
        elements.Paragraph,
        elements.Strikethrough,
        elements.Table,
        elements.TableRow,
        elements.TableCell,
    ],
    renderer_mixins=[renderer.GFMRendererMixin],
)
_TABLES = "mistune.plugins.table.table"
_MISTUNE = ["table", f"{_TABLES}_in_quote", f"{_TABLES}_in_list", "strikethrough"]
PLAIN: dict[str, Callable[[str], str]] = {
    "markdown-it": MarkdownIt("commonmark").render,
    "commonmark": commonmark.commonmark,
    "mistune": mistune.create_markdown(escape=False),
    "marko": marko.Markdown().convert,
}
WITH_TABLES: dict[str, Callable[[str], str]] = {
    "markdown-it, tables": MarkdownIt("commonmark").enable(["table", "strikethrough"]).render,
    "mistune, tables": mistune.create_markdown(escape=False, plugins=_MISTUNE),
    "marko, tables": marko.Markdown(extensions=[_MARKO_GFM]).convert,
}
RENDERERS = PLAIN | WITH_TABLES


class Seen(HTMLParser):
    """The elements, attributes, addresses and words of a piece of HTML."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.addresses: set[str] = set()
        self._words: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attributes:
            self.attributes.add((tag, name))
            if (tag, name) != ("ol", "start"):
                self.addresses.add(encoded(value or ""))

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.add("!--")

    def handle_decl(self, decl: str) -> None:
        self.elements.add("!")

    def unknown_decl(self, data: str) -> None:
        self.elements.add("![")

    def handle_pi(self, data: str) -> None:
        self.elements.add("?")

    @property
    def words(self) -> str:
        """All that is said, without white space."""
        return "".join("".join(self._words).split())


def linked(href: str, before: str = "", words: str = "here") -> list[Block]:
    """A paragraph with a link, right after some words."""
    mark = Mark(len(before), len(before + words), "a", href)
    return [Block(0, f"{before}{words} and on.", Layout(), (mark,))]


_LETTER = re.compile(r"%(?:4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A])")


def encoded(address: str) -> str:
    """An address as a browser sends it; renderers encode more signs or fewer."""
    whole = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", address)
    whole = _LETTER.sub(lambda sign: unquote(sign[0]), whole)
    return quote(whole, safe="/:?#@&+,=%", errors="replace").replace("~", "%7E")


def differences(blocks: Sequence[Block], title: str = "A title") -> list[str]:
    """What a renderer sees in the Markdown of blocks that their HTML has not, or misses in it."""
    wanted = Seen(titled("html", title, html(blocks)))
    written = titled("markdown", title, markdown(blocks))
    said = []
    for name, render in RENDERERS.items():
        seen, unknown = Seen(render(written)), _unknown(name, wanted.elements)
        more = seen.elements - _implied(wanted.elements)
        attributes = seen.attributes - {("a", "href"), ("ol", "start"), ("code", "class")}
        addresses = seen.addresses - wanted.addresses - _refused(name, wanted)
        said += [f"{name}: {what!r}" for what in (more, attributes, addresses) if what]
        one, other = seen.words.translate(unknown), wanted.words.translate(unknown)
        if one != other and not _misread(name, blocks):
            said.append(f"{name}: {one!r} for {other!r}")
    return [f"{line}\n{written}" for line in said]


def _implied(tags: set[str]) -> set[str]:
    """The elements that Markdown needs for those of the HTML."""
    more = {"p", "br"}
    more |= {"code"} if "pre" in tags else set()
    more |= {"thead", "tbody", "tr", "th", "td"} if "table" in tags else set()
    return tags | more | ({"s"} if "del" in tags else set())


def _unknown(name: str, tags: set[str]) -> dict[int, None]:
    """The signs that a renderer shows as words: of tables, and of what is deleted."""
    signs = ("|-~" if "table" in tags else "~" if "del" in tags else "") * (name in PLAIN)
    return dict.fromkeys(map(ord, signs))


def _refused(name: str, wanted: Seen) -> set[str]:
    """mistune takes the colon of `a?b:c` for that of a scheme, and writes this instead."""
    colon = any(":" in unquote(address).split("/")[0] for address in wanted.addresses)
    return {"#harmful-link"} if colon and name.startswith("mistune") else set()


def _misread(name: str, blocks: Sequence[Block]) -> bool:
    """mistune takes an accent that is a character of its own for punctuation beside an asterisk."""
    signs = (sign for block in blocks for sign in block.text)
    return name.startswith("mistune") and any(category(sign)[0] == "M" for sign in signs)
