"""New pages of old ones: one page's article in another's frame, with a third one's furniture.

The truth of a made page is known to the word: it is what was carried over. All pages of which
one is made are of sites of the same fold.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from lxml import html

from benchmarks.common import datasets
from benchmarks.common.folds import fold_of, site_of
from cleaner.reading.lines import Source
from cleaner.reading.page import parse
from cleaner.text.language import detect
from cleaner.text.words import match_key
from training.recombining import furniture, head
from training.recombining.article import Article, article_of
from training.recombining.frame import frame_of
from training.recombining.labelled import Labelled
from training.recombining.shapes import Made, varied

SETS = ("wcxb-dev-articles", "newer-articles", "readability-articles")
LOOSE = "magic"
"""Of ids of pages whose truth holds bylines and notes of editors."""
SAME_LANGUAGE = 0.85
"""Chance that a page of the same language is asked for."""
TRIES = 200
"""Failures in a row after which pages are given up."""
Page = dict[str, Any]


def sources() -> list[Page]:
    """The pages of ../shared with a truth that is not known to be wrong."""
    notes = tomllib.loads((Path(__file__).parent / "truth_notes.toml").read_text(encoding="utf-8"))
    return [
        page
        for name in SETS
        for page in datasets.read(name)
        if page["id"] not in notes.get(name, {}) and not str(page["id"]).startswith(LOOSE)
    ]


def recombined(pages: Sequence[Page], count: int, seed: int) -> Iterator[Page]:
    """Make pages: `id url language title truth html shape site sites`.

    pages: with `id url truth html`, and maybe `title`, `site` and `deck`. The same pages and seed
    make the same pages. Raises ValueError where the pages do not suffice.
    """
    maker = _Maker(pages, Random(seed))
    failures = made = 0
    while made < count:
        page = maker.page()
        if page is not None:
            yield page | {"id": f"recombined-{seed}-{made}"}
            made += 1
        failures = 0 if page else failures + 1
        if failures > TRIES:
            raise ValueError("too few pages with an article, of three sites of a fold")


class _Maker:
    """Draws pages, and remembers the labels of those it has read."""

    def __init__(self, pages: Sequence[Page], rng: Random) -> None:
        self.pages = [_addressed(page) for page in pages]
        self.rng = rng
        self.known: dict[int, Sequence[bool | None] | None] = {}
        self.languages = [detect(page["truth"][:2000]) or "" for page in self.pages]
        self.sites = [site_of(page) for page in self.pages]
        self.folds: dict[int, list[int]] = defaultdict(list)
        for number, site in enumerate(self.sites):
            self.folds[fold_of(site)].append(number)

    def page(self) -> Page | None:
        """A page; None where the pages that were drawn do not fit."""
        numbers = self._drawn()
        read = [self._read(number) for number in numbers]
        own, frame, other = (*read, None, None, None)[:3]
        if own is None or frame is None or other is None:
            return None
        title, url = own.title, own.page["url"]
        language = own.tree.get("lang")
        article = article_of(own)
        made = article and self._put_together(article, frame, title)
        if not article or made is None:
            return None
        shape = ["frame", *self._furnish(made, other), *varied(made)]
        head.rewrite(made.tree, title, url, language)
        sites = [self.sites[number] for number in numbers]
        page = {
            "url": url,
            "language": self.languages[numbers[0]],
            "title": title,
            "truth": "\n".join(article.lines),
            "html": "<!DOCTYPE html>\n" + html.tostring(made.tree, encoding="unicode"),
            "shape": "+".join(shape),
            "site": sites[0],
            "sites": sites,
        }
        return page if holds(page) else None

    def _drawn(self) -> list[int]:
        """Numbers of three pages of three sites of a fold, or fewer where there are none."""
        drawn = [self.rng.randrange(len(self.pages))]
        own = drawn[0]
        fold = self.folds[fold_of(self.sites[own])]
        for _ in range(2):
            taken = {self.sites[number] for number in drawn}
            free = [number for number in fold if self.sites[number] not in taken]
            near = [number for number in free if self.languages[number] == self.languages[own]]
            chosen = near if near and self.rng.random() < SAME_LANGUAGE else free
            if not chosen:
                return drawn
            drawn.append(self.rng.choice(chosen))
        return drawn

    def _read(self, number: int) -> Labelled | None:
        """A page that is parsed anew; None where its truth is of no use."""
        if number in self.known and self.known[number] is None:
            return None
        read = Labelled(self.pages[number], self.known.get(number))
        if number not in self.known:
            self.known[number] = read.verdicts if read.is_usable else None
        return read if self.known[number] is not None else None

    def _put_together(self, article: Article, page: Labelled, title: str) -> Made | None:
        frame = frame_of(page, title)
        if frame is None or not article.blocks:
            return None
        frame.fill(article.blocks)
        return Made(frame.tree, frame.container, article.blocks, self.rng)

    def _furnish(self, made: Made, other: Labelled) -> list[str]:
        parts = furniture.furniture_of(other, self.rng)
        furniture.put(parts, made.blocks, made.container, self.rng)
        return ["cards"] if parts else []


def _addressed(page: Page) -> Page:
    """A page with an address that names its site, if only by its id."""
    return page if page.get("url") else page | {"url": f"https://{page.get('site') or page['id']}/"}


def holds(page: Page) -> bool:
    """Whether each line of the truth is seen in the page, in lines that stand together."""
    seen = "".join(line.key for line in Source(parse(page["html"])).lines)
    return all(match_key(line) in seen for line in page["truth"].split("\n"))
