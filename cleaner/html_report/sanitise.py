"""Bare structure is all that is left of a page: no link, picture, name, class or style.

nh3 (ammonia) parses as a browser does and builds its output anew from a list of what is allowed.
The marks of the report pass, since their values open with a seal that a page cannot know.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from itertools import pairwise

import nh3
from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tags import INLINE, SILENT

Kept = Callable[[str, str, str], str | None]
"""Given a tag, an attribute's name and its value: the value that stays."""
MARK = "data-mark"
LABEL = "data-label"
TITLE = "title"
_SEALED = frozenset({MARK, LABEL, TITLE})
_STRUCTURE = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre br hr table caption thead tbody "
    "tfoot tr td th".split()
)
_TAGS = set(_STRUCTURE | INLINE - {"data", "label", "font", "nobr", "ruby", "rt", "rp"})
_RAW = frozenset(
    "script style template noscript noembed noframes svg math iframe frame object embed applet "
    "textarea select option title xmp plaintext audio video canvas".split()
)
_PLAIN = _STRUCTURE | INLINE | {"html", "head", "body"}
_SPAN = re.compile(r"[1-9]\d?\Z")
_DIRECTIONS = ("ltr", "rtl", "auto")


def seal_of(text: str) -> str:
    """A word that opens what the report writes into a page; no page can hold its own.

    >>> len(seal_of("a page")), seal_of("a page") == seal_of("another")
    (25, False)
    """
    data = b"page-cleaner report\0" + text.encode("utf-8", "replace")
    return hashlib.sha256(data).hexdigest()[:24] + ":"


_LONG = re.compile(r">[^<]{2000,}")
_ESCAPED = re.compile("&[a-z]{1,10};|[\u0080-\u00bf]")
_FEW = 400


def sanitised(tree: Element, seal: str) -> str:
    """The HTML inside the body of a tree, which is changed on the way."""
    _prepare(tree)
    body = tree.find("body")
    raw = etree.tostring(
        tree if body is None else body, encoding="unicode", method="html", with_tail=False
    )
    cells = {"colspan", "rowspan"}
    attributes = {"*": {*_SEALED, "dir"}, "td": cells, "th": cells}
    return _clean(raw, attributes, lambda _, name, value: _kept(name, value, seal))


def sanitised_article(markup: str) -> str:
    """The HTML of `render.html` without links: where one led is its title."""
    told = markup.replace('<a href="', '<a title="')
    return _clean(told, {"a": {TITLE}}, lambda _, __, value: value)


def _clean(markup: str, attributes: dict[str, set[str]], kept: Kept) -> str:
    """Markup without what could do anything.

    nh3 takes time that grows with the square of the signs in one text that are escaped, or begin
    like U+00A0 in UTF-8: it is given such texts in parts, comments between them, which it drops.
    """
    return nh3.clean(
        _LONG.sub(_in_parts, markup),
        tags=_TAGS,
        clean_content_tags=set(_RAW),
        attributes=attributes,
        attribute_filter=kept,
        link_rel=None,
        url_schemes=set(),
    )


def _in_parts(text: re.Match[str]) -> str:
    ends = [sign.end() for sign in _ESCAPED.finditer(text[0])][_FEW - 1 :: _FEW]
    return "<!---->".join(text[0][a:b] for a, b in pairwise((0, *ends, len(text[0]))))


def _kept(name: str, value: str, seal: str) -> str | None:
    if name in _SEALED:
        return value.removeprefix(seal) if value.startswith(seal) else None
    if name == "dir":
        return value if value in _DIRECTIONS else None
    return value if _SPAN.match(value) else None


def _prepare(tree: Element) -> None:
    """What would be lost or glued together without its element: pictures' words, unknown blocks."""
    etree.strip_elements(tree, *SILENT - {"head"}, with_tail=False)
    for element in list(tree.iter("img")):
        _spell_out(element)
    for element in tree.iter(etree.Element):
        if element.tag not in _PLAIN:
            element.tag = "div"


def _spell_out(image: Element) -> None:
    words = " ".join((image.get("alt") or "").split())
    image.tag = "span"
    image.attrib.clear()
    image.text = f"[image: {words}]" if words else None
