"""What has changed between a recorded page and what it gives now, the worst first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What sort of change it is, in the order in which changes are told."""

    LOST = "lost from the article"
    FAULT = "internal fault"
    LEAKED = "leaked into the article"
    REWORDED = "reads otherwise"
    MOVED = "moved within the article"
    TITLE = "another title"
    OUTCOME = "another outcome"
    HEALED = "leaks no longer, but is listed in known_leaks.txt"
    NEW = "stripped, and was not there before"
    GONE = "was stripped, and is not there any more"
    REASON = "stripped for another reason"
    PLACE = "stripped from another place"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return tuple(Sort).index(self)

    @property
    def of_article(self) -> bool:
        """Whether the article is another, and not only the report of what was stripped."""
        return self.rank < Sort.NEW.rank


@dataclass(frozen=True)
class Change:
    """One change: the words in question, and what they were."""

    sort: Sort
    text: str
    was: str = ""
    """What stood in its place; of a finding, its reason before."""
    note: str = ""
    """Where it stands, or why it came or went."""
    before: str = ""
    after: str = ""
    """The words around it in its line."""
    words: int = 0
    """How many words came or went."""

    def __str__(self) -> str:
        """In one line, as `lost from the article: The ferry …`."""
        return f"{self.sort}: {''.join(self.told())}"

    def told(self) -> Iterator[str]:
        """Its text with what it was and what stands around it."""
        yield f"… {self.before} [" if self.before else "[" if self.after else ""
        yield f"{self.was or 'nothing'} → {self.text or 'nothing'}" if self._turned else self.text
        yield f"] {self.after} …" if self.after else "]" if self.before else ""

    @property
    def _turned(self) -> bool:
        return self.sort in (Sort.REWORDED, Sort.TITLE, Sort.OUTCOME)
