"""Where words of an article went, or came from: what the report says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cleaner.regressions.changes import Change, Sort
from cleaner.regressions.removals import Entry, reason, report_of
from cleaner.regressions.words import FEW
from cleaner.result import Cleaned
from cleaner.text.words import words

MAX_CHANGES = 100
"""Changes of one page that are looked up."""


class Fates:
    """What was stripped before, what is stripped now, and what was brought back."""

    def __init__(self, before: Sequence[Entry], cleaned: Cleaned) -> None:
        """Look into the report of a recorded page, and into what the page gives now."""
        self._before = _spoken(before)
        self._now = _spoken(report_of(cleaned)["stripped"])
        self._back = [(_spaced(b.text), b.recovered) for b in cleaned.blocks if b.recovered]
        self._told: set[tuple[Sort, str]] = set()

    def explain(self, changes: Sequence[Change]) -> list[Change]:
        """The changes with a note where a piece went; what is told so is not told twice."""
        told = [self._noted(change) for change in changes[:MAX_CHANGES]] + [*changes[MAX_CHANGES:]]
        return [change for change in told if (change.sort, change.text) not in self._told]

    def _noted(self, change: Change) -> Change:
        if change.sort is Sort.LOST:
            entry, why = self._find(change, self._now, Sort.NEW), "stripped now as "
        elif change.sort is Sort.LEAKED:
            entry, why = self._find(change, self._before, Sort.GONE), "was stripped as "
        else:
            return change
        note = why + reason(entry) if entry else self._returned(change)
        return replace(change, note="; ".join(filter(None, (change.note, note))))

    def _find(
        self, change: Change, entries: Sequence[tuple[str, Entry]], sort: Sort
    ) -> Entry | None:
        key = _spaced(change.text)
        found = next((entry for spoken, entry in entries if _is_of(key, spoken)), None)
        if found:
            self._told.add((sort, found["text"]))
        return found

    def _returned(self, change: Change) -> str:
        if change.sort is not Sort.LEAKED:
            return ""
        key = _spaced(change.text)
        return next(
            (f"brought back: {why}" for spoken, why in self._back if _is_of(key, spoken)), ""
        )


def _spoken(entries: Sequence[Entry]) -> list[tuple[str, Entry]]:
    return [(_spaced(entry["text"]), entry) for entry in entries]


def _is_of(key: str, spoken: str) -> bool:
    """Whether words are those of a text, or a run of them that is no chance."""
    return key == spoken or (key.count(" ") > FEW and key in spoken)


def _spaced(text: str) -> str:
    """The words of a text, each between spaces: a run of them is found in it as a string."""
    return f" {' '.join(words(text))} "
