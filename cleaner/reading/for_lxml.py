"""A page's text as the bytes that lxml reads as browsers read the page."""

from __future__ import annotations

import re

from lxml import etree

from cleaner.reading.line import Element
from cleaner.text.regex import regex

_DOCTYPE = regex(r"\A\s*<!doctype[^>]*>", re.I)
NO_REFERENCES = regex(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])|0*(?:[0-8]|1[1-24-9]|2\d|3[01]|6553[45]));", re.I
)
"""Character references to what XML has no characters for."""
_CONTROL = bytes({*range(32)} - {9, 10, 13})
_ENDS = regex(r"</(?:body|html)\s*+>", re.I)
_SELF_CLOSED = regex(r"(<html\b[^<>]*+)(?<=/)>", re.I)


def elements_of(markup: str) -> list[Element]:
    """The elements of a piece of HTML that stands within another text."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = bytes_for_lxml(markup)
    tree = etree.fromstring(data, parser) if data.strip() else None
    return [] if tree is None else list(tree.iterfind("body/*"))


def bytes_for_lxml(text: str) -> bytes:
    """UTF-8 without what XML has no characters for; tags that end the page only at its end."""
    text = _DOCTYPE.sub("", text, count=1)
    text = _SELF_CLOSED.sub(lambda tag: tag[1].rstrip("/ \t\r\n\f") + ">", text, count=1)
    if (end := _ENDS.search(text)) and not text[end.end() :].isspace():
        at = end.start()  # browsers read on behind it, libxml2 does not
        text = text[:at] + _ENDS.sub("", text[at:])
    if "&#" in text:
        text = NO_REFERENCES.sub("", text)
    if "\ufffe" in text or "\uffff" in text:
        text = text.replace("\ufffe", "").replace("\uffff", "")
    return text.encode("utf-8", "replace").translate(None, _CONTROL)
