"""Standard output and standard error as rich's consoles."""

from __future__ import annotations

from rich.console import Console


class Screen(Console):
    """Standard output, in colour on a terminal. Raises OSError where it cannot be written."""

    def __init__(self, *, stderr: bool = False) -> None:
        """Lines are left as they are; stderr: print there instead."""
        super().__init__(stderr=stderr, highlight=False, soft_wrap=True)

    def on_broken_pipe(self) -> None:
        """Leave it to the command to end: rich would end it with status 1."""
        raise BrokenPipeError
