"""The progress of a job on a terminal: pages a second, time left, what goes, what fails."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Column
from rich.text import Text

from cleaner.batch.job.job import Job, Watch
from cleaner.batch.summary import Summary

EVERY = 0.25
"""Seconds between two looks at how far the sources have been read."""
BAR = 24
"""Columns of the bar where there is room."""
KINDS = 3
"""Kinds of residue that are shown."""


@contextmanager
def bar(job: Job, console: Console, *, shown: bool = True) -> Iterator[Watch]:
    """A function that moves the bar with every row; nothing is drawn where no terminal is."""
    if not (shown and console.is_terminal):
        yield lambda row: None
        return
    with Progress(*columns(console.width), console=console, transient=True) as progress:
        yield _Watch(job, progress)


def columns(width: int) -> tuple[ProgressColumn, ...]:
    """Bar, percentage, what is told and the time left, on a terminal of so many columns.

    Only what is told gives way where it is narrow.
    """
    return (
        BarColumn(bar_width=min(width // 4, BAR), table_column=Column(no_wrap=True)),
        TextColumn("{task.percentage:>3.0f}%"),
        _Told(),
        TimeRemainingColumn(table_column=Column(no_wrap=True)),
    )


class _Told(ProgressColumn):
    def render(self, task: Task) -> Text:
        """One line, cut where the terminal ends."""
        return Text(task.fields["told"], no_wrap=True, overflow="ellipsis")


class _Watch:
    def __init__(self, job: Job, progress: Progress) -> None:
        self.job, self.progress, self.summary = job, progress, Summary()
        self.began = self.shown = time.monotonic()
        self.task = progress.add_task("", total=job.pages.total or None, told="")

    def __call__(self, row: dict[str, Any]) -> None:
        self.summary.add(row)
        now = time.monotonic()
        if now - self.shown >= EVERY:
            self.shown = now
            told = told_of(self.summary, self.job.done_before, now - self.began)
            self.progress.update(self.task, completed=self.job.pages.read, told=told)


def told_of(summary: Summary, before: int, seconds: float) -> str:
    """One line on a run: all pages so far, pages a second, failures, and what goes most."""
    parts = [f"{before + summary.pages:,} pages", f"{summary.pages / seconds:.1f}/s"]
    if summary.failures:
        parts.append(f"{summary.failures:,} failed")
    parts += [f"{kind} {count:,}" for kind, count in summary.stripped.most_common(KINDS)]
    return " · ".join(parts)
