"""SiteRules: what was read of files of rules, and which of it a host has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cleaner.sites.rules.hosts import ANY, ascii_host, suffixes
from cleaner.sites.rules.read import sites_of
from cleaner.sites.rules.rule import Rule, RulesError, Site


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
