"""Whose article it is: a name that a short line says, and with which a closing paragraph begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.text import words as t
from cleaner.text.regex import regex

MAX_LINE_WORDS, MAX_BEFORE = 8, 2
"""Words of a line with a byline, and before a name in it, as “By” or “Words by”."""
MIN_NAME, MAX_NAME = 2, 4
_NAME = regex(rf"[(\[*]?((?:[^\W\d_a-z][\w’'.-]*\s){{{MIN_NAME},{MAX_NAME}}})(?=[^\W\d_]*[a-zà-ÿ])")
_BETWEEN = regex(
    r"\s*[,|–—•·&;:/()]\s*|\s(?:and|und|et|y|e|i|en|og|och|и|і|та|ve|dan|và|και|şi|és)\s", re.I
)


def opens_with_author(article: Article, position: int) -> bool:
    """Whether a paragraph begins with the name of a byline that no paragraph before it has."""
    match = _NAME.match(article.blocks[position].text + " ")
    name = t.words(match[1])[:MAX_NAME] if match else []
    if len(name) < MIN_NAME or _is_told(article, position, name):
        return False
    return any(_signs(line, name) for line in _short_lines(article, position))


def _is_told(article: Article, position: int, name: list[str]) -> bool:
    """Whether a paragraph before has the name, or the last word of it."""
    before = (article.blocks[p] for p in article.prose if p < position)
    return any(name[-1] in block.words or name[1] in block.words for block in before)


def _signs(line: str, name: list[str]) -> bool:
    """Whether a line is this name or several, with at most “By” before them."""
    parts = (t.words(part) for part in _BETWEEN.split(line))
    return any(w[-len(name) :] == name and len(w) <= len(name) + MAX_BEFORE for w in parts)


def _short_lines(article: Article, position: int) -> Iterator[str]:
    """The short lines before a paragraph, of the page's where they are known.

    Headings, captions and sentences are none: they name whom the article is about.
    """
    block, page = article.blocks[position], article.lines
    known = page is not None and block.line >= 0
    lines = page.before(block.line) if page is not None and known else article.blocks[:position]
    captions = page.captions if page is not None else frozenset()
    for line in lines:
        said = line.is_heading or line.key in captions or t.ends_sentence(line.text)
        if line.size <= MAX_LINE_WORDS and not said:
            yield line.text
