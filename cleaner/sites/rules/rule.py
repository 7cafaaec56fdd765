"""Rule and Site: one value of a file of rules, and the hosts that it is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cleaner.sites.rules.selector import Selector
from cleaner.sites.rules.wording import Wording

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
