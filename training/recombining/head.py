"""What a page tells machines of itself: another title and address instead of its own."""

from __future__ import annotations

import json

from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import drop

TITLES = frozenset(["og:title", "twitter:title", "title", "headline", "dc.title", "sailthru.title"])
ADDRESSES = frozenset(["og:url", "twitter:url"])
TOLD = ("description", "keywords", "abstract", "image", "alt", "tag", "section", "author")
"""Names of what else tells of the article, in part."""
LONG_SCRIPT = 500
BODIES = ("articleBody", "text", "description", "keywords", "image", "reviewBody", "author")


def rewrite(tree: Element, title: str, url: str, language: str | None) -> None:
    """Exchange the title, the addresses and the language; drop what else told of the article."""
    for element in list(tree.iter("title", "meta", "link", "base")):
        _of_head(element, title, url)
    for element in list(tree.iter("script", "noscript", "template")):
        _script(element, title, url)
    for name in ("lang", "xml:lang"):
        tree.attrib.pop(name, None)
    if language:
        tree.set("lang", language)


def _of_head(element: Element, title: str, url: str) -> None:
    if element.tag == "title":
        element.text = title
    elif element.tag == "meta":
        _meta(element, title, url)
    elif element.tag == "base" or element.get("rel") in ("canonical", "alternate", "amphtml"):
        if element.get("rel") == "canonical":
            element.set("href", url)
        else:
            drop(element)


def _meta(element: Element, title: str, url: str) -> None:
    name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
    if name in TITLES:
        element.set("content", title)
    elif name in ADDRESSES:
        element.set("content", url)
    elif any(word in name for word in (*TOLD, "locale")):
        drop(element)


def _script(element: Element, title: str, url: str) -> None:
    """Keep short scripts, and data whose article is the new one; drop others."""
    if element.get("type") != "application/ld+json":
        if len("".join(element.itertext())) > LONG_SCRIPT:
            drop(element)
        return
    try:
        data = json.loads(element.text or "")
        element.text = json.dumps(_data(data, title, url)).replace("</", "<\\/")
    except (ValueError, RecursionError):
        drop(element)


def _data(value: object, title: str, url: str) -> object:
    if isinstance(value, list):
        return [_data(one, title, url) for one in value]
    if not isinstance(value, dict):
        return value
    data = {k: _data(v, title, url) for k, v in value.items() if k not in BODIES}
    if "headline" in data or "Article" in str(data.get("@type")):
        data = {k: v for k, v in data.items() if k not in ("name", "alternativeHeadline")}
        data |= {"headline": title, "url": url, "mainEntityOfPage": url}
    return data
