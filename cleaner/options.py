"""Options: what a caller can say about an input and about what goes and stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, get_args

from cleaner.kinds import kinds

if TYPE_CHECKING:
    from cleaner.site_memory.memory import SiteMemory
    from cleaner.site_rules import SiteRules

SourceKind = Literal["page", "fragment", "text"]
MAX_BYTES = 32_000_000


class OptionsError(ValueError):
    """An option that cannot be: unknown kind, contradiction, size below one."""


@dataclass(frozen=True)
class Options:
    """How to clean.

    keep: kinds that are never stripped. strip: kinds that are stripped even where a finding
    is only `possible`. source_kind: "page", "fragment" or "text"; None finds out. charset: of
    bytes, as the HTTP header named it. max_bytes: larger inputs end as `no-article: too-large`.
    site_memory: what is known of the page's site, or memories by host. rules: what somebody wrote
    for sites by hand, as `SiteRules.read("rules.toml")` of `cleaner.site_rules` gives it.
    host_from_page: a page without an address is of the site that its canonical link or og:url
    names, for memories by host, too. Raises OptionsError, a ValueError, naming what is valid.
    """

    keep: Iterable[str] = frozenset()
    strip: Iterable[str] = frozenset()
    source_kind: SourceKind | None = None
    charset: str | None = None
    max_bytes: int = MAX_BYTES
    site_memory: SiteMemory | Mapping[str, SiteMemory] | None = None
    rules: SiteRules | None = None
    host_from_page: bool = False

    def __post_init__(self) -> None:
        """Check, and turn the sets of kinds into frozensets."""
        for name in ("keep", "strip"):
            object.__setattr__(self, name, _kinds(name, getattr(self, name)))
        if both := sorted(frozenset(self.keep) & frozenset(self.strip)):
            raise OptionsError(f"keep and strip both name {', '.join(both)}; choose one")
        if self.source_kind not in (None, *get_args(SourceKind)):
            valid = ", ".join(get_args(SourceKind))
            raise OptionsError(f"unknown source_kind {self.source_kind!r}; valid are: {valid}")
        if isinstance(self.rules, (str, PurePath)):
            raise OptionsError(f"rules takes SiteRules, as SiteRules.read({str(self.rules)!r})")
        if (
            isinstance(self.max_bytes, bool)
            or not isinstance(self.max_bytes, int)
            or self.max_bytes < 1
        ):
            raise OptionsError(f"max_bytes must be a whole number above 0, not {self.max_bytes!r}")


def _kinds(name: str, given: Iterable[str]) -> frozenset[str]:
    if isinstance(given, str):
        raise OptionsError(f"{name} takes a set of kinds, as {{{given!r}}}, not a string")
    named = frozenset(given)
    if unknown := sorted(named - kinds().keys()):
        valid = ", ".join(kinds())
        raise OptionsError(f"{name}: unknown kind {', '.join(unknown)}; valid are: {valid}")
    return named
