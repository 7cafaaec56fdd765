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


def expand(names: Iterable[str]) -> list[str]:
    """File names, folders and globs → file names, each once, in order; `-` stays."""
    found = dict.fromkeys(path for name in names for path in _expand_one(name))
    return list(found)


def _expand_one(name: str) -> Iterator[str]:
    path = Path(name)
    if name == "-" or path.is_file():
        yield name
    elif path.is_dir():
        inside = sorted(str(p) for p in path.rglob("*") if p.suffix.lower() in PAGE_ENDINGS)
        if not inside:
            raise BadInput(f"{name}: no page in this folder ({', '.join(PAGE_ENDINGS)})")
        yield from inside
    elif glob.has_magic(name):
        found = glob.glob(name, recursive=True)  # noqa: PTH207  # Path.glob takes no absolute pattern
        matches = sorted(p for p in found if Path(p).is_file())
        if not matches:
            raise BadInput(f"{name}: nothing matches")
        yield from matches
    else:
        yield name  # said, skipped and counted when it is read


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises BadInput."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except FileNotFoundError:
        raise BadInput("no such file") from None
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}") from error


_written: dict[str, str] = {}


def write_output(name: str, text: str, *, unique: str = "") -> None:
    """Write UTF-8 to standard output (`-`) or, whole or not at all, to a file.

    unique: the input's name; where two inputs of one run would write the same file, the
    second gets a number. Folders are made.
    """
    if name == "-":
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    path = _free(Path(name), unique) if unique else Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8", "replace"))
    Path(temporary).chmod(0o644)
    Path(temporary).replace(path)


def _free(path: Path, unique: str) -> Path:
    number = 1
    candidate = path
    while _written.setdefault(str(candidate), unique) != unique:
        number += 1
        candidate = path.with_stem(f"{path.stem}-{number}")
    return candidate
