"""How near an output comes to a repost's truth: words, exact matches, what leaked, what is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean
from typing import Protocol

from benchmarks.common import systems
from benchmarks.common.datasets import bag_scores

UNSPACED = ("zh", "zh-hant", "ja")
INVISIBLE = str.maketrans("", "", "\u200b\u200c\u200d\u2060\ufeff\u00ad")
MIN_LETTERS = 14  # of a snippet; a shorter one has leaked only where it fills a line


class Page(Protocol):
    """A page that was made, with its truth and what of it must go."""

    language: str
    title: str
    truth: str
    shape: str
    source: str

    @property
    def is_html(self) -> bool: ...

    def residue(self) -> Iterator[tuple[str, str]]: ...


@dataclass(frozen=True)
class Score:
    """One system on one page."""

    page: Page
    precision: float
    recall: float
    f1: float
    exact: bool
    leaked: tuple[tuple[str, str], ...]
    lost: tuple[str, ...]


def words(text: str, language: str) -> Counter[str]:
    """The multiset of words; of letters where the language writes no spaces.

    >>> sorted(words("Rain, rain", "en").items())
    [('rain', 2)]
    """
    pattern = r"\w" if language in UNSPACED else r"\w+"
    return Counter(re.findall(pattern, text.translate(INVISIBLE).lower()))


def score(page: Page, output: str) -> Score:
    got, want = words(output, page.language), words(page.truth, page.language)
    f1, precision, recall = bag_scores(want, got)
    return Score(
        page, precision, recall, f1, got == want, _leaked(page, output), _lost(page, output)
    )


def mean(scores: Iterable[Score], name: str) -> float:
    """The page mean of that measure."""
    return fmean(values) if (values := [getattr(s, name) for s in scores]) else float("nan")


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text.translate(INVISIBLE).lower()))


def _leaked(page: Page, output: str) -> tuple[tuple[str, str], ...]:
    out, truth = _letters(output), _letters(page.truth)
    lines = Counter(map(_letters, output.splitlines()))
    own = Counter(map(_letters, page.truth.splitlines()))

    def leaks(snippet: str) -> bool:
        bare = _letters(snippet)
        if len(bare) * (2 if page.language in (*UNSPACED, "ko") else 1) < MIN_LETTERS:
            return bool(bare) and lines[bare] > own[bare]
        return out.count(bare) > truth.count(bare)

    return tuple(dict.fromkeys(pair for pair in page.residue() if leaks(pair[1])))


def _lost(page: Page, output: str) -> tuple[str, ...]:
    out = _letters(output)
    return tuple(line for line in page.truth.splitlines() if _letters(line) not in out)


def text_of(system: str, page: Page) -> str:
    """What a system leaves of a page; only the cleaner reads scraped text, others leave it."""
    if not system.startswith("cleaner") and not page.is_html:
        return page.source
    return systems.text_of(system, {"html": page.source})
