"""As many guards as workers, each driven by a thread of its own, and few pages under way."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Protocol, TypeVar

from cleaner.batch.setup import Setup
from cleaner.batch.workers.budget import Budget
from cleaner.batch.workers.worker import Worker

AHEAD = 3
"""Pages under way for each worker: one at work, the others read so that it need not wait."""
WAITING = 400
"""Rows for each worker that may wait for an earlier page; they are small where pages are not."""
R = TypeVar("R")
T = TypeVar("T")


class Submit(Protocol):
    """Hand a page to the next worker that is free."""

    def __call__(self, work: Callable[[Worker, T], R], task: T) -> Future[R]:
        """The result to come."""


@contextmanager
def guarded(workers: int, setup: Setup) -> Iterator[Submit]:
    """So many guarded workers; all of them have ended when the block ends, however it ends."""
    own, every = threading.local(), list[Worker]()
    budget = Budget(setup.questions)

    def start() -> None:
        own.worker = Worker(setup, budget)
        every.append(own.worker)

    def submit(work: Callable[[Worker, T], R], task: T) -> Future[R]:
        return pool.submit(lambda: work(own.worker, task))

    pool = ThreadPoolExecutor(workers, "cleaner-worker", start)
    try:
        yield submit
    finally:
        for worker in every:
            worker.kill()
        pool.shutdown(cancel_futures=True)
        for worker in every:
            worker.close()


def windowed(
    calls: Iterable[Callable[[], Future[R]]], workers: int, *, ordered: bool
) -> Iterator[R]:
    """The results of calls, of which no more than AHEAD a worker are under way at once."""
    slots = threading.Semaphore(workers * AHEAD)
    futures = _submitted(calls, slots)
    yield from _in_order(futures, workers * WAITING) if ordered else _as_done(futures)


def _submitted(
    calls: Iterable[Callable[[], Future[R]]], slots: threading.Semaphore
) -> Iterator[Future[R]]:
    for call in calls:
        slots.acquire()
        future = call()
        future.add_done_callback(lambda _: slots.release())
        yield future


def _in_order(futures: Iterable[Future[R]], waiting: int) -> Iterator[R]:
    pending = deque[Future[R]]()
    for future in futures:
        pending.append(future)
        while pending and (pending[0].done() or len(pending) > waiting):
            yield pending.popleft().result()
    while pending:
        yield pending.popleft().result()


def _as_done(futures: Iterable[Future[R]]) -> Iterator[R]:
    done, under_way = SimpleQueue[Future[R]](), 0
    for future in futures:
        under_way += 1
        future.add_done_callback(done.put)
        while not done.empty():
            under_way -= 1
            yield done.get().result()
    for _ in range(under_way):
        yield done.get().result()
