"""Files that are written whole or not at all; devices, pipes and links stay what they are."""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

LEFT = re.compile(r"\..*\.[0-9a-f]{16}\.part", re.DOTALL)
"""The name of a temporary file or folder, as a kill leaves it."""
_KEPT = 40
"""Characters of a name that its temporary name repeats: a name may have 255 bytes."""
_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/(?:fd/(?P<number>\d+)|(?P<name>stdin|stdout|stderr))")
_NAMED = {"stdin": 0, "stdout": 1, "stderr": 2}
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def temporary_name(path: Path) -> str:
    """A hidden name for what will stand at `path`; nobody can know it before."""
    return f".{path.name[:_KEPT]}.{secrets.token_hex(8)}.part"


def is_left(name: str, path: Path) -> bool:
    """Whether a name is one that `temporary_name` made for a path."""
    return bool(LEFT.fullmatch(name)) and name[:-22] == f".{path.name[:_KEPT]}"


@contextmanager
def replaced(
    path: Path,
    *,
    within: Path | None = None,
    follow: bool = True,
    sealed: Callable[[Path], None] = lambda made: None,
) -> Iterator[BinaryIO]:
    """A file to write, that takes the place of `path` when the block ends well.

    It is on the disk before its name is: neither a kill nor a power cut leaves half of it. It is
    made exclusively, under a name that cannot be known before, with the mode and owner of the
    file that it replaces, or as the umask has it. A link is followed, and stays. What is there
    and is no regular file (a device, a pipe, `/dev/fd/3`) is written to and not replaced.

    within: a folder for the temporary file; that of the target without it. follow: False puts the
    file in the place of a link. sealed: is called with the temporary file when all is written.
    Raises OSError.
    """
    if follow and written_to(path):
        with _opened(path) as there:
            yield there
        return
    target = Path(os.path.realpath(path)) if follow else path
    temporary = (within or target.parent) / temporary_name(target)
    file = _created(temporary, target)  # what is there already is not ours to remove
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        sealed(temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def written_to(path: Path) -> bool:
    """Whether a path is there and is no regular file, or leads to an open one (`/dev/stdout`)."""
    try:
        return not stat.S_ISREG(path.stat().st_mode) or _is_descriptor(path)
    except FileNotFoundError:
        return False


def _opened(path: Path) -> BinaryIO:
    """A stream to write to. An open file is shared: to open it anew would empty it."""
    if not (match := _DESCRIPTOR.fullmatch(str(path))):
        return os.fdopen(os.open(path, os.O_WRONLY | os.O_TRUNC), "wb")
    number = int(match["number"]) if match["number"] else _NAMED[match["name"]]
    return os.fdopen(os.dup(number), "wb")


def _is_descriptor(path: Path) -> bool:
    """Whether a link among those that a path leads along is one of the kernel's own."""
    path = path.absolute()
    while path.is_symlink():
        if path.parts[1:2] in (("dev",), ("proc",)):
            return True
        path = path.parent / path.readlink()
    return False


def _created(temporary: Path, target: Path) -> BinaryIO:
    """A new file, to be read by nobody who may not read the target."""
    before = _stat(target)
    mode = 0o666 if before is None else stat.S_IMODE(before.st_mode)
    handle = os.open(temporary, _NEW, mode & 0o777)
    if before is not None and hasattr(os, "fchmod"):
        with suppress(PermissionError):  # only root may give a file away
            os.fchown(handle, before.st_uid, before.st_gid)
        os.fchmod(handle, mode)
    return os.fdopen(handle, "wb")


def _stat(path: Path) -> os.stat_result | None:
    with suppress(FileNotFoundError):
        if stat.S_ISREG((found := path.lstat()).st_mode):
            return found
    return None
