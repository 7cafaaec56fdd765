"""Files that are written whole or not at all; devices, pipes and links stay what they are."""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/(?:fd/(?P<number>\d+)|(?P<name>stdin|stdout|stderr))")
_NAMED = {"stdin": 0, "stdout": 1, "stderr": 2}


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """A file to write, that takes the place of `path` when the block ends well.

    It is on the disk before its name is: neither a kill nor a power cut leaves half of it. A
    symlink stays, and what it points to is replaced. Mode and owner of a file that was there are
    kept. What exists and is no regular file (a device, a pipe, `/dev/fd/3`) is written to as it
    is, for nothing can take its place. Raises OSError.
    """
    if _is_stream(path):
        with _opened(path) as file:
            yield file
        return
    target = Path(os.path.realpath(path))
    before = target.stat() if target.exists() else None
    temporary = target.with_name(f".{secrets.token_hex(8)}.part")
    file = _created(temporary, private=before is not None)
    try:
        with file:
            if before is not None:
                _like(temporary, before)
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _is_stream(path: Path) -> bool:
    """Whether a path leads to something that is open already, or is no regular file."""
    if _DESCRIPTOR.fullmatch(str(path)):
        return True
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return False


def _opened(path: Path) -> BinaryIO:
    """A stream to write to. An open file is shared: to open it anew would empty it."""
    if not (match := _DESCRIPTOR.fullmatch(str(path))):
        return path.open("wb")
    number = int(match["number"]) if match["number"] else _NAMED[match["name"]]
    return os.fdopen(os.dup(number), "wb")


def _created(path: Path, *, private: bool) -> BinaryIO:
    """A new file, never one that is there, nor where a planted link leads."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600 if private else 0o666), "wb")


def _like(path: Path, before: os.stat_result) -> None:
    """Give a file the owner, as far as allowed, and the mode of the one that it will replace."""
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # only root may give a file away
            os.chown(path, before.st_uid, before.st_gid)
    path.chmod(stat.S_IMODE(before.st_mode))
