"""What a job did, in numbers: for the end of a run, and for the bar while it runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cleaner.batch.rows import FAILED, NO_ARTICLE, OPINION, is_article


@dataclass
class Summary:
    """Counts over rows."""

    outcomes: Counter[str] = field(default_factory=Counter)
    stripped: Counter[str] = field(default_factory=Counter)
    """Pieces by kind."""
    duplicates: int = 0
    confidences: Counter[float] = field(default_factory=Counter)
    """Of the rows with an article, to three digits."""
    opinion: Counter[str] = field(default_factory=Counter)
    """Of second opinions: pages that asked, blocks asked, answered and changed, troubles."""

    def add(self, row: dict[str, Any]) -> None:
        """Count a row."""
        self.outcomes[row["outcome"]] += 1
        self.stripped.update(row["stripped"])
        self.duplicates += bool(row.get("duplicate_of"))
        if told := row.get(OPINION):
            counts = {name: n if isinstance(n, int) else len(n) for name, n in told.items()}
            self.opinion.update(counts, questions=1)
        if is_article(row["outcome"]):
            self.confidences[row["confidence"]] += 1

    def counted(self, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """The rows, each counted as it passes."""
        for row in rows:
            self.add(row)
            yield row

    @property
    def pages(self) -> int:
        """All rows."""
        return self.outcomes.total()

    def below(self, confidence: float) -> int:
        """How many articles are below a confidence."""
        return sum(n for known, n in self.confidences.items() if known < confidence)

    @property
    def failures(self) -> int:
        """Pages that no verdict could be had of."""
        return self._count(FAILED)

    def _count(self, start: str) -> int:
        return sum(n for outcome, n in self.outcomes.items() if outcome.startswith(start))

    def to_dict(self) -> dict[str, Any]:
        """As plain data."""
        without = self._count(NO_ARTICLE)
        return {
            "pages": self.pages,
            "articles": self.pages - without - self.failures,
            "no_article": without,
            "failed": self.failures,
            "duplicates": self.duplicates,
            "outcomes": dict(self.outcomes.most_common()),
            "stripped": dict(self.stripped.most_common()),
        } | ({"opinion": dict(self.opinion)} if self.opinion else {})
