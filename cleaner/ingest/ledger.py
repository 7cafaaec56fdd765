"""The folder beside an output that remembers how far a job has come.

Rows are written in parts, each whole or not at all, in the order of the pages; the output is made
of them at the end. A job that was killed goes on behind its last part.
"""

from __future__ import annotations

import fcntl
import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.ingest.whole import replaced

_PART = re.compile(r"(\d{12})-(\d{6})-([0-9a-f]{8})\.jsonl")


class JobError(Exception):
    """A job that cannot begin, with a message for the user."""


class Stopped(Exception):
    """A job that stopped before its end; what it did is safe."""


@dataclass(frozen=True)
class Part:
    """Rows `start` to `start + count` of a job, in a file."""

    path: Path
    start: int
    count: int
    checksum: int
    """Of the record of its first row: tells whether the sources still are what they were."""


class Ledger:
    """What is known of a job; held by one process at a time. Raises JobError, OSError."""

    def __init__(self, output: Path) -> None:
        """Make the folder where it is missing, and hold it."""
        self.folder = self.folder_of(output)
        self._parts = self.folder / "parts"
        self._parts.mkdir(parents=True, exist_ok=True)
        self._lock = (self.folder / "lock").open("w")
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
        with replaced(self.folder / "job.json") as file:
            file.write(text.encode("utf-8", "replace"))

    def parts(self) -> list[Part]:
        """The parts without a gap, from the first page on; others are of no use and go."""
        good, at = list[Part](), 0
        for part in sorted(_parts(self._parts), key=lambda part: part.start):
            if part.start == at:
                good.append(part)
                at += part.count
            else:
                part.path.unlink()
        return good

    def add(self, start: int, checksum: int, rows: Sequence[bytes]) -> None:
        """Write a part."""
        name = f"{start:012}-{len(rows):06}-{checksum:08x}.jsonl"
        with replaced(self._parts / name) as file:
            file.writelines(row + b"\n" for row in rows)

    def rows(self) -> Iterator[dict[str, Any]]:
        """All rows so far, in order."""
        for part in self.parts():
            with part.path.open("rb") as file:
                yield from map(json.loads, file)

    def finish(self, summary: dict[str, Any]) -> None:
        """Remember that the output is whole; the parts are no longer needed."""
        self.write(self.read() | {"finished": summary})
        self.clear()

    def clear(self) -> None:
        """Remove the parts, and the memories of sites that were used."""
        for sites in ("sites", ".sites.part"):
            shutil.rmtree(self.folder / sites, ignore_errors=True)
        shutil.rmtree(self._parts)
        self._parts.mkdir()


def _parts(folder: Path) -> Iterator[Part]:
    for path in folder.iterdir():
        if match := _PART.fullmatch(path.name):
            yield Part(path, int(match[1]), int(match[2]), int(match[3], 16))
        else:
            path.unlink()  # half a part of a process that was killed
