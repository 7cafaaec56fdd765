"""The kinds of residue: one module of `residue/` each, found by listing the folder."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from cleaner.files.listing import modules_in

if TYPE_CHECKING:
    from cleaner.document.article import Article
    from cleaner.document.finding import Finding


@dataclass(frozen=True)
class Kind:
    """One kind of residue, as its module describes it: by its docstring and by constants."""

    name: str
    summary: str
    seen_as: str
    kept: str
    find: Callable[[Article], Iterable[Finding]]
    look: str
    """`LOOK`: colour and pattern in the report."""
    is_of_site: bool
    """`IS_OF_SITE`: known of the site, so it goes before all others look."""
    is_last: bool
    """`IS_LAST`: looks once, at what all others have left."""
    stands_apart: bool
    """`STANDS_APART`: a heading over it says nothing of it, and stays."""
    is_alone: bool
    """`IS_ALONE`: its doubts say nothing of other kinds', nor theirs of its own."""
    is_unnamed: bool
    """`IS_UNNAMED`: where another kind finds the same, that one owns it."""
    is_of_facts: bool
    """`IS_OF_FACTS`: an article may state the same, so that the classifier has a say in it."""


def _describe(module: ModuleType) -> Kind:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    parts = [" ".join(p.split()) for p in (inspect.getdoc(module) or "").split("\n\n")]
    seen, kept = ("", "")
    for part in parts[1:]:
        before, _, kept_part = part.partition("Kept:")
        seen = before.removeprefix("Seen as:").strip() or seen
        kept = kept_part.strip() or kept
    return Kind(
        name,
        parts[0],
        seen,
        kept,
        module.find,
        look=getattr(module, "LOOK", "grey barred"),
        is_of_site=getattr(module, "IS_OF_SITE", False),
        is_last=getattr(module, "IS_LAST", False),
        stands_apart=getattr(module, "STANDS_APART", False),
        is_alone=getattr(module, "IS_ALONE", False),
        is_unnamed=getattr(module, "IS_UNNAMED", False),
        is_of_facts=getattr(module, "IS_OF_FACTS", False),
    )


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by name, in alphabetical order."""
    found = map(_describe, modules_in(sys.modules[__name__], having="find"))
    return {kind.name: kind for kind in found}


def markdown_table() -> str:
    """The table of kinds in docs/kinds.md."""
    rows = [f"| `{k.name}` | {k.summary} | {k.seen_as} | {k.kept} |" for k in kinds().values()]
    return "\n".join(["| kind | what it is | seen as | kept |", "|---|---|---|---|", *rows])
