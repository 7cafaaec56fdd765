"""The guard: no prose goes where too much of the article would."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cleaner.document.article import Article
from cleaner.document.finding import Finding, Sureness

GUARD, CERTAIN_GUARD = 0.5, 0.8
"""Shares of the words that may go with prose, without certain evidence and with it."""


def guarded_of(article: Article, goes: list[Finding]) -> set[int]:
    """Identities of findings that the guard undoes: those over prose, too much of it.

    Certain ones go where likely ones would not, but not with most of what the article has.
    """
    surely = _counts(f for f in goes if f.sureness is Sureness.CERTAIN)
    maybe = _counts(f for f in goes if f.sureness is not Sureness.CERTAIN)
    total = sum(len(b.words) for b in article)
    left = total - sum(surely.values())
    going = sum(n for index, n in maybe.items() if index not in surely)
    undone = {Sureness.LIKELY, Sureness.POSSIBLE} if going > GUARD * left else set()
    prose = {b.index for b in article if b.is_prose}
    if sum(n for index, n in surely.items() if index in prose) > CERTAIN_GUARD * total:
        undone.add(Sureness.CERTAIN)
    return {id(f) for f in goes if f.sureness in undone and f.block.is_prose}


def _counts(findings: Iterable[Finding]) -> dict[int, int]:
    counts: dict[int, int] = defaultdict(int)
    for f in findings:
        share = (f.end - f.start) / max(1, len(f.block.text))
        counts[f.block.index] = max(counts[f.block.index], round(share * len(f.block.words)))
    return counts
