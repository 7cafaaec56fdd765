"""Real articles of ../shared/pages, read at run time, as the stories of sites."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache

import trafilatura
from lxml.html import HtmlElement

from benchmarks.common import datasets
from benchmarks.synthetic.articles import DOUBTFUL, DOUBTFUL_ELSEWHERE, END, headline, is_title
from benchmarks.synthetic.sites.story import Block, Story
from cleaner.text.language import detect

ENGLISH = ("wcxb-dev-articles", "readability-articles")
OTHERS = "multilingual-segments"
MIN_PARAGRAPH_WORDS = 12
MAX_PARAGRAPH_WORDS = 220
MAX_HEADING_WORDS = 9
MIN_PARAGRAPHS = 4


@cache
def stories(language: str) -> list[Story]:
    """The articles of a language, in an order that never changes; of the English ones half."""
    found = _english() if language == "en" else _other(language)
    by_digest = {_digest(name): story for name, story in found if story}
    titles: dict[str, Story] = {}
    for digest in sorted(by_digest):
        if language != "en" or int(digest, 16) % 2 == 0:
            titles.setdefault(by_digest[digest].title, by_digest[digest])
    return list(titles.values())


def _digest(name: str) -> str:
    return hashlib.sha256(f"made sites {name}".encode()).hexdigest()


def _english() -> Iterator[tuple[str, Story | None]]:
    for page in (page for name in ENGLISH for page in datasets.read(name)):
        lines = [" ".join(line.split()) for line in page["truth"].split("\n") if line.strip()]
        yield page["id"], _story(headline(page["title"] or ""), lines, "en")


def _other(language: str) -> Iterator[tuple[str, Story | None]]:
    for page in datasets.read(OTHERS):
        if detect(" ".join(page["present"])) == language:
            tree = trafilatura.load_html(page["html"])
            if tree is not None:
                title = next(filter(None, map(_text, tree.iter("h1"))), "")
                yield page["id"], _story(headline(title), _fullest(tree), language)


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
        if _doubtful(text, language) or is_title(text, title):
            continue
        if _is_paragraph(text):
            blocks.append(Block("p", (text,)))
        elif _is_heading(text) and blocks and blocks[-1].form == "p":
            blocks.append(Block("h2", (text,)))
    story = Story(title, tuple(blocks)).cut(len(blocks))
    prose = [block.lines[0] for block in blocks if block.form == "p"]
    is_usable = len(prose) >= MIN_PARAGRAPHS and len(title.split()) > 2
    return story if is_usable and detect(" ".join(prose)) == language else None


def _doubtful(text: str, language: str) -> bool:
    if language == "en":
        return bool(DOUBTFUL.search(text))
    return any(word in text.lower() for word in DOUBTFUL_ELSEWHERE)


def _is_paragraph(text: str) -> bool:
    size = len(text.split())
    return MIN_PARAGRAPH_WORDS <= size <= MAX_PARAGRAPH_WORDS and bool(END.search(text))


def _is_heading(text: str) -> bool:
    return (
        2 <= len(text.split()) <= MAX_HEADING_WORDS and not END.search(text) and text[0].isupper()
    )
