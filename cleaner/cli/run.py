"""One run of a command over its inputs: each is read, worked on, said where it fails, counted."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from cleaner.cli.options import Cleaning
from cleaner.cli.progress import progress
from cleaner.cli.say import say
from cleaner.cli.tried import Tried
from cleaner.cli.worker import PageFailed, Work, Worker
from cleaner.files import BadInput, read_input

R = TypeVar("R")
NOTHING_USABLE = 1


class Run(Generic[R]):
    """A run, to be entered and iterated over: each name with what became of it.

    work: from the name and the bytes of an input to what became of it; it runs in a child process.
    """

    def __init__(
        self, names: Sequence[str], work: Work[Tried[R]], cleaning: Cleaning, *, bar: bool = True
    ) -> None:
        """cleaning: its bounds; bar: show how far the run is, where there is a terminal."""
        self.names, self.quiet = names, cleaning.quiet
        self.bar = bar and not self.quiet
        self.max_bytes = cleaning.max_bytes
        self.done = self.failed = 0
        self._worker = Worker(work, cleaning.timeout)

    def __enter__(self) -> Run[R]:
        """Nothing is started yet."""
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """End the child; an interrupt is told how far the run is."""
        self._worker.close()
        if isinstance(error, KeyboardInterrupt):
            error.add_note(f"{self.done:,} of {len(self.names):,} inputs were done")

    def __iter__(self) -> Iterator[tuple[str, Tried[R]]]:
        """Raises SiteMemoryError."""
        with progress(self.names, shown=self.bar) as names:
            for name in names:
                tried = self._tried(name)
                for message in (*(() if self.quiet else tried.notes), *tried.says):
                    say(f"{name}: {message}")
                self.failed += not tried.usable
                yield name, tried
                self.done += 1

    def conclude(self) -> None:
        """End the process with status 1 where an input was of no use."""
        if self.failed:
            if len(self.names) > 1 and not self.quiet:
                say(f"{self.failed} of {len(self.names)} inputs had nothing usable")
            sys.exit(NOTHING_USABLE)

    def _tried(self, name: str) -> Tried[R]:
        try:
            return self._worker.run(name, read_input(name, self.max_bytes))
        except BadInput as error:
            return Tried(error.outcome, False, None, (str(error),))
        except PageFailed as error:
            return Tried(f"failed: {error.why}", False, None, (str(error),))
