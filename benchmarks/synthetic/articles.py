"""Articles: the project's own in sixteen languages, and clean English ones of the datasets."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common import datasets
from cleaner.reading.mojibake import read_once

OWN = Path(__file__).with_name("article_texts")
DATASETS = ("wcxb-dev-articles", "readability-articles")
WORDS = tomllib.loads(Path(__file__).with_name("doubtful.toml").read_text(encoding="utf-8"))
DOUBTFUL = re.compile("|".join(WORDS["english"]), re.I | re.M)
DOUBTFUL_ELSEWHERE: list[str] = WORDS["others"]
MAX_LINES = 32
ENGLISH = {"the", "of", "and", "to", "in", "a", "that", "is", "for", "on", "with", "was"}
END = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True)
class Article:
    """A headline and the paragraphs under it."""

    language: str
    title: str
    paragraphs: tuple[str, ...]


def own_articles() -> Iterator[Article]:
    """The project's own articles: article_texts/LANGUAGE.toml."""
    for path in sorted(OWN.glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["article"]:
            yield Article(path.stem, entry["title"], tuple(entry["paragraphs"]))


def dataset_articles() -> Iterator[Article]:
    """Clean English prose among the truths of the datasets; nothing where one is missing."""
    for name in DATASETS:
        if not datasets.path(name).exists():
            print(f"{datasets.path(name)} is missing, going on without it", file=sys.stderr)
            continue
        pages = datasets.read(name)
        truths = ((page["title"], read_once(page["truth"])) for page in pages)  # as pages are
        yield from filter(None, (_clean(title, truth) for title, truth in truths))


def _clean(title: str | None, truth: str) -> Article | None:
    lines = [" ".join(line.split()) for line in truth.split("\n") if line.strip()]
    if lines and title and is_title(lines[0], title):
        lines = lines[1:]
    prose = _opening(lines)[:MAX_LINES]
    while prose and not _is_sentence(prose[-1]):
        prose.pop()
    if not title or not _is_prose(prose):
        return None
    return Article("en", headline(title), tuple(prose))


def _opening(lines: list[str]) -> list[str]:
    """The lines from the article's beginning on that are certainly its own."""
    prose: list[str] = []
    for place, line in enumerate(lines):
        if DOUBTFUL.search(line) or line in prose:
            if prose or place > 2:
                break
        elif prose or _is_sentence(line):
            prose.append(line)
    return prose


def _is_sentence(line: str) -> bool:
    return bool(END.search(line)) and len(line.split()) >= 15


def _is_prose(lines: list[str]) -> bool:
    lengths = [len(line.split()) for line in lines]
    short = sum(n < 8 for n in lengths)
    return (
        sum(n >= 20 for n in lengths) >= 6
        and short <= max(1, len(lines) // 6)
        and max(lengths) < 250
        and _is_english(lines)
    )


def _is_english(lines: list[str]) -> bool:
    words = " ".join(lines).lower().split()
    return sum(word in ENGLISH for word in words) > 0.15 * len(words)


def headline(title: str) -> str:
    """The title without the site's name at its end."""
    return re.split(r"\s+[|–—·»]\s+(?=[^|–—·»]{2,30}$)", title)[0].strip()


def is_title(line: str, title: str) -> bool:
    """Whether a line says the title, or a part of it."""
    bare, other = (re.sub(r"\W+", "", text).lower() for text in (line, title))
    return bool(bare) and (bare in other or other in bare)
