"""How one page of one language speaks: its facts, and the wordings they are put into."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.synthetic.articles import Article

DATA = Path(__file__).with_name("data.toml")
WORDINGS = Path(__file__).with_name("wordings")
LINE = " // "  # stands between two lines of one wording
UNSPACED = {"zh", "zh-hant", "ja"}
POINT_DECIMALS = {"en", "zh", "zh-hant", "ja", "ko", "ar"}
AUTHOR_KEYS = {"byline", "author_note"}


@cache
def data() -> dict[str, Any]:
    """What is alike in all languages: data.toml."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


@cache
def wordings(language: str) -> dict[str, list[str]]:
    """All wordings of a language: wordings/LANGUAGE.toml."""
    return tomllib.loads((WORDINGS / f"{language}.toml").read_text(encoding="utf-8"))


@dataclass
class Voice:
    """The wordings of one language, filled with one page's facts."""

    language: str
    rng: Random
    article: Article
    others: list[Article]
    facts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rng, code = self.rng, self.language
        host = f"{rng.choice(data()['hosts'])}.{data()['endings'].get(code, code)}"
        coin, ticker = rng.choice(data()["coins"])
        self.facts = {
            "site": self.one("sites"), "company": self.one("companies"), "city": self.one("cities"),
            "host": host, "email": f"{rng.choice(['press', 'info', 'desk', 'support'])}@{host}",
            "phone": f"{data()['calling_codes'][code]} 555 {rng.randint(1000, 9999)}",
            "handle": "@mvalley_news", "coin": coin, "ticker": ticker,
            "year": str(rng.randint(2019, 2026)), "title": self.article.title,
            "author": self.one("names"),
        }  # fmt: skip

    @property
    def space(self) -> str:
        return "" if self.language in UNSPACED else " "

    def one(self, key: str) -> str:
        return self.rng.choice(wordings(self.language)[key])

    def some(self, key: str, count: int) -> list[str]:
        words = wordings(self.language)[key]
        return self.rng.sample(words, min(count, len(words)))

    def lines(self, key: str) -> list[str]:
        """One wording of that kind, filled, as its lines."""
        names, agencies = self.some("names", 2), self.some("agencies", 2)
        if key in AUTHOR_KEYS:
            names[0] = self.facts["author"]
        tags = self.some("tags", 3)
        slots = self.facts | {
            "name": names[0], "name2": names[1], "agency": agencies[0], "agency2": agencies[-1],
            "other": self.headline(), "date": self.date(), "n": str(self.rng.randint(10000, 99999)),
            "tag1": tags[0], "tag2": tags[1], "tag3": tags[2],
        }  # fmt: skip
        return self.one(key).format_map(slots).split(LINE)

    def line(self, key: str) -> str:
        return self.space.join(self.lines(key))

    def headline(self) -> str:
        """The headline of another article."""
        if self.others and self.rng.random() < 0.4:
            return self.rng.choice(self.others).title
        return self.one("titles")

    def items(self, count: int, longest: int) -> list[tuple[str, str]]:
        """Other articles, each with its headline and so many letters of its beginning."""
        stock = zip(self.some("titles", 9), self.some("excerpts", 9) * 3, strict=False)
        told = [(a.title, self._cut(a, longest)) for a in self.others]
        pool = [*self.rng.sample(told, min(len(told), count)), *stock]
        return self.rng.sample(pool[: count + 2], min(count, len(pool)))

    def _cut(self, article: Article, longest: int) -> str:
        text = self.space.join(article.paragraphs)
        if self.language in UNSPACED:
            return text[: longest * 2 // 5].rstrip("，、 ") + "……"
        return text[:longest].rsplit(" ", 1)[0].rstrip(",;، ") + self.rng.choice(["…", "...", ""])

    def date(self) -> str:
        rng = self.rng
        day, number, hour, minute = (rng.randint(1, n) for n in (28, 12, 22, 59))
        month = wordings(self.language)["months"][number - 1]
        return self.one("dates").format(
            day=day, dd=f"{day:02}", month=month, mon=month[:3], mm=f"{number:02}",
            year=self.facts["year"], hh=f"{hour:02}", minute=f"{minute:02}",
            hour12=hour % 12 or 12, hour1=hour % 9 + 1,
        )  # fmt: skip

    def number(self, value: float, digits: int = 2) -> str:
        text = f"{value:,.{digits}f}"
        if self.language in POINT_DECIMALS:
            return text
        return text.translate(str.maketrans(",.", ".,"))
