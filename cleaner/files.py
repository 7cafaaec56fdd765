"""Inputs by name and outputs by name: folders, globs, standard input and output."""

from __future__ import annotations

import glob
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".shtml", ".txt", ".text")


class BadInput(Exception):
    """An input that cannot be read; the message ends "NAME: …"."""


def expand(names: Iterable[str], endings: tuple[str, ...] = PAGE_ENDINGS) -> list[str]:
    """File names, folders and globs → file names, each once, in order; `-` stays.

    endings: of the files that are taken from a folder. Raises BadInput.
    """
    found = dict.fromkeys(path for name in names for path in _expand_one(name, endings))
    return list(found)


def _expand_one(name: str, endings: tuple[str, ...]) -> Iterator[str]:
    path = Path(name)
    if name == "-" or path.is_file():
        yield name
    elif path.is_dir():
        inside = sorted(_inside(path, endings))
        if not inside:
            raise BadInput(f"{name}: no page in this folder ({', '.join(endings)})")
        yield from inside
    elif glob.has_magic(name):
        found = glob.glob(name, recursive=True)  # noqa: PTH207  # Path.glob takes no absolute pattern
        matches = sorted(p for p in found if Path(p).is_file())
        if not matches:
            raise BadInput(f"{name}: nothing matches")
        yield from matches
    else:
        yield name  # said, skipped and counted when it is read


def _inside(folder: Path, endings: tuple[str, ...]) -> Iterator[str]:
    def closed(error: OSError) -> None:
        raise BadInput(f"{error.filename}: cannot be read: {error.strerror}") from error

    for at, _, names in os.walk(folder, onerror=closed):
        yield from (str(Path(at, name)) for name in names if name.lower().endswith(endings))


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises BadInput."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except FileNotFoundError:
        raise BadInput("no such file") from None
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}") from error


def write_output(name: str, text: str) -> None:
    """Write UTF-8 to standard output (`-`) or, whole or not at all, to a file; folders are made.

    Raises BadInput where the file cannot be written.
    """
    if name == "-":
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    try:
        _replace(Path(name), text.encode("utf-8", "replace"))
    except OSError as error:
        raise BadInput(f"{name}: cannot be written: {error.strerror}") from error


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


class Outputs:
    """The files that one run writes: no two inputs share one, and no input is written over."""

    def __init__(self, folder: str, inputs: Iterable[str]) -> None:
        """Write into a folder, beside no input of the run."""
        self.folder = Path(folder)
        self.taken = {Path(name).resolve() for name in inputs}

    def path(self, name: str, ending: str) -> str:
        """The file for an input: its stem, with a number where that is taken."""
        stem = "stdin" if name == "-" else Path(name).stem
        candidate, number = self.folder / f"{stem}.{ending}", 1
        while candidate.resolve() in self.taken:
            number += 1
            candidate = self.folder / f"{stem}-{number}.{ending}"
        self.taken.add(candidate.resolve())
        return str(candidate)
