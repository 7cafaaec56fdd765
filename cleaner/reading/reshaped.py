"""Elements that show as something else than their tag says, given the tag of what they show as.

Listings laid out as tables, tables made of other elements, shadow roots that are declared, spans
that are drawn as blocks or as emphasis, posts that stand within their `<iframe>`; the foot of a
table, which may stand before its body. Formulas that are drawn beside their TeX go, and so do
numbers that items have beside that of their list, the links of a wiki that open a section for
changes, and numbers that count the comments on a paragraph.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from cleaner.reading.counters import drop_counters
from cleaner.reading.for_lxml import elements_of
from cleaner.reading.items import lead_on, number
from cleaner.reading.line import Element
from cleaner.reading.listings import is_listing
from cleaner.reading.roles import tell_tables
from cleaner.reading.shortened import show_whole
from cleaner.reading.styled import tell_styled
from cleaner.reading.tree_nodes import drop, text_within

_EDITS = etree.XPath("//span[a[contains(@href, 'action=edit') and contains(@href, 'section=')]]")
_LONGEST_EDIT = 60


def reshape(tree: Element) -> None:
    """Give the elements of a tree the tags of what they show as."""
    for element in list(tree.iter(*_SHAPES)):
        _SHAPES[element.tag](element)
    tell_styled(tree)
    tell_tables(tree)
    show_whole(tree)
    drop_counters(tree)
    for span in _EDITS(tree):
        said = text_within(span, _LONGEST_EDIT).strip()
        if said.startswith("[") and said.endswith("]"):
            drop(span)


def _listing(element: Element) -> None:
    if element.tag != "table" or is_listing(element):
        element.tag = "pre"


def _shadow_root(template: Element) -> None:
    if template.get("shadowrootmode") or template.get("shadowroot"):
        template.tag = "div"


def _post(frame: Element) -> None:
    markup = frame.get("srcdoc") or frame.text or ""
    if "<blockquote" in markup:
        frame.text = None
        frame.extend(elements_of(markup))
    if next(frame.iter("blockquote"), None) is not None:
        frame.tag = "div"


def _formula(script: Element) -> None:
    """What MathJax drew before the script that holds the formula."""
    drawn = script.getprevious() if (script.get("type") or "").startswith("math/tex") else None
    if drawn is not None and drawn.tag == "div" and "MathJax" in (drawn.get("class") or ""):
        drop(drawn)


def _foot(foot: Element) -> None:
    table = foot.getparent()
    if table is not None and table.tag == "table" and foot.getnext() is not None:
        table.append(foot)


_SHAPES: dict[object, Callable[[Element], None]] = {
    "plaintext": _listing,
    "xmp": _listing,
    "table": _listing,
    "template": _shadow_root,
    "iframe": _post,
    "tfoot": _foot,
    "script": _formula,
    "ul": number,
    "ol": number,
    "li": lead_on,
}
