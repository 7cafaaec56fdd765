"""The folder beside an output that remembers how far a job has come.

Rows are written in parts, each whole or not at all; the output is made of them at the end. A job
that was killed goes on with the pages that no part holds. Nothing in the folder is removed but
what the job wrote there.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from cleaner.batch.job.parts import Damaged, Part, halves_in, parts_in, written
from cleaner.files.safe_write import replaced

log = logging.getLogger("cleaner.batch")
GIVEN = "given"
"""The folder of the site memories that a job began with."""
GROWING = ("sites", ".sites.part", ".given.part")
"""The folder of those that grow as it goes, and what a kill leaves of either."""


class JobError(Exception):
    """A job that cannot begin, with a message for the user."""


class Stopped(Exception):
    """A job that stopped before its end, with its exit status; what it did is safe."""

    def __init__(self, message: str, status: int = 3) -> None:
        """Say why."""
        super().__init__(message)
        self.status = status


class Journal:
    """What is known of a job; held by one process at a time. Raises JobError, OSError."""

    def __init__(self, output: Path) -> None:
        """Make the folder where it is missing, and hold it."""
        self.folder = self.folder_of(output)
        self._folder = self.folder / "parts"
        self._folder.mkdir(parents=True, exist_ok=True)
        self._lock = os.fdopen(_opened(self.folder / "lock"), "ab")
        self.parts = list[Part]()
        """Those that are whole, in order."""
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise JobError(f"{output}: another process is at work on it") from None

    @staticmethod
    def folder_of(output: Path) -> Path:
        """The folder beside an output."""
        return output.with_name(output.name + ".job")

    def close(self) -> None:
        """Let another process have it."""
        self._lock.close()

    def read(self) -> dict[str, Any]:
        """What `write` wrote; empty for a new job."""
        try:
            known: dict[str, Any] = json.loads((self.folder / "job.json").read_text("utf-8"))
            if not (isinstance(known, dict) and isinstance(known.get("settings"), dict)):
                raise ValueError("it has no settings")
        except FileNotFoundError:
            return {}
        except ValueError as error:
            raise JobError(
                f"{self.folder / 'job.json'}: damaged ({error}); see --restart"
            ) from None
        return known

    def write(self, known: dict[str, Any]) -> None:
        """Remember, whole or not at all."""
        text = json.dumps(known, ensure_ascii=False, indent=1) + "\n"
        with replaced(self.folder / "job.json", follow=False) as file:
            file.write(text.encode("utf-8", "replace"))

    def take_up(self, *, gaps: bool) -> None:
        """Find the parts that are whole; others go, with a warning, to be cleaned again.

        gaps: whether parts behind a gap are of use; they go as well where they are not.
        """
        good, at, lost = list[Part](), 0, False
        for part in parts_in(self._folder):
            damage = _damage(part)
            if damage:
                log.warning("%s; its pages are cleaned again", damage)
            elif part.start > at and not lost:
                log.warning("%s: pages %d to %d are in no part", self._folder, at + 1, part.start)
            lost = lost or (bool(damage or part.start > at) and not gaps)
            if damage or lost or part.start < at:
                part.path.unlink(missing_ok=True)
            else:
                good.append(part)
                at = part.end
        self.parts = good

    @property
    def done(self) -> int:
        """Pages whose rows are safe."""
        return sum(part.count for part in self.parts)

    def add(self, start: int, checksum: int, rows: Sequence[bytes]) -> None:
        """Write a part."""
        self.parts.append(written(self._folder, start, checksum, rows))

    def rows(self) -> Iterator[dict[str, Any]]:
        """All rows so far, in order. Raises Damaged for a part that is not what was written."""
        at = 0
        for part in sorted(self.parts, key=lambda part: part.start):
            if part.start != at:
                raise Damaged(f"{self._folder}: pages {at + 1:,} to {part.start:,} are missing")
            yield from part.rows()
            at = part.end

    def finish(self, known: dict[str, Any]) -> None:
        """Remember that the output is whole; the parts are no longer needed."""
        self.write(self.read() | known)
        self.clear()

    def clear(self) -> None:
        """Remove the parts, and the memories of sites that were used."""
        for path in (*(part.path for part in parts_in(self._folder)), *halves_in(self._folder)):
            path.unlink(missing_ok=True)
        self.parts = []
        with suppress(JobError):
            self.forget_sites(GIVEN, *GROWING)

    def forget_sites(self, *names: str) -> None:
        """Remove folders of site memories. Raises JobError where one holds something else."""
        folders = [self.folder / name for name in names]
        for folder in folders:
            if folder.is_dir() and not folder.is_symlink():
                _remove_memories(folder)
        for folder in folders:
            if os.path.lexists(folder):
                raise JobError(f"{folder}: holds what is not of this job; move it away")


def _damage(part: Part) -> str:
    try:
        part.read()
    except Damaged as error:
        return str(error)
    return ""


def _remove_memories(folder: Path) -> None:
    for path in list(folder.iterdir()):
        if path.is_file() and not path.is_symlink() and _is_memory(path.name):
            path.unlink()
    with suppress(OSError):
        folder.rmdir()


def _is_memory(name: str) -> bool:
    return name.endswith(".json") or name.startswith(".")  # one that a kill left half written


def _opened(lock: Path) -> int:
    """A descriptor of the lock, whose content is left alone; a link is not followed."""
    return os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
