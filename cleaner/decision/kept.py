"""Findings that are not carried out because a kind, a rule or the guard keeps their lines."""

from __future__ import annotations

from collections.abc import Iterable, Set

from cleaner.document.article import Article
from cleaner.document.finding import Action, Finding
from cleaner.residue import kinds


def held_back(findings: Iterable[Finding], keep: Set[str]) -> set[int]:
    """Identities of findings of kinds that never go, and of those without a name on their lines."""
    of_kinds = [f for f in findings if f.kind in keep]
    lines = {f.block.index for f in of_kinds if f.is_whole}
    unnamed = (f for f in findings if f.block.index in lines and kinds()[f.kind].is_unnamed)
    return {id(f) for f in (*of_kinds, *unnamed)}


def why_kept(f: Finding, article: Article, held: Set[int]) -> Action:
    """What is done about a finding that does not go. held: identities of those that are kept."""
    return Action.KEPT if id(f) in held or article.kept_by(f.block) else Action.DOUBTFUL


def named(f: Finding, article: Article) -> Finding:
    """The finding, with the rule of the site that overruled it."""
    rule = article.kept_by(f.block)
    if not rule:
        return f
    f = f.explained()
    return f.but(because=f"{f.because}; kept by {rule}")
