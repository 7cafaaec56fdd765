"""Inputs by name and outputs by name: folders, globs, standard input and output."""

from __future__ import annotations

import errno
import glob
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from cleaner.files.safe_write import replaced

MAX_BYTES = 32_000_000
"""Of an input that is cleaned, where the caller says nothing else."""
PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".shtml", ".txt", ".text")


class BadInput(Exception):
    """An input that cannot be read, or an output that cannot be written; the message says why."""

    outcome = "failed: input"
    """How the input ends, where each input has an end."""


class TooLarge(BadInput):
    """An input of more bytes than are wanted."""

    outcome = "no-article: too-large"


def expand(names: Iterable[str], endings: tuple[str, ...] = PAGE_ENDINGS) -> list[str]:
    """File names, folders and globs → file names, each once, in order; `-` stays.

    endings: of the files that are taken from a folder. Raises BadInput.
    """
    return list(dict.fromkeys(path for name in names for path, _ in rooted(name, endings)))


def rooted(name: str, endings: tuple[str, ...] = PAGE_ENDINGS) -> Iterator[tuple[str, Path | None]]:
    """The files that a file name, a folder or a glob stands for, each with its root.

    The root is the folder, or what of a glob stands before its first `*`, `?` or `[`; None for a
    file or `-`, which are named themselves. Raises BadInput.
    """
    path = Path(name)
    if path.is_dir():
        inside = sorted(_inside(path, endings))
        if not inside:
            raise BadInput(f"{name}: no page in this folder ({', '.join(endings)})")
        yield from ((found, path) for found in inside)
    elif name != "-" and not path.is_file() and glob.has_magic(name):
        found = glob.glob(name, recursive=True)  # noqa: PTH207  # Path.glob takes no absolute pattern
        matches = sorted(p for p in found if Path(p).is_file())
        if not matches:
            raise BadInput(f"{name}: nothing matches")
        yield from ((match, root_of(name)) for match in matches)
    else:
        yield name, None  # what is no file is said, skipped and counted when it is read


def root_of(pattern: str) -> Path:
    """The folder of a glob: its parts before the first with magic.

    >>> str(root_of("crawl/2024/*/index.html")), str(root_of("*.html"))
    ('crawl/2024', '.')
    """
    parts = Path(pattern).parts
    plain = next(n for n, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:plain])


def _inside(folder: Path, endings: tuple[str, ...]) -> Iterator[str]:
    def closed(error: OSError) -> None:
        raise BadInput(f"{error.filename}: cannot be read: {error.strerror}") from error

    for at, _, names in os.walk(folder, onerror=closed):
        yield from (str(Path(at, name)) for name in names if name.lower().endswith(endings))


def read_input(name: str, most: int | None = None) -> bytes:
    """The bytes of a file, or of standard input for `-`; not more than `most` are read.

    Raises BadInput, of which TooLarge is one.
    """
    try:
        if name == "-":
            data = _bounded(sys.stdin.buffer, most)
        else:
            with Path(name).open("rb") as file:
                data = _bounded(file, most)
    except FileNotFoundError:
        raise BadInput("no such file") from None
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}") from error
    if most is not None and len(data) > most:
        raise TooLarge(f"no-article: too-large (more than {most:,} bytes)")
    return data


def _bounded(file: BinaryIO, most: int | None) -> bytes:
    return file.read() if most is None else file.read(most + 1)


def write_output(name: str, text: str) -> None:
    """Write UTF-8 to standard output (`-`) or, whole or not at all, to a file; folders are made.

    Raises BadInput where a file cannot be written, OSError where standard output cannot.
    """
    data = text.encode("utf-8", "replace")
    if name == "-":
        write_stdout(data)
        return
    try:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with replaced(path) as file:
            file.write(data)
    except OSError as error:
        raise BadInput(f"{name}: cannot be written: {error.strerror}") from error


def write_stdout(data: bytes) -> None:
    """Write to standard output, now. Raises OSError, also where it is closed."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
