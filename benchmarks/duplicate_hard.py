"""Pages that are alike and are no copies: templates, boilerplate, quotations, round-ups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from random import Random

from duplicate_pages import Made, Original
from duplicate_templates import BOILERPLATES, NEWS, TEMPLATES, filled
from repost_articles import Article

QUOTATION = re.compile(r"“([^“”\"]{60,250})”|(?:^|\s)\"([A-Z][^“”\"]{60,250})\"(?:\s|$)", re.M)
OF_ONE_TEMPLATE = 6
SHORT = 160  # words of an article beside its boilerplate


def hard(sources: list[Original], others: list[Original], seed: int) -> Iterator[Made]:
    """All of them, from these pages and from others that are not in the set.

    Each tells in its id what it is.
    """
    rng = Random(f"{seed}/hard")
    yield from _reports(rng)
    yield from _boilerplate(_english(others), rng)
    yield from _flashes(_english(sources), rng)
    yield from _roundups(sources, rng)


def _english(sources: list[Original]) -> list[Article]:
    return [page.article for page in sources if page.article and page.article.language == "en"]


def _made(name: str, text: str, rng: Random) -> Made:
    """As a page or as text, by turns of the dice."""
    url = f"https://{name.partition('/')[0]}.example/{name}"
    if rng.random() < 0.4:
        return Made(name, url, text, is_html=False)
    body = "".join(f"<p>{escape(p)}</p>\n" for p in text.split("\n\n"))
    head = f"<!DOCTYPE html>\n<html><head><title>{escape(name)}</title></head>\n"
    return Made(name, url, f"{head}<body><article>{body}</article></body></html>")


def _reports(rng: Random) -> Iterator[Made]:
    for kind, template in enumerate(TEMPLATES):
        for number in range(OF_ONE_TEMPLATE):
            yield _made(f"template/{kind}/{number}", filled(template, rng), rng)


def _boilerplate(articles: list[Article], rng: Random) -> Iterator[Made]:
    """Short articles by twos, the same long paragraph under both."""
    for number, article in enumerate(articles[:: max(1, len(articles) // 60)]):
        shared = " ".join(BOILERPLATES[number // 2 % len(BOILERPLATES)].split())
        text = "\n\n".join((*_opening(article, SHORT), shared))
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
            yield _made(f"flash/{number}", filled(NEWS.format(*told), rng), rng)


def _roundups(sources: list[Original], rng: Random) -> Iterator[Made]:
    """Two or three whole articles of the set, of about the same length, on one page."""
    usable = [page.article for page in sources if page.article and len(page.article.paragraphs) > 3]
    usable.sort(key=lambda article: len(" ".join(article.paragraphs)))
    for number, first in enumerate(range(0, len(usable) - 3, 30)):
        some = usable[first : first + rng.choice([2, 2, 3])]
        text = "\n\n".join(p for article in some for p in article.paragraphs)
        yield _made(f"roundup/{number}", text, rng)
