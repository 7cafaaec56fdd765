"""Pictures of an article, told by the page's own markup: where they stand, and their addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from urllib.parse import urljoin

from lxml import etree

from cleaner.reading.line import Element
from cleaner.text.words import match_key

UNSEEN = ("script", "style", "noscript", "template")
FILES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")
LEAST = 20
"""Letters from which a text is one that the truth can be asked for."""
Addresses = frozenset[str]


def wanted(article: Element, said: str, url: str) -> list[Addresses]:
    """The pictures of an article, each as all addresses that it may be shown by.

    A picture is the article's where the text before it or behind it within `article` is one that
    the truth (`said`, as `match_key` gives it) has. Pictures of one or two pixels are none.
    """
    pictures: list[tuple[Addresses, bool]] = []
    waiting: list[Addresses] = []
    is_said = False
    for element, text in _read(article):
        key = match_key(text)
        if len(key) >= LEAST:
            before, is_said = is_said, key in said
            pictures += [(each, before or is_said) for each in waiting]
            waiting = []
        if element is not None and (addresses := addresses_of(element, url)):
            waiting.append(addresses)
    pictures += [(each, is_said) for each in waiting]
    return [each for each, is_articles in pictures if is_articles]


def kept(told: Element, pictures: Collection[Addresses], url: str) -> int:
    """How many of the pictures a system's HTML shows."""
    shown = {one for image in told.iter("img") for one in addresses_of(image, url)}
    return sum(not each.isdisjoint(shown) for each in pictures)


def addresses_of(image: Element, url: str) -> Addresses:
    """All addresses in the attributes of an `<img>`; none of one that is a dot."""
    if {image.get("width"), image.get("height")} & {"0", "1", "2"}:
        return frozenset()
    values = (str(value) for name, value in image.items() if name not in ("alt", "title", "class"))
    words = (word.strip(",") for value in values for word in value.split())
    return frozenset(urljoin(url, word) for word in words if _is_address(word))


def _is_address(word: str) -> bool:
    return word.endswith(FILES) or ("/" in word and not word.startswith("data:"))


def _read(article: Element) -> Iterator[tuple[Element | None, str]]:
    """Pictures and texts in the order of the page."""
    walk = etree.iterwalk(article, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            yield None, (element.tail or "") if element is not article else ""
        elif element.tag in UNSEEN or not isinstance(element.tag, str):
            walk.skip_subtree()
        else:
            yield (element if element.tag == "img" else None), element.text or ""
