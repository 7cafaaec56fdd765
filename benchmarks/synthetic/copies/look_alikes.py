"""Pages that are alike and are no copies: templates, boilerplate, quotations, round-ups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from random import Random

from benchmarks.synthetic.articles import Article
from benchmarks.synthetic.copies.pages import Made, Original
from benchmarks.synthetic.copies.templates import filled, templates

QUOTATION = re.compile(r"“([^“”\"]{60,250})”|(?:^|\s)\"([A-Z][^“”\"]{60,250})\"(?:\s|$)", re.M)
PER_TEMPLATE = 6
MAX_WORDS = 160  # of an article beside its boilerplate


def look_alikes(sources: list[Original], others: list[Original], seed: int) -> Iterator[Made]:
    """All of them, made from these pages and from others not in the set; ids say which is which."""
    rng = Random(f"{seed}/hard")
    yield from _reports(rng)
    yield from _boilerplate(_english(others), rng)
    yield from _flashes(_english(sources), rng)
    yield from _roundups(sources, rng)


def _english(sources: list[Original]) -> list[Article]:
    return [page.article for page in sources if page.article and page.article.language == "en"]


def _made(name: str, text: str, rng: Random) -> Made:
    """As a page or as text, by chance."""
    url = f"https://{name.partition('/')[0]}.example/{name}"
    if rng.random() < 0.4:
        return Made(name, url, text, is_html=False)
    body = "".join(f"<p>{escape(p)}</p>\n" for p in text.split("\n\n"))
    head = f"<!DOCTYPE html>\n<html><head><title>{escape(name)}</title></head>\n"
    return Made(name, url, f"{head}<body><article>{body}</article></body></html>")


def _reports(rng: Random) -> Iterator[Made]:
    for kind, template in enumerate(templates()["reports"]):
        for number in range(PER_TEMPLATE):
            yield _made(f"template/{kind}/{number}", filled(template, rng), rng)


def _boilerplate(articles: list[Article], rng: Random) -> Iterator[Made]:
    """Short articles by twos, the same long paragraph under both."""
    boilerplates = templates()["boilerplates"]
    for number, article in enumerate(articles[:: max(1, len(articles) // 60)]):
        shared = " ".join(boilerplates[number // 2 % len(boilerplates)].split())
        text = "\n\n".join((*_opening(article, MAX_WORDS), shared))
        yield _made(f"boilerplate/{number}", text, rng)


def _opening(article: Article, words: int) -> Iterator[str]:
    for paragraph in article.paragraphs:
        yield paragraph
        if (words := words - len(paragraph.split())) < 0:
            return


def _flashes(articles: list[Article], rng: Random) -> Iterator[Made]:
    """A short notice with two quotations of a long story; the story is in the set already."""
    for number, article in enumerate(articles):
        quoted = [a or b for a, b in QUOTATION.findall("\n".join(article.paragraphs))]
        if len(quoted) >= 2:
            told = [f'"{said}" a person close to the matter said.' for said in quoted[:2]]
            yield _made(f"flash/{number}", filled(templates()["notice"].format(*told), rng), rng)


def _roundups(sources: list[Original], rng: Random) -> Iterator[Made]:
    """Two or three whole articles of the set, of about the same length, on one page."""
    usable = [page.article for page in sources if page.article and len(page.article.paragraphs) > 3]
    usable.sort(key=lambda article: len(" ".join(article.paragraphs)))
    for number, first in enumerate(range(0, len(usable) - 3, 30)):
        some = usable[first : first + rng.choice([2, 2, 3])]
        text = "\n\n".join(p for article in some for p in article.paragraphs)
        yield _made(f"roundup/{number}", text, rng)
