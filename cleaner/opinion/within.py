"""A call of somebody else's function, for which a page waits only so long."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import copy_context
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")


class Trouble(Exception):
    """What went wrong with a call, in words."""


def within(seconds: float, function: Callable[..., T], *given: Any) -> T:  # noqa: ANN401  # whatever it takes
    """What a function returns, if it does within so many seconds. Raises Trouble.

    One that takes longer is left alone: its thread ends with it, or with the process.
    """
    done = SimpleQueue[tuple[bool, Any]]()
    context = copy_context()

    def work() -> None:
        try:
            done.put((True, context.run(function, *given)))
        except BaseException as error:  # SystemExit as well is no fault of the page
            done.put((False, error))

    threading.Thread(target=work, name="cleaner-opinion", daemon=True).start()
    try:
        is_well, value = done.get(timeout=seconds)
    except Empty:
        raise Trouble(f"no answer within {seconds:g} s") from None
    if not is_well:
        raise Trouble(f"{type(value).__name__}: {value}".removesuffix(": ")) from value
    result: T = value
    return result
