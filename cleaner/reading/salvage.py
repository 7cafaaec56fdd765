"""What text there is in markup, read in the plainest way: for where a parser of ours fails."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tags import INLINE
from cleaner.text.regex import regex
from cleaner.text.words import INVISIBLE, unescaped

_TAG = regex(r"<(/?)([a-z][\w:-]*)[^<>]*>?|<[!?][^<>]*>?", re.I)
_UNSEEN = frozenset({"script", "style"})


def repaired(markup: str) -> str:
    """Markup that lxml makes nonsense of, as BeautifulSoup reads it by Python's own parser."""
    from bs4 import BeautifulSoup  # nobody else pays for it

    return str(BeautifulSoup(markup, "html.parser"))


def plain_text(markup: str) -> str:
    """The text between the tags, a line for each block; without scripts and styles.

    >>> plain_text("<p>Rain <b>fell</b>.<script>a < b</script><p>Snow &amp; ice")
    '\\nRain fell.\\n\\nSnow & ice'
    """
    parts, at, unseen = [], 0, ""
    for tag in _TAG.finditer(markup):
        name = (tag[2] or "").lower()
        if not unseen:
            parts += [markup[at : tag.start()], "" if name in INLINE else "\n"]
            unseen = name if name in _UNSEEN and not tag[1] else ""
        elif name == unseen and tag[1]:
            unseen = ""
        at = tag.end()
    return unescaped("".join([*parts, "" if unseen else markup[at:]]))


def text_tree(markup: str) -> Element:
    """A tree with a paragraph for each line of the text in markup."""
    return tree_of_lines(plain_text(markup).splitlines())


def tree_of_lines(lines: Iterable[str]) -> Element:
    """A tree with a paragraph for each line that is not empty."""
    tree = etree.Element("html")
    etree.SubElement(tree, "head")
    body = etree.SubElement(tree, "body")
    for line in lines:
        if text := INVISIBLE.sub("", line).strip():
            etree.SubElement(body, "p").text = text
    return tree
