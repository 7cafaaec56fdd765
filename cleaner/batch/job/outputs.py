"""The outputs of a job, made of its rows: the one that was named, and that of low confidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from cleaner.batch.job.delivery import Delivery
from cleaner.batch.job.journal import Journal
from cleaner.batch.job.plan import Plan
from cleaner.batch.job.sites import TAUGHT
from cleaner.batch.rows import SIGNATURE, is_below
from cleaner.batch.summary import Summary
from cleaner.batch.writers import writers

Rows = Iterator[dict[str, Any]]


def delivered(plan: Plan, journal: Journal, deliveries: Sequence[Delivery]) -> dict[str, Any]:
    """Write the rows to their outputs, the named one last; the summary. Raises Damaged."""
    marked, summary, apart = _marked(plan, journal), Summary(), Summary()
    told: dict[str, Any] = {}
    write = writers()[plan.form].write
    if plan.apart is not None:
        write(apart.counted(_part(marked(), plan, below=True)), deliveries[1], plan.columns)
        told = {"set_apart": apart.pages, "set_apart_output": str(plan.apart)}
    write(_part(summary.counted(marked()), plan, below=False), deliveries[0], plan.columns)
    if plan.warn_below is not None:
        told["warned"] = summary.below(plan.warn_below)
    return summary.to_dict() | told


def _part(rows: Iterable[dict[str, Any]], plan: Plan, *, below: bool) -> Rows:
    """The rows of one output: those below the least confidence, or all others."""
    least, drops = plan.min_confidence or 0.0, plan.duplicates == "drop"
    for row in rows:
        if is_below(row, least) == below and not (drops and row["duplicate_of"]):
            yield row


def _marked(plan: Plan, journal: Journal) -> Callable[[], Rows]:
    """Gives the rows of all parts, copies marked where they are looked for."""
    if plan.duplicates == "off":
        return lambda: _without(TAUGHT, journal.rows())
    from cleaner.batch.dedup.copies import duplicates_among, marked

    copies = duplicates_among((row["id"], row) for row in journal.rows())
    keeps = SIGNATURE in plan.columns
    return lambda: _without(TAUGHT, marked(journal.rows(), copies, keeps=keeps))


def _without(name: str, rows: Iterable[dict[str, Any]]) -> Rows:
    for row in rows:
        row.pop(name, None)
        yield row
