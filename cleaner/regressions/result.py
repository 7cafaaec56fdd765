"""Result: how the check of one recorded page ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.regressions.case import Case
from cleaner.regressions.changes import Change, Sort
from cleaner.regressions.wording import headline, lines_of, plain


@dataclass(frozen=True)
class Result:
    """How the check of one recorded page ended."""

    case: Case
    changes: tuple[Change, ...] = ()
    """The worst first; none where nothing has changed."""
    error: str = ""
    """Why it could not be checked."""
    seconds: float = 0.0

    @property
    def slug(self) -> str:
        """The name of the page's folder."""
        return self.case.slug

    @property
    def status(self) -> str:
        """`unchanged`, `changed` or `broken`."""
        return "broken" if self.error else "changed" if self.changes else "unchanged"

    @property
    def article_changed(self) -> bool:
        """Whether the article is another, and not only the report of what was stripped."""
        return any(change.sort.of_article for change in self.changes)

    @property
    def headline(self) -> str:
        """What became of the page, in a few words."""
        return headline(self.changes, self.error)

    def __str__(self) -> str:
        """All that there is to tell, as plain text: good as the message of an assertion."""
        first = f"{self.slug}: {self.headline}"
        return "\n".join(filter(None, (first, plain(lines_of(self.changes)))))


def summary(results: Sequence[Result]) -> str:
    """How many pages are unchanged, changed and broken."""
    total = f"{len(results)} page{'s' * (len(results) != 1)}"
    counts = {"unchanged": 0, "changed": 0, "broken": 0}
    for result in results:
        counts[result.status] += 1
    told = [f"{n} {name}" for name, n in counts.items() if n or name == "unchanged"]
    reports = sum(bool(r.changes) and not r.article_changed for r in results)
    same = f" (of {reports} the article is the same)" if reports else ""
    return f"{total}: {', '.join(told)}{same}"


def worst_first(results: Sequence[Result]) -> list[Result]:
    """Results that lost words first, then by the worst that changed; broken ones last."""
    return sorted(results, key=lambda r: r.changes[0].sort.rank if r.changes else len(Sort))
