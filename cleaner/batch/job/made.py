"""What a job has made: each file with its size and digest, so that no other is ever removed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cleaner.files.safe_write import replaced

NAME, APART = "made.jsonl", "made-apart.jsonl"
"""In the folder of a job: a line a file that it made, with `file`, `bytes` and `sha256`; the same
of its other output."""
Note = Callable[[str, bytes], None]
Prints = dict[str, set[tuple[int, str]]]


class Made:
    """The manifest of a job. A file is the job's where name, size and digest stand in it."""

    def __init__(self, folder: Path, name: str = NAME) -> None:
        """Take the folder of the job and the name in it; nothing is read yet."""
        self.path = folder / name
        self._since = 0

    @contextmanager
    def noting(self) -> Iterator[Note]:
        """A function that notes a file, by name and content, which is then written.

        It is noted first: whatever a kill leaves is known. Raises OSError.
        """
        with os.fdopen(_appended(self.path), "ab", 0) as manifest:
            self._since = manifest.tell()
            manifest.write(b"\n")  # behind half a line, as a kill leaves it

            def note(name: str, content: bytes) -> None:
                manifest.write(_line(name, len(content), hashlib.sha256(content).hexdigest()))

            yield note
            os.fsync(manifest.fileno())

    def add(self, name: str, file: Path) -> None:
        """Note a file that is written already, before it gets this name. Raises OSError."""
        with os.fdopen(_appended(self.path), "ab", 0) as manifest:
            manifest.write(b"\n" + _line(name, *_print(file)))
            os.fsync(manifest.fileno())

    def settle(self) -> None:
        """Forget what was noted before the last `noting`, and is there no longer."""
        with self.path.open("rb") as before, replaced(self.path, follow=False) as file:
            before.seek(self._since)
            shutil.copyfileobj(before, file)

    def knows(self, file: Path, name: str) -> bool:
        """Whether a file is what the job made under this name. Raises OSError."""
        return not file.is_symlink() and _is_known(file, self._known().get(name, set()))

    def foreign(self, folder: Path, growing: str = "") -> str:
        """What in a folder is not the job's or no longer what it was; empty where all of it is.

        growing: the name of a file that a kill may have left at any length; others may be cut
        short then. Raises OSError.
        """
        known = self._known()
        for path in sorted(folder.iterdir()):
            if trouble := _trouble(path, known, growing):
                return f"{path.name} in it {trouble}"
        return ""

    def remove(self, folder: Path, growing: str = "") -> bool:
        """Remove the job's files in a folder, and it; whether nothing else was there."""
        known = self._known()
        for path in list(folder.iterdir()):
            if not _trouble(path, known, growing):
                path.unlink()
        with suppress(OSError):
            folder.rmdir()
        return not folder.exists()

    def _known(self) -> Prints:
        known: Prints = defaultdict(set)
        with suppress(FileNotFoundError), self.path.open("rb") as manifest:
            for line in manifest:
                with suppress(ValueError, KeyError, TypeError):  # half a line
                    told = json.loads(line)
                    known[told["file"]].add((told["bytes"], told["sha256"]))
        return known


def _appended(path: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, 0o666)


def _line(name: str, size: int, digest: str) -> bytes:
    told = {"file": name, "bytes": size, "sha256": digest}
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _trouble(path: Path, known: Prints, growing: str) -> str:
    """What is wrong with a file that should be the job's."""
    if path.is_symlink() or not path.is_file() or path.name not in {*known, growing}:
        return "is not of this job"
    prints = known.get(path.name, set())
    if growing and (path.name == growing or _is_cut(path, prints)):
        return ""
    return "" if _is_known(path, prints) else "was changed"


def _is_cut(path: Path, prints: set[tuple[int, str]]) -> bool:
    return any(path.stat().st_size < size for size, _ in prints)


def _is_known(path: Path, prints: set[tuple[int, str]]) -> bool:
    return any(path.stat().st_size == size for size, _ in prints) and _print(path) in prints


def _print(path: Path) -> tuple[int, str]:
    with path.open("rb") as file:
        return path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest()
