"""What comes out of a job: one row for each page, whatever became of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from cleaner.batch.inputs import Input
from cleaner.batch.setup import FORMATS, Setup
from cleaner.document.finding import Action
from cleaner.result import Cleaned

FAILED = "failed: "
NO_ARTICLE = "no-article"


def is_article(outcome: str) -> bool:
    """Whether a row of this outcome holds an article to use."""
    return not outcome.startswith((FAILED, NO_ARTICLE))


def is_below(row: dict[str, Any], least: float) -> bool:
    """Whether a row holds an article whose confidence is below the least that is asked for."""
    known = row["confidence"]
    return is_article(row["outcome"]) and known is not None and known < least


OPINION = "opinion"
"""The column with what came of a second opinion, where the options ask for one."""
SIGNATURE = "signature"
"""The column with what copies of a story are told by."""
DUPLICATES = ("duplicate_of", "duplicate_because")
"""The columns that tell of copies, where a job looks for them."""
FINDING = ("kind", "action", "sureness", "because", "text", "xpath")
"""What the column `findings` tells of each."""


def _findings(cleaned: Cleaned) -> list[dict[str, str]]:
    return [
        dict(
            zip(
                FINDING,
                (*map(str, (f.kind, f.action, f.sureness)), f.because, f.text, f.place.xpath),
                strict=True,
            )
        )
        for f in cleaned.findings
    ]


def _signature(cleaned: Cleaned) -> dict[str, Any] | None:
    from cleaner.batch.dedup.facts import facts_of  # needs a library of an extra

    return facts_of(cleaned)


_EXTRAS: dict[str, Callable[[Cleaned], Any]] = {
    "findings": _findings,
    SIGNATURE: _signature,
    "metadata": lambda cleaned: cleaned.metadata.to_dict(),
    "spans": lambda cleaned: cleaned.spans.to_dict(),
    "report": lambda cleaned: cleaned.to_json(),
}


def _extra(cleaned: Cleaned, name: str) -> Any:  # noqa: ANN401  # a column of any type
    return cleaned.rendered(name) if name in FORMATS else _EXTRAS[name](cleaned)


@dataclass(frozen=True)
class Row:
    """What became of one page."""

    id: str
    url: str | None
    outcome: str
    """`cleaned`, `nothing-to-strip`, `no-article: <why>` or `failed: <why>`."""
    title: str = ""
    text: str = ""
    language: str = ""
    confidence: float | None = None
    """The word F1 that the article is predicted to have, 0 to 1; None for a failure."""
    concerns: list[str] = field(default_factory=list)
    """What speaks against the article, in words."""
    stripped: dict[str, int] = field(default_factory=dict)
    """How many pieces went, by kind."""
    error: str = ""
    """What went wrong, what tells that there is no article, or what rules of the site missed."""
    extras: dict[str, Any] = field(default_factory=dict)
    """The columns on request, by name."""

    @property
    def failed(self) -> bool:
        """Whether no verdict could be had: out of time or memory, a crash, a broken record."""
        return self.outcome.startswith(FAILED)

    def to_dict(self) -> dict[str, Any]:
        """The row as plain data, the columns on request beside the others."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        del plain["extras"]
        return plain | self.extras

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Row:
        """The row that `to_dict` gave."""
        own = {k: v for k, v in row.items() if k in cls.__dataclass_fields__}
        return cls(**own, extras={k: v for k, v in row.items() if k not in own})


def _stripped(cleaned: Cleaned) -> dict[str, int]:
    """Pieces by kind; `Cleaned.stripped` would look each of them up in the page."""
    kinds = (f.kind for f in cleaned._findings if f.action is Action.STRIPPED)
    return dict(sorted(Counter(kinds).items()))


def _facts(cleaned: Cleaned, setup: Setup) -> dict[str, Any]:
    """What only the job needs to know of a page."""
    facts: dict[str, Any] = {}
    if setup.copies and SIGNATURE not in setup.columns:
        facts[SIGNATURE] = _signature(cleaned)
    if setup.options.second_opinion is not None:
        facts[OPINION] = cleaned.opinion.to_dict() if cleaned.opinion else None
    if setup.learns:
        from cleaner.batch.job.sites import TAUGHT, SitesOfJob

        assert isinstance(setup.options.site_memory, SitesOfJob)
        facts[TAUGHT] = setup.options.site_memory.lesson_of(cleaned)
    return facts


def row_of(page: Input, cleaned: Cleaned, setup: Setup) -> Row:
    """The row of a page that was cleaned."""
    fault = f"internal fault, returned whole: {cleaned.fault}" if cleaned.fault else ""
    return Row(
        id=page.id,
        url=page.url,
        outcome=str(cleaned.outcome),
        title=cleaned.title,
        text=cleaned.text,
        language=cleaned.language,
        confidence=round(cleaned.confidence, 3),
        concerns=list(cleaned.concerns),
        stripped=_stripped(cleaned),
        error=fault or "; ".join(filter(None, (cleaned.outcome.detail, *cleaned.notes))),
        extras={name: _extra(cleaned, name) for name in setup.columns} | _facts(cleaned, setup),
    )


def failed(id_: str, url: str | None, why: str, error: str, columns: Iterable[str] = ()) -> Row:  # noqa: PLR0913  # a row's fields
    """The row of a page that no verdict could be had of."""
    return Row(id_, url, FAILED + why, error=error, extras=dict.fromkeys(columns))


def refused(page: Input, columns: Iterable[str]) -> Row:
    """The row of a page that its server did not deliver."""
    outcome, error = f"no-article: http-{page.status}", f"its server answered {page.status}"
    return Row(page.id, page.url, outcome, error=error, extras=dict.fromkeys(columns))


def as_json(row: Row) -> bytes:
    """A row as a line of JSON, without the line break."""
    return json.dumps(row.to_dict(), ensure_ascii=False).encode("utf-8", "replace")
