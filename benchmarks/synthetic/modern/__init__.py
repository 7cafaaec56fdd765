"""Reposts as sites of 2024 to 2026 show them, worded without a look at the residue lists."""

from __future__ import annotations

import random

from benchmarks.synthetic.modern.body import Story, dressed, stories
from benchmarks.synthetic.modern.groups import Builder, chosen
from benchmarks.synthetic.modern.page import (
    HTML_SHAPES,
    TEXT_SHAPES,
    Group,
    ModernPage,
    filled,
    says,
    without,
)
from benchmarks.synthetic.modern.shapes import source
from benchmarks.synthetic.modern.words import Filler, languages

SHAPES = (*HTML_SHAPES, *TEXT_SHAPES)
MODERN = 0.25
"""The share of pages whose article is certainly one of those written for these pages."""


def make(count: int, seed: int) -> list[ModernPage]:
    """Pages, the same for the same seed; every second one is English."""
    others = [language for language in languages() if language != "en"]
    rng = random.Random(seed)
    shapes = rng.sample(SHAPES, len(SHAPES))
    return [
        _page(
            "en" if n % 2 == 0 else others[n // 2 % len(others)],
            shapes[(n + n // (2 * len(SHAPES))) % len(SHAPES)],
            random.Random(f"{seed} {n}"),
        )
        for n in range(count)
    ]


def _page(language: str, shape: str, rng: random.Random) -> ModernPage:
    stock = stories(language)
    modern = [s for s in stock if s.points]
    picked = rng.choice(modern if modern and rng.random() < MODERN else stock)
    others = [s for s in stock if s is not picked]
    filler = Filler(language, rng, [])
    story = dressed(picked, rng, filler.words["subheads"])
    filler.sentences = _points(story, rng)
    builder = Builder(filler, others)
    kinds = chosen(rng)
    page = ModernPage(
        language=language,
        title=story.title,
        site=filler.site,
        truth=story.truth,
        shape=shape,
        head=[builder.group(kind) for kind in kinds["head"]],
        body=builder.middle(story, kinds["middle"]),
        foot=[builder.group(kind) for kind in kinds["foot"]],
        menu=_some(filler.words["menu"], story.truth, rng),
        footer=_some(filler.words["footer"], story.truth, rng),
    )
    if shape == "endless":
        page.foot.append(builder.other_article())
    page.head, page.foot = (_clean(groups, page.truth) for groups in (page.head, page.foot))
    page.body = filled(g if not g.kind else without(g, page.truth) for g in page.body)
    page.source = source(page, rng)
    return page


def _clean(groups: list[Group], truth: str) -> list[Group]:
    return filled(without(group, truth) for group in groups)


def _points(story: Story, rng: random.Random) -> list[str]:
    """What a summary says: someone's own words of the article, or its sentences."""
    if story.points and rng.random() < 0.5:
        return list(story.points)
    found = story.sentences()
    return [s for n, s in enumerate(found) if n < 2 or rng.random() < 0.5]


def _some(lines: list[str], truth: str, rng: random.Random) -> list[str]:
    keep = set(rng.sample(range(len(lines)), rng.randint(6, len(lines))))
    return [line for n, line in enumerate(lines) if n in keep and not says(truth, line)]
