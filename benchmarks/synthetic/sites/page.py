"""A page under construction: a template writes it and says which words are furniture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape
from random import Random
from typing import Any

from benchmarks.synthetic.sites.story import Block, Story
from cleaner.text.words import sentences

Markup = str | tuple[str, str, str] | list[str]
"""Of a block's form: the markup of each line, with `{}`; or what opens, each line, what closes."""
FIRST_DAY = date(2024, 3, 4)
DEFAULT_MARKUP: dict[str, Markup] = {
    "p": "<p>{}</p>\n",
    "h2": "<h2>{}</h2>\n",
    "ul": ("<ul>\n", "<li>{}</li>\n", "</ul>\n"),
    "table": ("<table>\n", "<tr>{}</tr>\n", "</table>\n"),
    "cell": "<td>{}</td>",
    "quote": "<blockquote><p>{}</p></blockquote>\n",
    "line": "<p>{}</p>\n",
}


@dataclass
class PageBuilder:
    """One page: its number, its story, the site's other stories, and the truth as it is noted."""

    number: int
    story: Story
    others: tuple[Story, ...]
    rng: Random
    is_html: bool = True
    article: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    """The furniture that tells of other stories."""
    parts: list[str] = field(default_factory=list)
    """The blocks of the story, as markup, with what a template puts between them."""

    def context(self) -> dict[str, Any]:
        """What a template can use beside the site's texts."""
        names = ("blocks", "pieces", "put", "extra", "rotate", "picked", "number", "rng")
        return {name: getattr(self, name) for name in names} | {
            "title": escape(self.story.title) if self.is_html else self.story.title,
            "day": FIRST_DAY + timedelta(days=5 * self.number + self.number % 3),
            "excerpt": excerpt,
            "escape": escape,
        }

    def blocks(self, markup: Mapping[str, Markup]) -> None:
        """Write the story's blocks, the article, with this markup for their forms."""
        every = DEFAULT_MARKUP | dict(markup)
        self.parts = [self._block(block, every) for block in self.story.blocks]

    def _block(self, block: Block, markup: Mapping[str, Markup]) -> str:
        form = markup.get(block.form, markup["line"])
        opening, item, closing = ("", form, "") if isinstance(form, str) else form
        rows = (item.format(self._line(text, str(markup["cell"]))) for text in block.lines)
        return opening + "".join(rows) + closing

    def _line(self, text: str, cell: str) -> str:
        cells = text.split("\t")
        self.article.append(" ".join(cells))
        shown = [self._escaped(each) for each in cells]
        return "".join(map(cell.format, shown)) if len(cells) > 1 else shown[0]

    def _escaped(self, text: str) -> str:
        return escape(text, quote=False) if self.is_html else text

    def put(self, place: int, caller: Callable[[], str]) -> str:
        """Set a piece before a block, never at the end unless the page is that short."""
        self.parts.insert(min(place, max(1, len(self.parts) - 1)), caller())
        return ""

    def pieces(self) -> str:
        """The article's blocks with all that was put between them."""
        return "".join(self.parts)

    def extra(self, text: str, *, notes_cards: bool = True) -> str:
        """Note a text as furniture, and give it as it stands on the page."""
        self.furniture.append(text)
        begun = text.rstrip("…")
        if notes_cards and any(
            begun == other.title or other.lead.startswith(begun) for other in self.others
        ):
            self.cards.append(text)
        return self._escaped(text)

    def rotate(self, texts: list[str]) -> str:
        """One of several, page by page in turn."""
        return texts[self.number % len(texts)]

    def picked(self, count: int) -> list[Story]:
        """So many other stories of the site."""
        return self.rng.sample(self.others, count)


def excerpt(story: Story, most: int = 28) -> str:
    """The first sentence of a story, cut after so many words."""
    words = sentences(story.lead)[0].split()
    return " ".join(words) if len(words) <= most else " ".join(words[:most]) + "…"
