"""How near an output comes to a repost's truth: words, exact matches, what leaked, what is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import fmean

from benchmarks.synthetic.reposts.page import Repost

UNSPACED = ("zh", "zh-hant", "ja")
INVISIBLE = str.maketrans("", "", "\u200b\u200c\u200d\u2060\ufeff\u00ad")
SHORT = 14  # letters below which a snippet counts as leaked only where it fills a line
System = Callable[[Repost], str]


@dataclass(frozen=True)
class Score:
    """One system on one page."""

    page: Repost
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


def score(page: Repost, output: str) -> Score:
    got, want = words(output, page.language), words(page.truth, page.language)
    common = sum((got & want).values())
    precision = common / sum(got.values()) if got else 0.0
    recall = common / sum(want.values())
    f1 = 2 * precision * recall / (precision + recall) if common else 0.0
    return Score(
        page, precision, recall, f1, got == want, _leaked(page, output), _lost(page, output)
    )


def mean(scores: Iterable[Score], name: str) -> float:
    """The page mean of that measure."""
    return fmean(values) if (values := [getattr(s, name) for s in scores]) else float("nan")


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text.translate(INVISIBLE).lower()))


def _leaked(page: Repost, output: str) -> tuple[tuple[str, str], ...]:
    out, truth = _letters(output), _letters(page.truth)
    lines = Counter(map(_letters, output.splitlines()))
    own = Counter(map(_letters, page.truth.splitlines()))

    def leaks(snippet: str) -> bool:
        bare = _letters(snippet)
        if len(bare) * (2 if page.language in (*UNSPACED, "ko") else 1) < SHORT:
            return bool(bare) and lines[bare] > own[bare]
        return out.count(bare) > truth.count(bare)

    return tuple(dict.fromkeys(pair for pair in page.residue() if leaks(pair[1])))


def _lost(page: Repost, output: str) -> tuple[str, ...]:
    out = _letters(output)
    return tuple(line for line in page.truth.splitlines() if _letters(line) not in out)


def trafilatura(page: Repost, **options: bool) -> str:
    """What trafilatura extracts; scraped text stays as it is, for it reads pages only."""
    from trafilatura import extract

    if not page.is_html:
        return page.source
    return extract(page.source, include_comments=False, **options) or ""


def cleaner(page: Repost) -> str:
    """What this project makes of the page's source."""
    from cleaner import clean

    return clean(page.source).text


SYSTEMS: dict[str, System] = {
    "cleaner": cleaner,
    "trafilatura": trafilatura,
    "precision": lambda page: trafilatura(page, favor_precision=True),
}
