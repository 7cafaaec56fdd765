"""A budget of questions that the workers of one call share."""

from __future__ import annotations

import threading
from typing import Any

from cleaner.batch.rows import FAILED, OPINION

_DIED = tuple(FAILED + why for why in ("timeout", "memory", "crash"))
"""Outcomes of pages that may have asked before their worker ended."""


class Budget:
    """So many questions for a second opinion; None is no limit."""

    def __init__(self, questions: int | None) -> None:
        """All are left."""
        self._left = questions
        self._lock = threading.Lock()

    def take(self) -> bool:
        """Whether a page may ask: one question is taken, whether or not it does."""
        with self._lock:
            if self._left is None or self._left > 0:
                self._left = None if self._left is None else self._left - 1
                return True
            return False

    def settle(self, row: dict[str, Any]) -> None:
        """Take a question back that the page of a row did not ask, as far as that is known."""
        if row.get(OPINION) or row["outcome"].startswith(_DIED):
            return
        with self._lock:
            self._left = None if self._left is None else self._left + 1
