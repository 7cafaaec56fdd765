"""The guard: no prose goes where too much of the article would."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cleaner.document.article import Article
from cleaner.document.finding import Finding, Sureness
from cleaner.residue import kinds

GUARD, CERTAIN_GUARD = 0.5, 0.8
"""Shares of the words that may go with prose, without certain evidence and with it."""


def guarded_of(article: Article, goes: list[Finding]) -> set[int]:
    """Identities of findings that the guard undoes: those over prose, too much of it."""
    prose = [f for f in goes if f.block.is_prose]
    surely = _counts(f for f in goes if f.sureness is Sureness.CERTAIN)
    maybe = _counts(f for f in goes if f.sureness is not Sureness.CERTAIN)
    total = sum(len(b.words) for b in article)
    left = total - sum(surely.values())
    going = sum(n for index, n in maybe.items() if index not in surely)
    undone = {id(f) for f in prose if f.sureness is not Sureness.CERTAIN and going > GUARD * left}
    return undone | _certainly_too_much(prose, total)


def _certainly_too_much(prose: list[Finding], total: int) -> set[int]:
    """The same of certain ones; what somebody wrote for the site is obeyed."""
    found = [f for f in prose if f.sureness is Sureness.CERTAIN and not kinds()[f.kind].is_of_site]
    too_much = sum(_counts(found).values()) > CERTAIN_GUARD * total
    return set(map(id, found)) if too_much else set()


def _counts(findings: Iterable[Finding]) -> dict[int, int]:
    counts: dict[int, int] = defaultdict(int)
    for f in findings:
        share = (f.end - f.start) / max(1, len(f.block.text))
        counts[f.block.index] = max(counts[f.block.index], round(share * len(f.block.words)))
    return counts
