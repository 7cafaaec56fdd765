"""The shapes of repost pages: one markup habit of real sites each."""

from __future__ import annotations

from html import escape

from repost_markup import PLAIN, Skin, links
from repost_page import Group, Repost

HEAD_META = {"byline", "timestamp", "share-bar"}


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

    def __init__(self, rng: object) -> None:
        super().__init__(rng)  # type: ignore[arg-type]
        strong = {"heading": "<p><strong>{}</strong></p>\n"}
        self.tags = PLAIN | (strong if self.rng.random() < 0.5 else {})

    def page(self, page: Repost) -> str:
        inner = self.groups(page.groups())
        return f"<div>\n{inner}</div>\n" if self.rng.random() < 0.5 else inner


class Hashed(Skin):
    """Nested divs with the hashed class names of CSS modules, and no <p> at all."""

    names = {
        "related-items": "related-news_box", "price-widget": "coin-card_wrap",
        "disclaimer": "news-detail_statement", "share-bar": "share_bar", "comments": "comment_list",
        "byline": "author_info", "tags": "tag_list", "subscribe": "subscribe_box",
    }  # fmt: skip

    def __init__(self, rng: object) -> None:
        super().__init__(rng)  # type: ignore[arg-type]
        self.telling = self.rng.random() < 0.35
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

    def page(self, page: Repost) -> str:
        name = self.name
        bar = "".join(f'<a class="{name("nav_item")}">{escape(t)}</a>' for t in page.menu)
        end = "".join(f'<a class="{name("foot_item")}">{escape(t)}</a>' for t in page.footer)
        main = (
            f'{self.groups(page.head)}<div class="{name("rich-text_content")}">\n'
            f"{self.groups(page.body)}</div>\n{self.groups(page.foot)}"
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

    def page(self, page: Repost) -> str:
        menu = "".join(f'<a href="/{i}">{escape(t)}</a><br>\n' for i, t in enumerate(page.menu))
        end = " | ".join(f"<a href=#>{escape(t)}</a>" for t in page.footer)
        return (
            f'<table width="960" border="0"><tr><td width="160" valign="top">\n{menu}</td>\n'
            f'<td valign="top">\n{self.groups(page.groups())}</td></tr>\n'
            f'<tr><td colspan="2" align="center">{end}</td></tr></table>\n'
        )
