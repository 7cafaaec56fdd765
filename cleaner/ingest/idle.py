"""Guards of this process that wait for more work, so that a call need not start a child."""

from __future__ import annotations

import atexit
import os
from collections.abc import Iterator
from contextlib import contextmanager

from cleaner.ingest.guard import Guard
from cleaner.ingest.setup import Setup

_idle: dict[Setup, list[Guard]] = {}


@contextmanager
def lent(setup: Setup) -> Iterator[Guard]:
    """A guard that no other thread uses meanwhile; its child lives on for the next call."""
    idle = _idle.setdefault(setup, [])
    try:
        guard = idle.pop()
    except IndexError:
        guard = Guard(setup)
    try:
        yield guard
    finally:
        idle.append(guard)


def close() -> None:
    """End the children that wait for more work."""
    for guards in _idle.values():
        while guards:
            guards.pop().close()


atexit.register(close)
if hasattr(os, "register_at_fork"):  # a fork has no part in its parent's children
    os.register_at_fork(after_in_child=_idle.clear)
