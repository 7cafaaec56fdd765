"""aclean_many(): `clean_many` for asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Iterable
from typing import Unpack

from cleaner.batch.inputs import Input, Record
from cleaner.batch.many import numbered, worker_count
from cleaner.batch.rows import Row
from cleaner.batch.setup import Settings, Setup
from cleaner.batch.workers.pool import AHEAD, guarded
from cleaner.batch.workers.worker import Worker

Page = bytes | str | Input | Record
Rows = asyncio.Queue[asyncio.Future[Row] | None]
WAITING = 16
"""Pages for each worker that are taken and whose rows are not asked for yet."""


def aclean_many(
    pages: AsyncIterable[bytes | str | Input | Record] | Iterable[bytes | str | Input | Record],
    *,
    workers: int | None = None,
    questions: int | None = None,
    **settings: Unpack[Settings],
) -> AsyncGenerator[Row, None]:
    """Clean pages in worker processes while the event loop runs on; one row for each.

    pages: as `clean_many` takes them, or an asynchronous iterable of them. A plain one is read in
    the event loop's own thread, as many need (generators, connections to databases), so one that
    waits for files or a network holds up the loop and is better asynchronous. workers, questions,
    settings and rows are those of `clean_many`. Rows come in the order of the pages, each as soon
    as it and all before it are done. No more than three pages a worker are under way, and sixteen
    a worker are taken ahead of the rows that were asked for. Workers end with the generator: after
    the last row, at an exception, when its task is cancelled, or by `aclose()`. Raises ValueError
    for arguments that cannot be, GuardError where no worker can be started, and whatever `pages`
    raises, behind the rows of the pages before.
    """
    return _rows(pages, worker_count(workers), Setup.given(settings).asking(questions))


async def _rows(
    pages: AsyncIterable[Page] | Iterable[Page], workers: int, setup: Setup
) -> AsyncGenerator[Row, None]:
    rows, room = Rows(), asyncio.Semaphore(workers * WAITING)
    slots = asyncio.Semaphore(workers * AHEAD)
    with guarded(workers, setup) as submit:

        def begin(page: Input | Record) -> None:
            row = asyncio.wrap_future(submit(Worker.run, page))
            row.add_done_callback(lambda _: slots.release())
            rows.put_nowait(row)

        feeder = asyncio.ensure_future(_feed(pages, begin, (room, slots)))
        feeder.add_done_callback(lambda _: rows.put_nowait(None))
        try:
            while (row := await rows.get()) is not None:
                yield await row
                room.release()
            await feeder  # raises what the pages raised
        finally:
            await _end(feeder, rows)


async def _feed(
    pages: AsyncIterable[Page] | Iterable[Page],
    begin: Callable[[Input | Record], None],
    bounds: tuple[asyncio.Semaphore, ...],
) -> None:
    """Begin with page after page, where there is room for one."""
    number = 0
    async for page in _each(pages):
        for bound in bounds:
            await bound.acquire()
        begin(numbered(number, page))
        number += 1


async def _each(pages: AsyncIterable[Page] | Iterable[Page]) -> AsyncIterator[Page]:
    if isinstance(pages, AsyncIterable):
        async for page in pages:
            yield page
    else:
        for page in pages:
            yield page


async def _end(feeder: asyncio.Future[None], rows: Rows) -> None:
    """Take no more pages, and give up those under way; nobody asks for their rows."""
    feeder.cancel()
    await asyncio.gather(feeder, return_exceptions=True)
    while not rows.empty():
        row = rows.get_nowait()
        if row is not None and not row.cancel() and not row.cancelled():
            row.exception()  # or asyncio logs that nobody has seen it
