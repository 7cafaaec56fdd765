"""Runs of like-shaped lines, and headings of one rank over prose, go whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.document.article import Article
from cleaner.document.finding import Finding
from cleaner.residue import kinds
from cleaner.signals.heads import heads
from cleaner.signals.like_lines import runs


def of_broken_runs(article: Article, goes: Sequence[Finding]) -> set[int]:
    """Identities of findings that would take some lines of a run and leave others."""
    whole = {f.block.index for f in goes if f.is_whole}
    kept = set(_broken(article, whole)) if whole else set()
    return {id(f) for f in goes if f.block.index in kept and not kinds()[f.kind].is_of_site}


def _broken(article: Article, whole: set[int]) -> Iterator[int]:
    """Indices of the lines of runs of which some go and some stay."""
    stay = (_over_what_stays(article, found, whole) for found in heads(article))
    for run in (*runs(article.blocks), *stay):
        lines = [article.blocks[at].index for at in run]
        going = whole.intersection(lines)
        if going and len(going) < len(lines):
            yield from lines


def _over_what_stays(article: Article, found: Sequence[int], whole: set[int]) -> list[int]:
    """The headings of a group whose first paragraph stays."""
    return [at for at in found if article.blocks[at + 1].index not in whole]
