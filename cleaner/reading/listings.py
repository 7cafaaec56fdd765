"""Listings of code: their language, the numbers of their lines, and tables that lay them out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from cleaner.reading.line import Element
from cleaner.reading.names import ATTRIBUTE
from cleaner.reading.tree_nodes import above, cells_of
from cleaner.text.regex import regex

_NUMBERS = regex(r"[\d\s]*\Z")
_GUTTER = regex(
    r"(?:^|[\s_-])(?:line-?nos?|line-?num(?:ber)?s?|ln-num(?:ber)?s?|lnt?|blob-num|gutter)(?=$|[\s_-])"
)
_LANGUAGE = (
    regex(r"(?:^|\s)language-([\w+#.-]{1,20})(?=$|\s)"),
    regex(r"(?:^|\s)highlight-(?:source|text)-([\w+#-]{1,20})"),
    regex(r"(?:^|\s)highlight-([\w+#]{1,20})\s+notranslate"),
    regex(r"\Ahighlight\s+([\w+#]{1,20})\Z"),
    regex(r"\bbrush:\s*([\w+#-]{1,20})"),
    regex(r"(?:^|\s)(?:sourceCode|hljs|syntaxhighlighter)\s+([\w+#]{1,20})(?=$|\s)"),
)
_NAME = regex(r"[\w+#.-]{1,20}\Z")
_SHORT = regex(r"(?:^|\s)lang-([\w+#.-]{1,20})(?=$|\s)")
_NONE = frozenset(
    "none text txt plain plaintext nohighlight default auto undefined copy notranslate".split()
)
_ATTRIBUTES = ("data-lang", "data-language")
_SPOKEN = 2
"""Letters of `lang` that may name a language people speak."""


def language_of(listing: Element) -> str:
    """The language that a listing, the code in it or what is around it names; else empty."""
    code = next(listing.iterchildren("code"), None)
    for element in (code, listing):
        named = "" if element is None else _named(element, (*_LANGUAGE, _SHORT))
        if named:
            return named
    around = (_named(element, _LANGUAGE) for element in above(listing, 2))
    return next(filter(None, around), "")


def _named(element: Element, patterns: Iterable[re.Pattern[str]]) -> str:
    names = (element.get("class") or "")[:ATTRIBUTE]
    found = (match[1] for pattern in patterns if (match := pattern.search(names)))
    attributes = [element.get(name) or "" for name in _ATTRIBUTES]
    if element.tag in ("pre", "code") and len(written := element.get("lang") or "") > _SPOKEN:
        attributes.append(written)
    named = next(chain(found, filter(_NAME.match, attributes)), "").lower()
    return "" if named in _NONE else named


def is_listing(table: Element) -> bool:
    """Whether a table is lines of code beside their numbers."""
    rows = (child if child.tag == "tr" else next(child.iterchildren("tr"), None) for child in table)
    row = next((row for row in rows if row is not None), None)
    cells = [] if row is None else cells_of(row)
    return len(cells) == 2 and is_gutter(cells[0])


def is_gutter(element: Element) -> bool:
    """Whether an element says by its name that it numbers lines, and holds nothing else."""
    is_named = element.get("data-line-number") is not None
    is_named = is_named or _GUTTER.search((element.get("class") or "")[:ATTRIBUTE]) is not None
    return is_named and _is_numbers(element)


def is_beside_listing(listing: Element) -> bool:
    """Whether a `<pre>` is the numbers of lines, in the cell beside that of a listing."""
    cell = next((one for one in above(listing, 3) if one.tag == "td"), None)
    beside = None if cell is None else cell.getnext()
    listed = beside is not None and next(beside.iter("pre"), None) is not None
    return listed and _is_numbers(listing)


def _is_numbers(element: Element) -> bool:
    return _NUMBERS.match("".join(element.itertext())) is not None
