"""A page's tree less what trafilatura would throw away itself, in sweeps that cost its size.

What goes is named first and taken out at once: elements that are taken out one by one each hand
the text behind them to the one before, which copies a long line again and again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from contextlib import suppress

from lxml import etree

from cleaner.reading.line_reader import Element
from cleaner.reading.tags import INLINE

_UNSEEN = ("style", "template", "noscript", "rt", "rp")
_IN_LINE = INLINE | {"meta", "link", "script"}
_USELESS = (
    "svg",
    "iframe",
    "select",
    "option",
    "textarea",
    "input",
)
_CHROME = ("nav", "footer", "button", "menu")
_HOLLOW = (
    "div",
    "span",
    "i",
    "a",
    "li",
    "ul",
    "section",
    "img",
    "picture",
    "source",
    "ins",
    "b",
    "label",
    "figure",
    "video",
    "audio",
    "object",
    "embed",
    "canvas",
    "path",
)
_HAS_ARTICLE = etree.XPath(
    "boolean(.//article or .//h1 or count(.//p[string-length(.) > 160]) > 1)"
)
_GONE = "cleaner-gone"
MENU_ITEMS = 4
MENU_LETTERS = 100
BESIDE = 80
"""Letters of a paragraph that makes a list beside it part of an article."""


def trim(tree: Element) -> None:
    """Take scripts, styles and, where they hold no article, menus and footers out of a tree.

    A `<nav>` or `<button>` that was never closed holds the whole page: those stay. Elements with
    nothing in them and the head's links and metas go, too: read the title and the metadata first.
    """
    # trafilatura reads articleBody from JSON-LD
    drop(tree, [s for s in tree.iter("script") if "json" not in (s.get("type") or "")])
    drop(tree, tree.iter(*_UNSEEN))
    _part(tree)
    drop(tree, tree.iter(*_USELESS))
    drop(tree, [e for e in tree.iter(*_CHROME) if not _HAS_ARTICLE(e)])
    drop(tree, list(_menus(tree)))
    drop(tree, _hollow(tree))
    drop(tree, tree.xpath("/html/head/*[not(self::script)]"))


def _part(tree: Element) -> None:
    """Put a space behind what is no part of a line: where it goes, both its sides stay apart."""
    for element in tree.iter(etree.Element):
        tail = element.tail
        if tail and not tail[0].isspace() and element.tag not in _IN_LINE:
            element.tail = " " + tail


def drop(tree: Element, elements: Iterable[Element]) -> None:
    """Take elements out of a tree and leave the text behind each; they keep what they are.

    elements: in page order.
    """
    tags = {element: element.tag for element in _outermost(elements) if element is not tree}
    if not tags:
        return
    texts = _texts(tags)
    for element in tags:
        element.tag = _GONE
    etree.strip_elements(tree, _GONE, with_tail=False)
    for element, tag in tags.items():
        with suppress(ValueError):  # a name as `me<a`, which is read and cannot be given
            element.tag = tag
    for (element, place), parts in texts.items():
        setattr(element, place, "".join(parts))


def _outermost(elements: Iterable[Element]) -> Iterator[Element]:
    """Elements in page order, less those inside another, which go with it."""
    last: Element = None
    for element in elements:
        if last is None or last not in element.iterancestors(last.tag):
            last = element
            yield element


def _texts(going: Iterable[Element]) -> dict[tuple[Element, str], list[str]]:
    """The text around elements that go, by what holds it then, as `text` or as `tail`.

    libxml2 would have it in pieces, and to find one costs the way from the first.
    """
    texts: dict[tuple[Element, str], list[str]] = {}
    holders: dict[Element, tuple[Element, str]] = {}
    for element in going:
        before = element.getprevious()
        near = (element.getparent(), "text") if before is None else (before, "tail")
        holder = holders[element] = holders.get(before, near)
        if element.tail:
            texts.setdefault(holder, [getattr(*holder) or ""]).append(element.tail)
    return texts


def _hollow(tree: Element) -> Iterable[Element]:
    """The elements with nothing in them, or with none but such, in page order."""
    hollow: dict[Element, None] = {}
    for element in reversed(list(tree.iter(*_HOLLOW))):
        inside = _bare(element, hollow)
        if inside is None:
            continue
        if inside and element.tag in INLINE:  # the space between two words
            element.tail = " " + (element.tail or "")
        hollow[element] = None
    return reversed(hollow)


def _bare(element: Element, hollow: Container[Element]) -> str | None:
    """The white space in an element; None where there is more in it."""
    space = element.text or ""
    if space.strip():
        return None
    for child in element:
        if child not in hollow or (child.tail and child.tail.strip()):
            return None
        space = space or child.tail or ""
    return space


def _menus(tree: Element) -> Iterable[Element]:
    """Lists of short links and nothing else, away from any paragraph.

    trafilatura drops such lists by their link density, after having searched them many times:
    1.5 of its 15 ms a page on 198 pages, with the same F1.
    """
    in_text: dict[Element, bool] = {}
    for element in tree.iter("ul", "ol"):
        parent = element.getparent()
        if parent is None or not _is_linked(element):
            continue
        if parent not in in_text:
            beside = parent.iterchildren("p")
            in_text[parent] = any(len(p.text_content()) > BESIDE for p in beside)
        if not in_text[parent]:
            yield element


def _is_linked(element: Element) -> bool:
    items = len(element.findall("li"))
    if items < MENU_ITEMS:
        return False
    text = element.text_content()
    if len(text) > MENU_LETTERS * items:
        return False
    linked = sum(len(a.text_content().strip()) for a in element.iter("a"))
    return linked >= 0.9 * len(" ".join(text.split()))
