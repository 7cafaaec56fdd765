"""The kinds of residue: one module of `residue/` each, found by listing the folder."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.article import Article
    from cleaner.finding import Finding


@dataclass(frozen=True)
class Kind:
    """One kind of residue, as its module's docstring describes it."""

    name: str
    summary: str
    seen_as: str
    kept: str
    find: Callable[[Article], Iterable[Finding]]


def _describe(module: ModuleType) -> Kind:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    parts = [" ".join(p.split()) for p in (inspect.getdoc(module) or "").split("\n\n")]
    seen, kept = ("", "")
    for part in parts[1:]:
        before, _, kept_part = part.partition("Kept:")
        seen = before.removeprefix("Seen as:").strip() or seen
        kept = kept_part.strip() or kept
    return Kind(name, parts[0], seen, kept, module.find)


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by name, in alphabetical order."""
    modules = (import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__))
    found = (_describe(module) for module in modules if hasattr(module, "find"))
    return {kind.name: kind for kind in found}


def markdown_table() -> str:
    """The table of kinds as the README shows it."""
    rows = [f"| `{k.name}` | {k.summary} | {k.seen_as} | {k.kept} |" for k in kinds().values()]
    return "\n".join(["| kind | what it is | seen as | kept |", "|---|---|---|---|", *rows])
