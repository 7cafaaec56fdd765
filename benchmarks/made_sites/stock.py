"""Real articles of ../shared/pages, read at run time.

Of the English ones one half is for the dev sites and the other for held; another language is of
one set alone.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import trafilatura
from lxml.html import HtmlElement
from repost_articles import DOUBTFUL, END, _headline, _same

from cleaner.language import detect
from made_sites.story import Block, Story, h2, p

ENGLISH = ("wcxb-dev-articles.jsonl.xz", "readability-articles.jsonl.xz")
OTHERS = "multilingual-segments.jsonl.xz"
PARAGRAPH, HEADING, FEWEST, LONGEST = 12, 9, 4, 220
TELLING = (
    "cookie",
    "newsletter",
    "abonn",
    "anzeige",
    "©",
    "foto:",
    "http",
    "@",
    "mehr zum",
    "var ",
)


def stories(which: str, language: str, folder: Path) -> list[Story]:
    """The articles of a language for one of the two sets, in an order that never changes."""
    found = _english(folder) if language == "en" else _other(folder, language)
    mine = {_digest(name): story for name, story in found}
    if language == "en":
        half = ("dev", "held").index(which)
        mine = {digest: story for digest, story in mine.items() if int(digest, 16) % 2 == half}
    titles: dict[str, Story] = {}
    for digest in sorted(mine):
        titles.setdefault(mine[digest].title, mine[digest])
    return list(titles.values())


def _digest(name: str) -> str:
    return hashlib.sha256(f"made sites {name}".encode()).hexdigest()


@cache
def _english(folder: Path) -> list[tuple[str, Story]]:
    found = []
    for page in (page for name in ENGLISH for page in _pages(folder / "pages" / name)):
        lines = [" ".join(line.split()) for line in page["truth"].split("\n") if line.strip()]
        title = _headline(page["title"] or "")
        found.append((page["id"], _story(title, lines, "en")))
    return [(name, story) for name, story in found if story]


@cache
def _other(folder: Path, language: str) -> list[tuple[str, Story]]:
    found = []
    for page in _pages(folder / "pages" / OTHERS):
        if detect(" ".join(page["present"])) == language:
            tree = trafilatura.load_html(page["html"])
            if tree is not None:
                title = next(filter(None, (_text(h) for h in tree.iter("h1"))), "")
                found.append((page["id"], _story(_headline(title), _fullest(tree), language)))
    return [(name, story) for name, story in found if story]


def _pages(path: Path) -> Iterator[dict[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _fullest(tree: HtmlElement) -> list[str]:
    """The paragraphs and headings of the element that has most words in its own paragraphs."""
    words: dict[HtmlElement, int] = {}
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        words[parent] = words.get(parent, 0) + len(_text(paragraph).split())
    if not words:
        return []
    best = max(words, key=lambda e: words[e])
    return [_text(child) for child in best if child.tag in ("p", "h2", "h3")]


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _story(title: str, lines: list[str], language: str) -> Story | None:
    """Paragraphs and the headings over them; what may be residue itself is left out."""
    blocks: list[Block] = []
    for text in dict.fromkeys(lines):
        if _doubtful(text, language) or _same(text, title):
            continue
        if _is_paragraph(text):
            blocks.append(p(text))
        elif _is_heading(text) and blocks and blocks[-1].form == "p":
            blocks.append(h2(text))
    while blocks and blocks[-1].form == "h2":
        blocks.pop()
    prose = [b.lines[0] for b in blocks if b.form == "p"]
    if len(prose) < FEWEST or len(title.split()) <= 2 or detect(" ".join(prose)) != language:
        return None
    return Story(title, tuple(blocks))


def _doubtful(text: str, language: str) -> bool:
    if language == "en":
        return bool(DOUBTFUL.search(text))
    return any(word in text.lower() for word in TELLING) or "|" in text


def _is_paragraph(text: str) -> bool:
    return PARAGRAPH <= len(text.split()) <= LONGEST and bool(END.search(text))


def _is_heading(text: str) -> bool:
    return 2 <= len(text.split()) <= HEADING and not END.search(text) and text[0].isupper()
