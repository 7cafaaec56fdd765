"""The file of the index: made once from the lexicons, read by every process.

A wheel has it; elsewhere the first process that needs it writes it beside the lexicons or, where
that cannot be, into the user's cache. Its first line names all that it was made from, lexicons and
code, and its length: a file that is of others, or half of one, is made anew. It is text, of which
nothing is ever run. In the cache it counts only where nobody but its owner, the user, may write.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from cleaner.text.lists import sources, tables
from cleaner.text.sections import is_whole, packed

NAME = "index.txt"
_OTHERS_WRITE = 0o022


def loaded() -> bytes:
    """The index as `Sections` reads it, from the file or else made from the lexicons."""
    lexicons = sources()
    title = title_of(lexicons)
    for found in (_beside, _cached):
        if is_whole(data := found(title), title):
            return data
    made = filed_under(title, lexicons)
    _keep(made, title)
    return made


def title_of(lexicons: Mapping[str, bytes]) -> str:
    """What an index is made from: the lexicons, and this folder, where all code is that files."""
    digest = sha256()
    for name, data in (*lexicons.items(), *sources("text", ".py").items()):
        digest.update(f"{name} {len(data)}\n".encode())
        digest.update(data)
    return f"page-cleaner lexicons {digest.hexdigest()}"


def filed_under(title: str, lexicons: Mapping[str, bytes]) -> bytes:
    """The file of an index. Raises ValueError where a lexicon cannot be read."""
    from cleaner.text.filing import filed  # only who makes it pays for it

    return packed(title, filed(tables(lexicons)))


def _beside(_: str) -> bytes:
    with suppress(OSError):
        return files("cleaner").joinpath("lexicons", NAME).read_bytes()
    return b""


def _cached(title: str) -> bytes:
    with suppress(OSError), _in_cache(title).open("rb") as file:
        if _is_own(os.fstat(file.fileno())) and _is_own(_cache().stat()):
            return file.read()
    return b""


def _is_own(found: os.stat_result) -> bool:
    """Whether something belongs to the user, and nobody else may write it."""
    if not hasattr(os, "geteuid"):  # Windows: folders of a user are the user's own
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_WRITE


def _cache() -> Path:
    """The folder in the user's cache. Raises OSError where there is no home."""
    try:
        home = Path.home()
    except RuntimeError as error:
        raise OSError(str(error)) from error
    usual = {"darwin": home / "Library/Caches", "win32": home / "AppData/Local"}
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    folder = named if named.is_absolute() else usual.get(sys.platform, home / ".cache")
    return folder / "page-cleaner"


def _in_cache(title: str) -> Path:
    return _cache() / f"{title.rpartition(' ')[2]}.txt"


def _keep(made: bytes, title: str) -> None:
    """Write a file at the first place where that can be, whole or not at all."""
    from cleaner.files.safe_write import replaced

    for place in _places(title):
        with suppress(OSError):
            with replaced(place) as file:
                file.write(made)
            return


def _places(title: str) -> Iterator[Path]:
    folder = files("cleaner").joinpath("lexicons")
    if isinstance(folder, Path):  # and not within an archive
        yield folder / NAME
    with suppress(OSError):
        _cache().mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_own(_cache().stat()):
            yield _in_cache(title)
