"""clean_many(): pages in, rows out, by as many workers as there are processors."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import starmap
from typing import Unpack

from cleaner.batch.inputs import Input, Record
from cleaner.batch.rows import Row
from cleaner.batch.setup import Settings, Setup
from cleaner.batch.workers.pool import guarded, windowed
from cleaner.batch.workers.worker import Worker


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def clean_many(
    pages: Iterable[bytes | str | Input | Record],
    *,
    workers: int | None = None,
    ordered: bool = True,
    questions: int | None = None,
    **settings: Unpack[Settings],
) -> Iterator[Row]:
    """Clean pages in worker processes; one row for each, whatever the page does.

    pages: HTML or text, or `Input` with its id and URL; read only a little ahead of what is
    done. workers: processes; None is one a processor. ordered: rows in the order of the pages;
    else as they are done. settings: `options`, `columns` (`markdown`, `html`, `xmltei`,
    `findings`, `metadata`, `spans`, `report`), `timeout` in seconds and `memory` in bytes; a page
    that takes more, or kills its worker, is `failed: …`, and the worker is replaced. questions: how
    many pages may ask for the second opinion of the options, as many at once as there are workers;
    None is no limit. Rows then have what came of it in `extras["opinion"]`. The id of a page
    without one is its number, from 0. Raises ValueError for arguments that cannot be, GuardError
    where no worker can be started, and whatever `pages` raises.
    """
    workers, setup = worker_count(workers), Setup.given(settings).asking(questions)
    return rows_of(starmap(numbered, enumerate(pages)), workers, setup, ordered=ordered)


def worker_count(asked: int | None) -> int:
    """As many workers as are asked for; None is one a processor. Raises ValueError."""
    count = processors() if asked is None else asked
    if count < 1:
        raise ValueError(f"workers must be at least 1, not {count}")
    return count


def rows_of(
    pages: Iterable[Input | Record], workers: int, setup: Setup, *, ordered: bool = True
) -> Iterator[Row]:
    """The rows of pages; `clean_many` without its defaults."""
    with guarded(workers, setup) as submit:
        calls = (partial(submit, Worker.run, page) for page in pages)
        yield from windowed(calls, workers, ordered=ordered)


def numbered(number: int, page: bytes | str | Input | Record) -> Input | Record:
    """A page that has an id: its number where it has none of its own. Raises TypeError."""
    if isinstance(page, Record) or (isinstance(page, Input) and page.id):
        return page
    if isinstance(page, Input):
        return replace(page, id=str(number))
    if isinstance(page, bytes | str):
        return Input(page, id=str(number))
    raise TypeError(f"page {number}: bytes, str or Input, not {type(page).__name__}")
