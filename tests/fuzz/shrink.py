"""From an input that breaks a law to a small one that breaks the same."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.fuzz.case import Case

SECONDS = 10.0
"""CPU seconds after which what is there is small enough."""


def shrunk(case: Case, is_wrong: Callable[[Case], bool], seconds: float = SECONDS) -> Case:
    """Take away settings, then pieces of the source, as long as it stays wrong."""
    end = time.process_time() + seconds
    for smaller in _simpler(case):
        case = smaller(case) if is_wrong(smaller(case)) else case
    size = len(case.source) // 2
    while size and time.process_time() < end:
        for smaller in _without(case, size, end):
            if is_wrong(smaller):
                case = smaller
                break
        else:
            size //= 2
        size = min(size, len(case.source) // 2)
    return case


def _simpler(case: Case) -> Iterator[Callable[[Case], Case]]:
    yield lambda known: replace(known, url=None)
    for name in case.settings:
        yield lambda known, name=name: replace(
            known, settings={n: v for n, v in known.settings.items() if n != name}
        )


def _without(case: Case, size: int, end: float) -> Iterator[Case]:
    """The case without each piece of a size in turn, the last first."""
    for start in range(len(case.source) - size, -1, -size):
        if time.process_time() > end:
            return
        yield replace(case, source=case.source[:start] + case.source[start + size :])
