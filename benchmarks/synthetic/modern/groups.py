"""The groups of a page: which kinds it has, where they stand, and their blocks."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.synthetic.modern.body import Story, first_sentence
from benchmarks.synthetic.modern.page import Block, Group
from benchmarks.synthetic.modern.words import Filler

PLACES: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("places.toml").read_text(encoding="utf-8")
)
COMMON = ("byline", "share", "related", "pointer", "newsletter", "tags", "disclaimer")
FLAT = 0.35
"""The share of groups whose blocks stand among the article's own without a container."""


def chosen(rng: random.Random) -> dict[str, list[str]]:
    """From five to eleven kinds, each in one of its places."""
    kinds = sorted({kind for place in ("head", "middle", "foot") for kind in PLACES[place]})
    weighted = sorted(kinds, key=lambda kind: rng.random() ** (2 if kind in COMMON else 1))
    found: dict[str, list[str]] = {"head": [], "middle": [], "foot": []}
    for kind in weighted[: rng.randint(5, 11)]:
        place = rng.choice([name for name in found if kind in PLACES[name]])
        found[place].append(kind)
    found["head"].sort(key=PLACES["order"].index)
    rng.shuffle(found["foot"])
    return found


class Builder:
    """Makes a page's groups with one filler."""

    def __init__(self, filler: Filler, others: list[Story]) -> None:
        self.filler, self.rng, self.others = filler, filler.rng, others

    def group(self, kind: str) -> Group:
        """A group of that kind."""
        blocks = self.filler.blocks(kind)
        if kind == "related":
            blocks = (*blocks, *self._cards())
        css = self.rng.choice(PLACES["css"][kind])
        return Group(kind, blocks, self.rng.random() < FLAT, css)

    def _cards(self) -> list[Block]:
        """Three to six cards, all in one form."""
        count, form = self.rng.randint(3, 6), self.rng.randrange(4)
        cards = [self._others() for _ in range(count)]
        return [
            block
            for title, excerpt in dict(cards).items()
            for block in self._card(title, excerpt, form)
        ]

    def _others(self) -> tuple[str, str]:
        """The title of another article, and how it begins."""
        if self.others and self.rng.random() < 0.5:
            story = self.rng.choice(self.others)
            return story.title, self._cut(first_sentence(story.blocks[0].text))
        title, _, excerpt = self.filler.take("headlines").partition("|")
        return title, excerpt

    def _cut(self, sentence: str) -> str:
        if self.rng.random() < 0.5 or len(sentence) < 30:
            return sentence
        if " " not in sentence:
            return sentence[:30] + "…"
        words = sentence.split(" ")
        return " ".join(words[: min(14, len(words) - 1)]) + self.rng.choice(("…", "...", " [...]"))

    def _card(self, title: str, excerpt: str, form: int) -> list[Block]:
        site, ago = self.filler.take("sites"), self.filler.take("ago")
        link, text = Block((title,), "link", "related"), Block((excerpt,), "p", "related")
        glue = self.rng.choice((f"{site}{ago}", f"{site} · {ago}", f"{site} | {ago}"))
        meta = Block((glue,), "small", "related")
        forms = ([link], [link, meta], [link, link, text], [link, text, meta])
        return [block for block in forms[form] if block.text]

    def pointer(self) -> str:
        """An in-text pointer as one line."""
        return self.filler.blocks("pointer")[0].text

    def middle(self, story: Story, kinds: list[str]) -> list[Group]:
        """The article's blocks with groups between them; pointers may stand within a paragraph."""
        blocks = list(story.blocks)
        between: dict[int, list[Group]] = {}
        places = _places(blocks)
        for kind in kinds:
            for _ in range(self.rng.randint(1, 3) if kind == "pointer" else 1):
                place = self.rng.choice(places)
                if kind == "pointer" and self.rng.random() < 0.5 and blocks[place - 1].role == "p":
                    blocks[place - 1] = replace(blocks[place - 1], tail=self.pointer())
                else:
                    between.setdefault(place, []).append(self.group(kind))
        found: list[Group] = []
        for place, block in enumerate(blocks):
            found += [*between.get(place, []), Group("", (block,))]
        return found

    def other_article(self) -> Group:
        """A second whole article, as endless scrolling loads it."""
        story = self.rng.choice(self.others)
        byline = [replace(b, kind="other-article") for b in self.filler.blocks("byline")]
        own = [replace(b, kind="other-article") for b in story.blocks[:10]]
        title = Block((story.title,), "heading", "other-article")
        return Group("other-article", (title, *byline, *own), css="next-article")


def _places(blocks: list[Block]) -> list[int]:
    """Between two blocks, but not under a heading, after a colon or within a list."""
    return [
        place
        for place in range(1, len(blocks))
        if blocks[place - 1].role != "heading"
        and not blocks[place - 1].text.endswith((":", "："))
        and blocks[place].role != "item"
    ]
