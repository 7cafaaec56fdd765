"""JSON-LD of a page: the items that are of its article, by address or headline.

Items within other items (lists, comments, reviews, related articles) are not looked at, but for the
main entity of a page. What cannot be parsed is passed over. See https://schema.org/Article and
https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from cleaner.metadata.own import Own
from cleaner.reading.line import Element

Node = dict[str, Any]
_ARTICLES = frozenset(
    "blogposting socialmediaposting liveblogposting discussionforumposting report recipe howto"
    "".split()
)
_AROUND = re.compile(r"<!--|-->|/\*|\*/|//\s*(?=<!\[CDATA\[|\]\]>)|<!\[CDATA\[|\]\]>")
_TRAILING = re.compile(r",(?=\s*[}\]])")
_DECODER = json.JSONDecoder(strict=False)
MAX_ITEMS = 2000
MAX_DEPTH = 4
"""Items in each other: a list, its graph, a page, its main entity."""
MAX_VALUES = 20
"""JSON values one behind the other in a script."""


class JsonLd:
    """The items of a page's JSON-LD."""

    def __init__(self, scripts: Iterable[Element]) -> None:
        """Read the scripts of a page. Never raises."""
        self.items: list[Node] = []
        self.by_id: dict[str, Node] = {}
        for script in scripts:
            if "ld+json" in (script.get("type") or "").lower():
                for value in _parsed(script.text or ""):
                    self._add(value, 0)

    def _add(self, value: object, depth: int) -> None:
        if len(self.items) >= MAX_ITEMS or depth > MAX_DEPTH:
            return
        if isinstance(value, list):
            for each in value:
                self._add(each, depth + 1)
        elif isinstance(value, dict):
            self.items.append(value)
            name = value.get("@id")
            if isinstance(name, str) and len(value) > 2:
                self.by_id.setdefault(name, value)
            for inner in ("@graph", "mainEntity"):
                self._add(value.get(inner), depth + 1)

    def resolved(self, value: object) -> object:
        """An item in place of a mere reference to it."""
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return self.by_id.get(value["@id"], value)
        return value

    def of_article(self, own: Own) -> list[Node]:
        """The items of the page's article, articles before pages, the surest first."""
        articles = [node for node in self.items if _is_article(node)]
        pages = [n for n in self.items if _is_page(n) and not _is_article(n)]
        sure = [
            (score, node)
            for some in (articles, pages)
            for node in some
            if (score := _score(node, own, is_alone=len(some) == 1)) > 0
        ]
        sure.sort(key=lambda pair: (not _is_article(pair[1]), -pair[0]))
        return [node for _, node in sure]


def type_of(node: Node) -> str:
    """The name of an item's type, the first of several; "item" where it has none."""
    return next(iter(_types(node)), "item")


def texts(value: object) -> Iterator[str]:
    """The texts of a value: itself, or each of a list of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value[:MAX_VALUES]:
            yield from texts(each) if isinstance(each, str) else ()


def _types(node: Node) -> list[str]:
    return [text.rpartition("/")[2].rpartition(":")[2] for text in texts(node.get("@type"))]


def _is_article(node: Node) -> bool:
    return any(n.endswith("article") or n in _ARTICLES for n in map(str.lower, _types(node)))


def _is_page(node: Node) -> bool:
    return any(name.lower().endswith("page") for name in _types(node))


def _score(node: Node, own: Own, *, is_alone: bool) -> int:
    """How sure an item is of the article: by its address, by its headline; 0 for another's."""
    heads = [text for name in ("headline", "name") for text in texts(node.get(name))]
    addresses = list(filter(None, map(own.address, _addresses(node))))
    is_here = any(address in own.addresses for address in addresses)
    is_named = any(map(own.has_title, heads))
    if is_here or is_named:
        return 2 * is_here + 2 * is_named
    return int(is_alone and not heads and not addresses)


def _addresses(node: Node) -> Iterator[str]:
    for name in ("url", "mainEntityOfPage", "@id"):
        value = node.get(name)
        if isinstance(value, dict):
            yield from (text for key in ("@id", "url") for text in texts(value.get(key)))
        else:
            yield from texts(value)


def _parsed(text: str) -> Iterator[object]:
    """The values of a script; of one that is broken, those that can be read after all."""
    if not text.strip():
        return
    try:
        yield json.loads(text, strict=False)
        return
    except (ValueError, RecursionError):
        text = _TRAILING.sub("", _AROUND.sub("", text)).strip(" \t\r\n;")
    place = 0
    for _ in range(MAX_VALUES):
        try:
            value, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            return
        yield value
        place += len(text[place:]) - len(text[place:].lstrip(" \t\r\n;,"))
