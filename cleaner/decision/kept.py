"""Findings that are not carried out because a kind, a rule or the guard keeps their lines."""

from __future__ import annotations

from collections.abc import Iterable, Set

from cleaner.document.article import Article
from cleaner.document.finding import Action, Finding
from cleaner.residue import kinds
from cleaner.signals.own_lines import own_lines


def held_back(findings: Iterable[Finding], keep: Set[str]) -> set[int]:
    """Identities of findings of kinds that never go, and of those without a name on their lines."""
    of_kinds = [f for f in findings if f.kind in keep]
    lines = {f.block.index for f in of_kinds if f.is_whole}
    unnamed = (f for f in findings if f.block.index in lines and kinds()[f.kind].is_unnamed)
    return {id(f) for f in (*of_kinds, *unnamed)}


def in_own_lists(article: Article, findings: Iterable[Finding]) -> set[int]:
    """Identities of findings over whole items of the article's own lists, whatever those say.

    A widget has the same words as a list of networks, settings or countries in a story of them.
    """
    own = own_lines(article)
    whole = (f for f in findings if f.block.index in own and f.is_whole)
    items = (f for f in whole if article.is_text or (f.block.tag == "li" and _is_worded(f)))
    return {id(f) for f in items if not kinds()[f.kind].is_of_site}


def _is_worded(f: Finding) -> bool:
    """Whether a line holds a phrase of the kind that found it."""
    return any(kind == f.kind for kind, _ in f.block.hits)


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
