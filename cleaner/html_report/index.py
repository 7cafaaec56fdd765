"""What all pages have in common: counts by kind and by site, and which pages to look at first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cleaner.html_report.palette import Look, look_of
from cleaner.html_report.view import Item, View, Words
from cleaner.text.word_count import word_count

STATES = ("stripped", "doubtful", "kept", "agreed")


@dataclass(frozen=True)
class KindCount:
    """A kind, over all pages."""

    kind: str
    look: Look
    pages: int
    pieces: int
    words: int
    doubtful: int


@dataclass(frozen=True)
class SiteCount:
    """A site, over all of its pages."""

    site: str
    pages: int
    unusable: int
    stripped: int
    doubtful: int
    confidence: float | None
    """Mean, of the pages with an article."""


def worst_first(views: Iterable[View]) -> list[View]:
    """Not read; internal fault; no article; then the least confident, with most words in doubt."""
    return sorted(views, key=_badness)


def _badness(view: View) -> tuple[object, ...]:
    cleaned = view.cleaned
    if cleaned is None:
        return (0, 0.0, 0, view.number)
    rank = 1 if cleaned.fault else 3 if view.is_article else 2
    doubt = view.words_of("doubtful") + view.words_of("kept")
    return (rank, round(cleaned.confidence, 3), -doubt, view.number)


def by_kind(views: Sequence[View]) -> list[KindCount]:
    """Counts for each kind that was found, the most frequent first."""
    items: dict[str, list[tuple[View, Item]]] = {}
    for view in views:
        for item in view.items:
            items.setdefault(item.finding.kind, []).append((view, item))
    counts = (_kind(kind, found) for kind, found in items.items())
    return sorted(counts, key=lambda c: (-c.pieces, -c.doubtful, c.kind))


def _kind(kind: str, found: Sequence[tuple[View, Item]]) -> KindCount:
    stripped = [item for _, item in found if item.state == "stripped"]
    return KindCount(
        kind,
        look_of(kind),
        len({view.number for view, _ in found}),
        len(stripped),
        sum(word_count(item.finding.text) for item in stripped),
        sum(item.state in ("doubtful", "kept") for _, item in found),
    )


def by_site(views: Sequence[View]) -> list[SiteCount]:
    """Counts for each site, those with the most unusable pages and the least confidence first."""
    sites: dict[str, list[View]] = {}
    for view in views:
        sites.setdefault(view.site, []).append(view)
    counts = [_site(site, some) for site, some in sites.items()]
    return sorted(counts, key=lambda c: (-c.unusable, c.confidence or 0.0, c.site))


def _site(site: str, views: Sequence[View]) -> SiteCount:
    sure = [v.cleaned.confidence for v in views if v.cleaned and v.is_article]
    return SiteCount(
        site,
        len(views),
        len(views) - len(sure),
        _total(views, lambda view: view.count("stripped")),
        _total(views, lambda view: view.count("doubtful") + view.count("kept")),
        sum(sure) / len(sure) if sure else None,
    )


def _total(views: Sequence[View], count: Callable[[View], int]) -> int:
    return sum(count(view) for view in views)


def total(views: Iterable[View]) -> Words:
    """The words of all pages."""
    counts = [(v.words.kept, v.words.stripped, v.words.outside) for v in views]
    return Words(*map(sum, zip(*counts, strict=True)))


def by_state(views: Sequence[View]) -> dict[str, int]:
    """How many findings had which end, without ends that none had."""
    counts = {state: sum(view.count(state) for view in views) for state in STATES}
    return {state: count for state, count in counts.items() if count}
