"""Guards of this process that wait for more work, so that a call need not start a child."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from cleaner.batch.setup import Setup
from cleaner.batch.workers.worker import Worker

SETUPS = 4
"""Setups whose guards are kept, the last used: each has a child of some 140 MB."""
_idle: dict[Setup, list[Worker]] = {}
_lock = threading.Lock()


@contextmanager
def lent(setup: Setup) -> Iterator[Worker]:
    """A worker that no other thread uses meanwhile; its child lives on for the next call."""
    with _lock:
        waiting = _idle.get(setup)
        worker = waiting.pop() if waiting else Worker(setup)
    try:
        yield worker
    finally:
        _keep(setup, worker)


def _keep(setup: Setup, worker: Worker) -> None:
    with _lock:
        _idle[setup] = [*_idle.pop(setup, []), worker]
        gone = [_idle.pop(next(iter(_idle))) for _ in range(len(_idle) - SETUPS)]
    for each in (each for guards in gone for each in guards):
        each.close()


def close() -> None:
    """End the children that wait for more work."""
    while _idle:
        for worker in _idle.popitem()[1]:
            worker.close()


atexit.register(close)
if hasattr(os, "register_at_fork"):  # a fork has no part in its parent's children
    os.register_at_fork(after_in_child=_idle.clear)
