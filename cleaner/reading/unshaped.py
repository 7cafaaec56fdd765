"""A page's markup parsed, before anything in its tree is moved."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from cleaner.reading.for_lxml import bytes_for_lxml
from cleaner.reading.line import Element

Parser = Callable[..., etree.HTMLParser]


def unshaped(text: str, make: Parser = etree.HTMLParser) -> Element:
    """The tree of a text, with a head and a body. Raises what lxml raises.

    make: makes the parser; lxml.html's has other elements.
    """
    parser = make(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    data = bytes_for_lxml(text)
    tree = etree.fromstring(data, parser) if data.strip() else None
    if tree is None:  # it holds no element and no text: comments, a tag that never ends
        tree = etree.fromstring(b"<p></p>", parser)
    for number, name in enumerate(("head", "body")):
        if tree.find(name) is None:
            tree.insert(number, tree.makeelement(name))
    return tree
