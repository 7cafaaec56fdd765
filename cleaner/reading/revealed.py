"""The last resort: an article that a page holds and does not show until its scripts run.

It may stand in a `<noscript>`, in a `<template>`, or as HTML in the state that a script begins
with. It is looked for where next to no text is seen, and the page then says where it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from cleaner.reading.bounds import is_deep
from cleaner.reading.for_lxml import elements_of
from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import texts

PARAGRAPH = 80
"""Letters of a text that may be a paragraph; in scripts without spaces half as many."""
ENOUGH = 300
"""Letters of paragraphs that are an article."""
SEEN = 3
"""Paragraphs that show a page not to be drawn by scripts."""
DEEPEST = 64
"""Elements in each other that HTML in a script may hold."""
STATE = "the data of its scripts"
_BODY = '"articleBody"'
_STRING = re.compile(r'"((?:[^"\\]|\\.)*+)(?:"|\Z)', re.S)
_MARKUP = re.compile(r"(?:<|\\+u003c)p\b", re.I)
_LEVELS = 2
"""JSON may stand in a string of JSON."""


def reveal(tree: Element) -> str:
    """Show the article that a page holds unseen; returns where it was, empty where it is seen."""
    long = (p for p in tree.iter("p") if p.text and len(p.text) > PARAGRAPH)
    if len(list(islice(filter(_is_seen, long), SEEN))) == SEEN or _letters(texts(tree)) >= ENOUGH:
        return ""
    held = ((_letters(e.itertext()), e) for e in tree.iter("noscript", "template"))
    most, element = max(held, key=lambda pair: pair[0], default=(0, None))
    if element is not None and most >= ENOUGH:
        where = f"a <{element.tag}>"
        element.tag = "div"
        return where
    return STATE if _show_state(tree) else ""


def _is_seen(element: Element) -> bool:
    return next(element.iterancestors("noscript", "template"), None) is None


def _letters(texts: Iterable[str]) -> int:
    """Letters of those texts that may be paragraphs."""
    return sum(len(text) for text in texts if len(text) >= _least(text))


def _least(text: str) -> int:
    return PARAGRAPH if text.isascii() or " " in text.strip() else PARAGRAPH // 2


def _show_state(tree: Element) -> bool:
    """Put the longest HTML that scripts hold into the page, if it may be an article."""
    scripts = [e.text or "" for e in tree.iter("script")]
    if any(_BODY in text for text in scripts):
        return False  # the page declares its text
    found = (markup for text in scripts for markup in _markups(text, _LEVELS))
    article = tree.makeelement("article")
    article.extend(elements_of(max(found, key=len, default="")))
    if is_deep(article, DEEPEST) or _letters(article.itertext()) < ENOUGH:
        return False
    tree.find("body").append(article)
    return True


def _markups(script: str, levels: int) -> Iterator[str]:
    """The strings of a script that hold several paragraphs of HTML."""
    if not levels or not _MARKUP.search(script):
        return
    for found in _STRING.finditer(script):
        if found.end() - found.start() < ENOUGH or not _MARKUP.search(found[1]):
            continue
        text = _unquoted(found[0])
        if text[:1] == "<":
            yield text
        elif text != found[1]:
            yield from _markups(text, levels - 1)


def _unquoted(literal: str) -> str:
    try:
        return str(json.loads(literal, strict=False)).strip()
    except ValueError:
        return ""
