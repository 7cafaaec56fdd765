"""The wordings of a language, and what fills their gaps."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.synthetic.modern.page import Block, Role

FOLDER = Path(__file__).with_name("wordings")
ROLES: dict[str, Role] = {
    "#": "heading",
    "-": "item",
    "@": "link",
    "~": "small",
    "=": "row",
    "^": "caption",
}
GAP = re.compile(r"\{(\w+)\}")


@cache
def wordings(language: str) -> dict[str, Any]:
    """The wordings of a language."""
    text = (FOLDER / f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def languages() -> list[str]:
    """All languages with wordings, English first."""
    return sorted((f.stem for f in FOLDER.glob("*.toml")), key=lambda name: (name != "en", name))


class Filler:
    """Fills the gaps of a page's wordings; names of lists give each of their values once."""

    def __init__(self, language: str, rng: random.Random, sentences: list[str]) -> None:
        self.words = wordings(language)
        self.rng = rng
        self.sentences = sentences
        self.site = rng.choice(self.words["sites"])
        self.author = rng.choice(self.words["authors"])
        self.date = rng.choice(self.words["dates"])
        asset = rng.choice(self.words["assets"])
        self.asset, _, self.ticker = asset.partition("|")
        self.price = rng.choice((rng.uniform(0.1, 9), rng.uniform(20, 900), rng.uniform(9e3, 9e4)))
        self._bags: dict[str, list[str]] = {}

    def fill(self, text: str) -> str:
        """The text without gaps."""
        return GAP.sub(lambda gap: self._value(gap[1]), text)

    def blocks(self, kind: str) -> tuple[Block, ...]:
        """One of the kind's wordings as blocks."""
        variant: list[str] = self.rng.choice(self.words["kinds"][kind])
        return tuple(block for line in variant if (block := self._block(kind, line)) is not None)

    def take(self, name: str) -> str:
        """A value of that list which was not taken yet, where one is left."""
        bag = self._bags.get(name)
        if not bag:
            bag = self._bags[name] = list(self.words[name])
            self.rng.shuffle(bag)
        return bag.pop()

    def _block(self, kind: str, line: str) -> Block | None:
        mark, text = (line[0], line[2:]) if line[1:2] == " " else ("", line)
        if mark not in ROLES:
            mark, text = "", line
        if "{s}" in text and not self.sentences:
            return None
        parts = tuple(self.fill(part.strip()) for part in text.split("|"))
        return Block(parts, ROLES.get(mark, "p"), kind)

    def _value(self, name: str) -> str:
        if name in ("site", "author", "date", "asset", "ticker"):
            return str(getattr(self, name))
        if name == "s":
            return self.sentences.pop(0)
        if name in NUMBERS:
            return self._number(NUMBERS[name](self))
        if name in COUNTS:
            return str(self.rng.randint(*COUNTS[name]))
        return self.take(LISTS.get(name, name)).partition("|")[0]

    def _number(self, value: float) -> str:
        digits = f"{value:,.2f}" if value < 1000 or self.rng.random() < 0.6 else f"{value:,.0f}"
        if self.words["decimal"] == ".":
            return digits
        group = self.words.get("thousands", ".")
        return digits.translate(str.maketrans({".": self.words["decimal"], ",": group}))


NUMBERS: dict[str, Callable[[Filler], float]] = {
    "price": lambda f: f.price,
    "close": lambda f: f.price * f.rng.uniform(0.96, 1.04),
    "low": lambda f: f.price * f.rng.uniform(0.9, 0.98),
    "high": lambda f: f.price * f.rng.uniform(1.02, 1.1),
    "pct": lambda f: f.rng.uniform(0.1, 9),
    "big": lambda f: f.rng.uniform(1, 99),
}
LISTS = {"tag": "topics", "other": "headlines", "person": "authors"}
COUNTS = {"n": (2, 9), "nn": (11, 99), "nnn": (101, 999), "clock": (10, 59)}
