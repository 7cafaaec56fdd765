"""How far `cleaner copies` is, on a terminal: the rows that were read, then those written."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from rich.status import Status

from cleaner.batch.dedup.mark_files import Watch
from cleaner.cli.screen import Screen

EVERY = 0.25
"""Seconds between two looks."""


@contextmanager
def bar(*, shown: bool = True) -> Iterator[Watch]:
    """A function that counts rows by step; nothing is drawn where no terminal is."""
    console = Screen(stderr=True)
    if not (shown and console.is_terminal):
        yield lambda step: None
        return
    with console.status("") as status:
        yield _Watch(status)


class _Watch:
    def __init__(self, status: Status) -> None:
        self.status, self.rows, self.shown = status, Counter[str](), 0.0

    def __call__(self, step: str) -> None:
        self.rows[step] += 1
        if (now := time.monotonic()) - self.shown >= EVERY:
            self.shown = now
            told = (f"{count:,} rows {name}" for name, count in self.rows.items())
            self.status.update(", ".join(told))
