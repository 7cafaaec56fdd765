"""A page in the making: what it says is noted as the article's own or as furniture."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape
from random import Random

from cleaner.text import sentences
from made_sites.story import Block, Story

Forms = dict[str, str | tuple[str, str, str]]
FIRST_DAY = date(2024, 3, 4)
FORMS: Forms = {
    "p": "<p>{}</p>\n",
    "h2": "<h2>{}</h2>\n",
    "ul": ("<ul>\n", "<li>{}</li>\n", "</ul>\n"),
    "table": ("<table>\n", "<tr>{}</tr>\n", "</table>\n"),
    "cell": "<td>{}</td>",
    "quote": "<blockquote><p>{}</p></blockquote>\n",
    "line": "<p>{}</p>\n",
}


@dataclass
class Sheet:
    """One page: its number, its story, the site's other stories, and the truth as it is noted."""

    number: int
    story: Story
    others: tuple[Story, ...]
    rng: Random
    article: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    """Of the furniture what tells of other stories."""

    @property
    def title(self) -> str:
        return escape(self.story.title)

    @property
    def day(self) -> date:
        return FIRST_DAY + timedelta(days=5 * self.number + self.number % 3)

    def own(self, text: str) -> str:
        """The article's."""
        self.article.append(text)
        return escape(text, quote=False)

    def extra(self, text: str) -> str:
        """Furniture."""
        self.furniture.append(text)
        told = text.rstrip("…")
        if any(told == other.title or other.lead.startswith(told) for other in self.others):
            self.cards.append(text)
        return escape(text, quote=False)

    def blocks(self, forms: Forms | None = None) -> list[str]:
        """The story's blocks as HTML, one string each."""
        return [self._block(block, FORMS | (forms or {})) for block in self.story.blocks]

    def _block(self, block: Block, forms: Forms) -> str:
        form = forms.get(block.form, forms["line"])
        opening, item, closing = ("", form, "") if isinstance(form, str) else form
        cell = str(forms["cell"])
        rows = []
        for text in block.lines:
            cells = text.split("\t")
            self.article.append(" ".join(cells))
            shown = [escape(c, quote=False) for c in cells]
            rows.append(
                item.format("".join(map(cell.format, shown)) if len(cells) > 1 else shown[0])
            )
        return opening + "".join(rows) + closing

    def rotate(self, texts: list[str]) -> str:
        """One of several, in turn."""
        return texts[self.number % len(texts)]

    def picked(self, count: int) -> list[Story]:
        """Other stories of the site."""
        return self.rng.sample(self.others, count)


def excerpt(story: Story, most: int = 28) -> str:
    """The first sentence of a story, cut where it is long."""
    words = sentences(story.lead)[0].split()
    return " ".join(words) if len(words) <= most else " ".join(words[:most]) + "…"


def put(pieces: list[str], place: int, piece: str) -> None:
    """Set a piece before the given block, not at the end unless the page is that short."""
    pieces.insert(min(place, max(1, len(pieces) - 1)), piece)
