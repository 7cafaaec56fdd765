"""Which of a page's lines belong to other stories: sections under a heading, runs of cards.

All visible lines are looked at, extracted or not, and no class names: a single excerpt that an
extractor took for the article stands on the page among its cards, below their heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from cleaner.signals.card_tally import Run
from cleaner.signals.line_roles import Part, parts_of
from cleaner.signals.line_tree import LineTree, PageLine, grow
from cleaner.signals.page_body import Body, body_of
from cleaner.signals.page_cards import card_runs
from cleaner.signals.page_sections import sections

Sureness = Literal["strong", "weak"]


class Reason(NamedTuple):
    """Why a line belongs to another story, and how sure that is."""

    why: str
    sure: Sureness


class Span(NamedTuple):
    """Lines from first up to end, all for one reason."""

    first: int
    end: int
    reason: Reason


def other_stories(lines: Sequence[PageLine], title: str) -> dict[int, Reason]:
    """The lines of other stories, by their numbers.

    lines: all visible lines of a page, in order. title: of its article.
    """
    tree = grow(lines)
    parts = parts_of(lines, tree, title)
    runs = list(card_runs(parts, tree))
    body = body_of(parts, tree, runs)
    spans = [*_of_runs(parts, runs, body), *_of_sections(parts, tree, body)]
    return {lines[i].number: reason for i, reason in _painted(spans)}


def _of_runs(parts: Sequence[Part], runs: Iterable[Run], body: Body) -> Iterator[Span]:
    for run in runs:
        if sure := _sureness(run, parts, body):
            strong = "with times or sources" if run.strong >= 2 else "of links"
            yield Span(run.first, run.end, Reason(f"one of {run.cards} cards {strong}", sure))


def _sureness(run: Run, parts: Sequence[Part], body: Body) -> Sureness | None:
    """How sure it is that a run of cards is none of the article's own lists."""
    plain = run.strong < 2
    if plain and (run.bare == run.cards or _is_introduced(parts, run.first)):
        return None
    if run.cards == 1:
        return "weak"
    if run.words > body.words:
        return None if plain else "weak"
    if body.surrounds(run.first, run.end):
        return _inside(run)
    if plain and 2 * run.own < run.cards:
        return None
    return "strong" if not body.holds(run.first) or not plain else "weak"


def _inside(run: Run) -> Sureness | None:
    """The same for a run between the article's paragraphs."""
    strong = run.strong >= 2 and 2 * run.strong >= run.cards
    listed = not run.excerpts and run.own == run.cards and 2 * run.big > run.cards
    return "weak" if strong or listed else None


def _is_introduced(parts: Sequence[Part], first: int) -> bool:
    """Whether the line before ends in a colon."""
    if not first or parts[first - 1].linked:
        return False
    before = parts[first - 1].block
    return before.text.rstrip().endswith((":", "：")) and before.size > 2


def _of_sections(parts: Sequence[Part], tree: LineTree, body: Body) -> Iterator[Span]:
    for section in sections(parts, tree, body):
        sure: Sureness = "strong" if section.is_sure else "weak"
        reason = Reason(f"under “{parts[section.first].block.text}”", sure)
        yield Span(section.first, section.end, reason)


def _painted(spans: Iterable[Span]) -> Iterator[tuple[int, Reason]]:
    """Each line of some spans with one reason, a strong one where there is one."""
    ordered = sorted(spans, key=lambda span: (span.first, -span.end))
    ends = {"strong": 0, "weak": 0}
    reasons: dict[int, Reason] = {}
    for sure in ("strong", "weak"):
        for span in ordered:
            if span.reason.sure != sure:
                continue
            for i in range(max(span.first, ends[sure]), span.end):
                reasons.setdefault(i, span.reason)
            ends[sure] = max(ends[sure], span.end)
    yield from sorted(reasons.items())
