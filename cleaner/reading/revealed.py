"""The last resort: an article that a page holds and does not show until its scripts run.

It may stand in a `<noscript>`, in a `<template>`, in a `<script>` of templates, as a text that the
page declares, or in the state that a script begins with, as HTML or as a list of parts. It is
looked for where little text is seen, and the page then says where it was. Where more is seen, the
rest of what it begins is looked for in such parts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from cleaner.reading.bounds import is_deep
from cleaner.reading.declared import declared_body
from cleaner.reading.for_lxml import elements_of
from cleaner.reading.line import Element
from cleaner.reading.rest import put_into, show_rest
from cleaner.reading.state import PARAGRAPH, Part, least_letters, parts_in
from cleaner.reading.tree_nodes import drop, text_within, texts
from cleaner.text.lexicon import scan
from cleaner.text.regex import regex
from cleaner.text.words import fold, match_key

ENOUGH = 300
"""Letters of paragraphs that are an article."""
SEEN = 3
"""Paragraphs that show a page not to be drawn by scripts."""
DEEPEST = 64
"""Elements in each other that HTML in a script may hold."""
STATE = "the data of its scripts"
REST = f"{STATE}, but for its beginning"
DECLARED = "what it declares in JSON-LD"
MORE = 3
"""How many times as long a declared text is as the paragraphs that are seen, if they are others."""
_BODY = '"articleBody"'
_STRING = regex(r'"((?:[^"\\]|\\.)*+)(?:"|\Z)', re.S)
_MARKUP = regex(r"(?:<|\\+u003c)p\b", re.I)
_TEMPLATES = frozenset(["text/template", "text/x-template", "text/html"])
_CONSENT = ("consent", "statement")
_LEVELS = 2
"""JSON may stand in a string of JSON."""


def reveal(tree: Element) -> str:
    """Show the article that a page holds unseen; returns where it was, empty where it is seen."""
    long = (p for p in tree.iter("p") if p.text and len(p.text.strip()) > PARAGRAPH)
    if len(first := list(islice(filter(_is_seen, long), SEEN))) == SEEN:
        return REST if show_rest(tree, first) else ""
    if (seen := _letters(texts(tree))) >= ENOUGH:
        if _show_body(tree, seen):
            return DECLARED
        return STATE if _show_parts(tree, seen) else ""
    _read_templates(tree)
    held = ((_letters(e.itertext()), e) for e in tree.iter("noscript", "template"))
    most, element = max(held, key=lambda pair: pair[0], default=(0, None))
    if element is not None and most >= ENOUGH:
        where = f"a <{element.tag}>"
        element.tag = "div"
        return where
    if _show_body(tree, seen):
        return DECLARED
    return STATE if _show_state(tree) or _show_parts(tree, seen) else ""


def _read_templates(tree: Element) -> None:
    """Make templates of the scripts that hold HTML for other scripts; not texts about cookies."""
    for script in list(tree.iter("script")):
        text = script.text or ""
        if script.get("type") not in _TEMPLATES or not _MARKUP.search(text):
            continue
        if _CONSENT not in scan(fold(text)):
            script.tag, script.text = "template", None
            script.extend(elements_of(text))


def _is_seen(element: Element) -> bool:
    return next(element.iterancestors("noscript", "template"), None) is None


def _letters(texts: Iterable[str]) -> int:
    """Letters of those texts that may be paragraphs."""
    return sum(len(text) for text in map(str.strip, texts) if len(text) >= least_letters(text))


def _show_body(tree: Element, seen: int) -> bool:
    """Put the text that a page declares into it, where that is far more than what is seen.

    seen: letters of the paragraphs that are seen.
    """
    body = declared_body(tree.iter("script"))
    if len(body) < max(ENOUGH, MORE * seen):
        return False
    if match_key(body[:PARAGRAPH]) in match_key("".join(texts(tree))):
        return False
    _add(tree, [Part("p", one.strip()) for one in body.split("\n") if one.strip()])
    return True


def _add(tree: Element, parts: Iterable[Part]) -> None:
    """Put an article at the end of a page."""
    put_into(etree.SubElement(tree.find("body"), "article"), parts)


def _show_parts(tree: Element, seen: int) -> bool:
    """Put the article into a page that its scripts hold in parts, where far more than is seen.

    seen: letters of the paragraphs that are seen; where there are any, they must be its first.
    """
    parts = parts_in(e.text or "" for e in tree.iter("script"))
    if _letters(part.text for part in parts) < max(ENOUGH, MORE * seen):
        return False
    first = next(p.text for p in parts if len(p.text) >= least_letters(p.text))
    most = 2 * len(first)
    shown = [e for e in tree.iter("p") if match_key(text_within(e, most)) == match_key(first)]
    if seen and not shown:
        return False
    for element in shown:
        drop(element)
    _add(tree, parts)
    return True


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
