"""The two shapes that are whole sites: a WordPress theme, and a page in HTML5's own elements."""

from __future__ import annotations

from random import Random
from typing import ClassVar

from repost_markup import PLAIN, Skin, links
from repost_page import Group, Repost


class Site(Skin):
    """A site that gives some residue a container with a telling name, and leaves some bare."""

    containers: ClassVar[dict[str, tuple[str, str]]] = {}

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self.bare = self.rng.choice([0.2, 0.5, 0.8])

    def wrap(self, group: Group, inner: str) -> str:
        if group.kind not in self.containers or self.rng.random() < self.bare:
            return inner
        opening, closing = self.containers[group.kind]
        return f"{opening}\n{inner}{closing}\n"

    def split(self, groups: list[Group], outside: set[str]) -> tuple[str, str]:
        """The groups that stand in the content, and those that a page may set outside of it."""
        within: list[Group] = []
        apart: list[Group] = []
        for group in groups:
            is_apart = group.kind in outside and self.rng.random() > 0.3
            (apart if is_apart else within).append(group)
        return self.groups(within), self.groups(apart)


class WordPress(Site):
    """entry-content, Jetpack's related posts and share buttons, widgets, comments, a footer."""

    tags = PLAIN | {
        "title": '<h1 class="entry-title">{}</h1>\n',
        "picture": '<img class="size-full wp-image-{n}" src="/wp-content/{n}.jpg" alt="{}">\n',
        "time": '<span class="jp-relatedposts-post-date">{}</span>\n',
    }
    containers: ClassVar[dict[str, tuple[str, str]]] = {
        "byline": ('<div class="byline">', "</div>"),
        "timestamp": ('<div class="posted-on">', "</div>"),
        "share-bar": ('<div class="sharedaddy sd-sharing-enabled">', "</div>"),
        "related-items": ('<div id="jp-relatedposts" class="jp-relatedposts">', "</div>"),
        "tags": ('<footer class="entry-footer"><div class="tags-links">', "</div></footer>"),
        "comments": ('<div id="comments" class="comments-area">', "</div>"),
        "author-note": ('<div class="author-box">', "</div>"),
        "subscribe": ('<div class="widget mc4wp-form">', "</div>"),
        "caption": ('<div class="wp-caption alignnone">', "</div>"),
        "copyright": ('<div class="site-info">', "</div>"),
        "consent": ('<div id="cookie-law-info-bar">', "</div>"),
        "advert-label": ('<div class="code-block code-block-1">', "</div>"),
    }

    def page(self, page: Repost) -> str:
        above, meta = self.split(page.head, {"title", "byline", "timestamp", "consent"})
        below, after = self.split(page.foot, {"comments", "copyright", "consent", "related-items"})
        menu, footer = links(page.menu), links(page.footer)
        widget = f'<section class="widget"><ul>{links(page.menu[:3])}</ul></section>'
        return (
            f'<header id="masthead" class="site-header"><ul class="menu">{menu}</ul></header>\n'
            f'<div id="content"><main id="main"><article class="post type-post">\n'
            f'<header class="entry-header">{meta}</header>\n<div class="entry-content">\n'
            f"{above}{self.groups(page.body)}{below}</div>\n</article>\n{after}</main>\n"
            f'<aside id="secondary" class="widget-area">{widget}</aside></div>\n'
            f'<footer id="colophon" class="site-footer"><ul>{footer}</ul></footer>\n'
        )


class Sections(Site):
    """article, section, aside, figure; the site's nav above, its footer below."""

    tags = PLAIN | {
        "heading": "<h2>{}</h2>\n",
        "time": "<p><time>{}</time></p>\n",
        "line": "<div>{}</div>\n",
        "link": '<h3><a href="/a/{n}">{}</a></h3>\n',
        "picture": '<figure><img src="/img/{n}.avif" alt="{}"></figure>\n',
    }
    containers: ClassVar[dict[str, tuple[str, str]]] = {
        "related-items": ("<aside>", "</aside>"),
        "inline-related": ("<aside>", "</aside>"),
        "comments": ('<section class="comments">', "</section>"),
        "caption": ('<figure><img src="/i.jpg"><figcaption>', "</figcaption></figure>"),
        "subscribe": ('<section class="newsletter">', "</section>"),
        "price-widget": ("<section>", "</section>"),
        "disclaimer": ("<footer>", "</footer>"),
        "press-release": ("<section>", "</section>"),
        "author-note": ("<section>", "</section>"),
        "byline": ("<address>", "</address>"),
        "share-bar": ("<div>", "</div>"),
    }

    def page(self, page: Repost) -> str:
        above, top = self.split(page.head, {"consent", "share-bar"})
        below, after = self.split(
            page.foot, {"related-items", "comments", "copyright", "subscribe"}
        )
        menu, footer = links(page.menu), links(page.footer)
        return (
            f"<header><nav><ul>{menu}</ul></nav></header>\n<main>\n{top}<article>\n"
            f"<section>\n{above}{self.groups(page.body)}{below}</section>\n</article>\n{after}</main>\n"
            f"<footer><ul>{footer}</ul></footer>\n"
        )
