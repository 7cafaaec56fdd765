"""The shapes of repost pages: one markup habit of real sites each."""

from __future__ import annotations

from html import escape
from random import Random
from typing import ClassVar

from repost_markup import PLAIN, Skin, document
from repost_page import Group, Repost
from repost_sites import Sections, WordPress
from repost_texts import TEXTS


class Breaks(Skin):
    """One div, and <br><br> between the paragraphs."""

    tags = PLAIN | {
        "paragraph": "{}<br><br>\n", "small": "<i>{}</i><br><br>\n", "heading": "<b>{}</b><br>\n",
        "line": "{}<br>\n", "link": '<a href="/a/{n}">{}</a><br>\n', "teaser": "{}<br><br>\n",
        "time": "{}<br>\n", "picture": '<img src="/img/{n}.jpg" alt="{}"><br>\n',
    }  # fmt: skip

    def wrap(self, group: Group, inner: str) -> str:
        return inner if not group.kind or inner.endswith("<br><br>\n") else f"{inner}<br>\n"

    def page(self, page: Repost) -> str:
        name = self.rng.choice(["content", "post", "text", "article-body", "c2"])
        return f'<div class="{name}">\n{self.groups(page.groups())}</div>\n'


class Paragraphs(Skin):
    """Bare <p> all the way down."""

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        strong = {"heading": "<p><strong>{}</strong></p>\n"}
        self.tags = PLAIN | (strong if self.rng.random() < 0.5 else {})

    def page(self, page: Repost) -> str:
        inner = self.groups(page.groups())
        return f"<div>\n{inner}</div>\n" if self.rng.random() < 0.5 else inner


class Hashed(Skin):
    """Nested divs with the hashed class names of CSS modules, and no <p> at all."""

    names: ClassVar[dict[str, str]] = {
        "related-items": "related-news_box", "price-widget": "coin-card_wrap",
        "disclaimer": "news-detail_statement", "share-bar": "share_bar", "comments": "comment_list",
        "byline": "author_info", "tags": "tag_list", "subscribe": "subscribe_box",
    }  # fmt: skip

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self.telling = self.rng.random() < 0.35
        self.inside = self.rng.choice([0.1, 0.4, 0.7])
        text, name = f'<div class="{self.name("rich-text_para")}">{{}}</div>\n', self.name
        self.tags = PLAIN | {
            "paragraph": text, "small": text, "teaser": text,
            "heading": f'<h2 class="{name("section_head")}">{{}}</h2>\n',
            "line": f'<div class="{name("row_cell")}">{{}}</div>\n',
            "time": f'<div class="{name("row_cell")}">{{}}</div>\n',
            "link": f'<a class="{name("card_link")}" href="/a/{{n}}"><h3>{{}}</h3></a>\n',
            "picture": '<img src="/img/{n}.webp" alt="{}">\n',
        }  # fmt: skip

    def wrap(self, group: Group, inner: str) -> str:
        if not group.kind:
            return inner
        local = self.names.get(group.kind, "module_item") if self.telling else "module_wrap"
        return f'<div class="{self.name(local)}">\n{inner}</div>\n'

    def split(self, groups: list[Group]) -> tuple[str, str]:
        """The groups that an editor pasted into the text, and those that the page sets apart."""
        pasted = [group for group in groups if self.rng.random() < self.inside]
        return self.groups(pasted), self.groups([g for g in groups if g not in pasted])

    def page(self, page: Repost) -> str:
        name = self.name
        bar = "".join(f'<a class="{name("nav_item")}">{escape(t)}</a>' for t in page.menu)
        end = "".join(f'<a class="{name("foot_item")}">{escape(t)}</a>' for t in page.footer)
        above, top = self.split(page.head)
        below, end_of_main = self.split(page.foot)
        main = (
            f'{top}<div class="{name("rich-text_content")}">\n'
            f"{above}{self.groups(page.body)}{below}</div>\n{end_of_main}"
        )
        return (
            f'<div id="__next"><div class="{name("header_bar")}">{bar}</div>\n'
            f'<div class="{name("news-detail_main")}">\n{main}</div>\n'
            f'<div class="{name("footer_wrap")}">{end}</div></div>\n'
        )


class Table(Skin):
    """A layout table: the menu in one cell, everything else in the other."""

    tags = PLAIN | {
        "title": '<font size="5"><b>{}</b></font>\n', "line": "{}<br>\n", "time": "{}<br>\n",
        "heading": "<p><b>{}</b></p>\n", "link": '<a href="/a/{n}">{}</a><br>\n',
        "small": "<p><small>{}</small></p>\n",
    }  # fmt: skip

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        if self.rng.random() < 0.5:
            self.tags = self.tags | {"title": PLAIN["title"]}

    def page(self, page: Repost) -> str:
        menu = "".join(f'<a href="/{i}">{escape(t)}</a><br>\n' for i, t in enumerate(page.menu))
        end = " | ".join(f"<a href=#>{escape(t)}</a>" for t in page.footer)
        return (
            f'<table width="960" border="0"><tr><td width="160" valign="top">\n{menu}</td>\n'
            f'<td valign="top">\n{self.groups(page.groups())}</td></tr>\n'
            f'<tr><td colspan="2" align="center">{end}</td></tr></table>\n'
        )


HTML: dict[str, type[Skin]] = {
    "br": Breaks,
    "p": Paragraphs,
    "divs": Hashed,
    "wordpress": WordPress,
    "table": Table,
    "section": Sections,
}


def shape(page: Repost, name: str, rng: Random) -> Repost:
    """The page with its source written in that shape."""
    page.shape = name
    if name in TEXTS:
        page.source = TEXTS[name](page, rng)
    else:
        page.source = document(page, HTML[name](rng).page(page), rng)
    return page
