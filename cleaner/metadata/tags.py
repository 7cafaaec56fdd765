"""What a page's `<meta>`, `<link>` and `itemprop` say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import text_within
from cleaner.text import words as t

LONGEST = 4000
"""Letters of a value that are looked at."""
_ITEMS = etree.XPath("//*[@itemprop]")
_OTHERS = frozenset({"comment", "review", "reviews", "itemlistelement", "haspart", "isrelatedto"})
"""Properties whose items are no part of the article's own."""
Said = tuple[str, str]
"""A value and where it stands."""


class Tags:
    """The values of a page's `<meta>` and `<link>`, by name."""

    def __init__(self, metas: Iterable[Element], links: Iterable[Element]) -> None:
        """Read the elements, in order."""
        self._metas: dict[str, list[str]] = {}
        self._links: dict[str, list[str]] = {}
        for meta in metas:
            content = t.collapse_space((meta.get("content") or "")[:LONGEST])
            if content:
                for name in filter(None, map(meta.get, ("property", "name", "itemprop"))):
                    self._metas.setdefault(name.lower(), []).append(content)
        for link in links:
            for name in (link.get("rel") or "").lower().split():
                self._links.setdefault(name, []).append((link.get("href") or "").strip())

    def meta(self, *names: str) -> Iterator[Said]:
        """What the metas of some names say, in the order of the names."""
        for name in names:
            for said in self._metas.get(name, ()):
                yield said, f"meta {name}"

    def link(self, *names: str) -> Iterator[Said]:
        """Where the links of some relations lead."""
        for name in names:
            for href in self._links.get(name, ()):
                if href:
                    yield href, f"link {name}"


def properties(tree: Element, *names: str) -> dict[str, list[Element]]:
    """The elements that state properties of the article in microdata, by property.

    Those of comments, reviews and list items are not among them.
    """
    found: dict[str, list[Element]] = {}
    for element in _ITEMS(tree):
        for name in element.get("itemprop").split():
            if name in names and not _is_of_other(element):
                found.setdefault(name, []).append(element)
    return found


def _is_of_other(element: Element) -> bool:
    for above in element.iterancestors():
        held = (above.get("itemprop") or "").lower().split()
        if not _OTHERS.isdisjoint(held) or "comment" in (above.get("itemtype") or "").lower():
            return True
    return False


def stated_by(element: Element) -> str:
    """The value that an element with `itemprop` states; of a person, the name."""
    for inner in element.iter():
        if inner is not element and inner.get("itemprop") == "name":
            return stated_by(inner)
    said = element.get("content") or element.get("datetime") or text_within(element, LONGEST)
    return t.collapse_space(said[:LONGEST])
