"""Parts: files of rows with a count and checksums in their names, so that damage is seen."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.files.safe_write import LEFT, replaced

_NAME = re.compile(r"(\d{12})-(\d{6,})-([0-9a-f]{8})-([0-9a-f]{16})\.jsonl")


class Damaged(Exception):
    """A part that is not what was written; the message names it."""


def chained(before: int, checksum: int) -> int:
    """The checksum of records so far, and of one more."""
    return zlib.crc32(checksum.to_bytes(4, "big"), before)


@dataclass(frozen=True)
class Part:
    """Rows `start` to `start + count` of a job, in a file."""

    path: Path
    start: int
    count: int
    checksum: int
    """Of the records of its rows: tells whether the sources still are what they were."""
    digest: str
    """Of its name and rows."""

    @property
    def end(self) -> int:
        """The number of the row behind its last one."""
        return self.start + self.count

    def read(self) -> bytes:
        """The rows as JSON Lines. Raises Damaged where they are not those that were written."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise Damaged(f"{self.path}: {error.strerror}") from error
        if data.count(b"\n") != self.count or _digest(self._stem, data) != self.digest:
            raise Damaged(f"{self.path}: was changed since it was written")
        return data

    def rows(self) -> Iterator[dict[str, Any]]:
        """The same, parsed. Raises Damaged before the first."""
        return map(json.loads, self.read().splitlines())

    @property
    def _stem(self) -> str:
        return _stem(self.start, self.count, self.checksum)


def parts_in(folder: Path) -> list[Part]:
    """The parts in a folder by their names, in order; what has another name is none."""
    found = list[Part]()
    for path in folder.iterdir():
        if (match := _NAME.fullmatch(path.name)) and path.is_file() and not path.is_symlink():
            found.append(Part(path, int(match[1]), int(match[2]), int(match[3], 16), match[4]))
    return sorted(found, key=lambda part: (part.start, -part.count))


def halves_in(folder: Path) -> Iterator[Path]:
    """What a process that was killed left of parts that it wrote."""
    for path in list(folder.iterdir()):
        if LEFT.fullmatch(path.name) and path.is_file() and not path.is_symlink():
            yield path


def written(folder: Path, start: int, checksum: int, rows: Sequence[bytes]) -> Part:
    """Write a part. Raises OSError."""
    data = b"".join(row + b"\n" for row in rows)
    digest = _digest(stem := _stem(start, len(rows), checksum), data)
    path = folder / f"{stem}-{digest}.jsonl"
    with replaced(path, follow=False) as file:
        file.write(data)
    return Part(path, start, len(rows), checksum, digest)


def _stem(start: int, count: int, checksum: int) -> str:
    return f"{start:012}-{count:06}-{checksum:08x}"


def _digest(stem: str, data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=8, key=stem.encode()).hexdigest()
