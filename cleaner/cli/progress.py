"""A progress bar on standard error, where that is a terminal and there is more than one input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress


@contextmanager
def progress(names: Sequence[str], *, shown: bool = True) -> Iterator[Iterable[str]]:
    """The names, with a bar while they are worked through; what is said stands above it.

    It is drawn after each name and by no thread: a process with threads is not to be forked.
    """
    if not shown or len(names) < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield names
        return
    from rich.progress import Progress  # only who sees it pays for it

    from cleaner.cli.screen import Screen

    console = Screen(stderr=True)
    with Progress(
        console=console, transient=True, auto_refresh=False, redirect_stdout=False
    ) as bar:
        yield _advanced(names, bar)


def _advanced(names: Sequence[str], bar: Progress) -> Iterator[str]:
    task = bar.add_task("Cleaning", total=len(names))
    bar.refresh()
    for name in names:
        yield name
        bar.update(task, advance=1, refresh=True)
