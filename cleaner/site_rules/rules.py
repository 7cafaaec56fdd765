"""SiteRules: what was read of files of rules, and which of it a host has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cleaner.site_rules.hosts import ANY, ascii_host, suffixes
from cleaner.site_rules.selector import Selector
from cleaner.site_rules.wording import Wording

if TYPE_CHECKING:
    from cleaner.site_rules.on_page import OnPage

SELECTORS = ("title", "body", "strip", "keep")
"""Keys whose values are selectors."""
TEXTS = ("strip-text", "keep-text")
"""Keys whose values are lines of text."""
_SHOWN = 100


class RulesError(ValueError):
    """A file of rules that cannot be used; each line of the message is `name:line: what`."""

    def __init__(self, problems: Iterable[str]) -> None:
        """Take all that is wrong, in the order of the file."""
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class Rule:
    """One value of a file of rules: what it does, what it says, where it stands."""

    key: str
    written: str
    file: str
    line: int

    def __str__(self) -> str:
        """As it is named in findings and notes."""
        return f"the rule {self.said} of {self.file}, line {self.line}"

    @property
    def said(self) -> str:
        """Its key and what it says, or the beginning of that."""
        said = self.written if len(self.written) <= _SHOWN else self.written[:_SHOWN] + "…"
        return f"{self.key} “{said}”"

    @cached_property
    def selector(self) -> Selector:
        """Its selector, compiled once a process. Raises SelectorError."""
        return Selector(self.written)

    @cached_property
    def wording(self) -> Wording:
        """Its line of text, ready to be compared. Raises ValueError where it has no letter."""
        return Wording(self.written)

    def __getstate__(self) -> dict[str, object]:
        """Rules cross processes; what was compiled is made again there."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True)
class Site:
    """The rules of one `[[site]]`, and the hosts that it is for."""

    hosts: tuple[str, ...]
    rules: tuple[Rule, ...]
    subdomains: bool = True

    def fits(self, host: str, exact: str) -> bool:
        """Whether it is for a host, or for one above a host that is `exact`."""
        return host in self.hosts and (self.subdomains or host == exact)


@dataclass(frozen=True)
class SiteRules:
    """The rules of one file or several, in order; may be pickled and shared between threads."""

    sites: tuple[Site, ...]

    @classmethod
    def read(cls, *paths: str | Path) -> SiteRules:
        """The rules of files, the first before the second. Raises RulesError with all problems."""
        sites: list[Site] = []
        problems: list[str] = []
        for path in paths:
            try:
                sites += cls.from_text(_text_of(path), str(path)).sites
            except RulesError as error:
                problems += error.problems
        if problems:
            raise RulesError(problems)
        return cls(tuple(sites))

    @classmethod
    def from_text(cls, text: str, name: str = "rules") -> SiteRules:
        """The rules of a TOML text; name: how errors and reasons call it. Raises RulesError."""
        from cleaner.site_rules.read import sites_of

        return cls(sites_of(text, name))

    @cached_property
    def _by_host(self) -> dict[str, list[Site]]:
        index: dict[str, list[Site]] = {}
        for site in self.sites:
            for host in site.hosts:
                index.setdefault(host, []).append(site)
        return index

    def of(self, host: str) -> tuple[Rule, ...]:
        """The rules of all sites that a host fits, those of the most specific first.

        host: may be empty, where none is known; then the rules for every page are left.
        """
        exact = ascii_host(host)
        sites = (
            site
            for at in (*suffixes(exact), ANY)
            for site in sorted(self._by_host.get(at, ()), key=lambda site: site.subdomains)
            if at == ANY or site.fits(at, exact)
        )
        return tuple(rule for site in dict.fromkeys(sites) for rule in site.rules)

    def on(self, host: str) -> OnPage | None:
        """The rules at work on one page of a host; None where no site fits."""
        from cleaner.site_rules.on_page import OnPage

        rules = self.of(host)
        return OnPage(rules) if rules else None

    @property
    def digest(self) -> str:
        """Sixteen characters that are the same for the same rules, wherever they stand."""
        return hashlib.sha256(repr(list(self._plain())).encode()).hexdigest()[:16]

    def _plain(self) -> Iterator[object]:
        for site in self.sites:
            yield site.hosts, site.subdomains, [(r.key, r.written) for r in site.rules]

    def __getstate__(self) -> dict[str, object]:
        """Rules cross processes; the index is made again there."""
        return {"sites": self.sites}


def _text_of(path: str | Path) -> str:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise RulesError([f"{path}: cannot be read: {error.strerror}"]) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RulesError([f"{path}:{line}: not UTF-8"]) from error
