"""A budget of questions that the workers of one call share."""

from __future__ import annotations

import threading


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

    def back(self) -> None:
        """A page had nothing to ask."""
        with self._lock:
            if self._left is not None:
                self._left += 1
