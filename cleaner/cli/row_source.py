"""The source that a row was made of: a file, or a record of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from cleaner.batch.inputs import BadRecord, Fields, Record
from cleaner.batch.readers import endings
from cleaner.batch.readers.sources import Source, format_of, records
from cleaner.files import BadInput
from cleaner.text.regex import regex

_PLACE = regex(r"(.+):\d+\Z")
Found = tuple[str, bytes | str]
"""The name of a source, and what is in it."""


def source_of(id_: str, named: str | None) -> Found | None:
    """The page of a row by its id; None where it is not found.

    named: a folder, a page, or a file of many pages; None for the file that the row names. Raises
    BadInput for one that is not there or cannot be read, MissingExtra.
    """
    if named is None:
        return _read(Path(id_), id_) or _record_of(id_)
    path = Path(named)
    if path.is_dir():
        places = (path / tail for tail in _tails(id_))
        return next(filter(None, (_read(place, str(place)) for place in places)), None)
    if not path.is_file():
        raise BadInput(f"{named}: no such file")
    return _record(named, id_) if _is_of_many(named) else _read(path, named)


def _tails(id_: str) -> Iterator[PurePath]:
    """What may stand below a folder: the whole name, and without the first folders of it."""
    parts = [part for part in PurePath(id_).parts if part not in ("..", PurePath(id_).anchor)]
    yield from (PurePath(*parts[n:]) for n in range(len(parts)))


def _is_of_many(name: str) -> bool:
    return name.lower().endswith(endings()) and format_of(name) != "page"


def _read(path: Path, name: str) -> Found | None:
    """A file that is a page."""
    try:
        if not path.is_file() or _is_of_many(name):
            return None
    except (OSError, ValueError):  # an id that can be no name of a file
        return None
    return next(_contents(Source(str(path), "page"), None), None)


def _record_of(id_: str) -> Found | None:
    """The record that an id names, as `FILE:LINE`."""
    place = _PLACE.match(id_)
    is_there = place is not None and _is_of_many(place[1]) and Path(place[1]).is_file()
    return _record(place[1], id_) if place and is_there else None


def _record(name: str, id_: str) -> Found | None:
    """The record of an id in a file of many pages."""
    return next(_contents(Source(name, format_of(name)), id_), None)


def _contents(source: Source, id_: str | None) -> Iterator[Found]:
    """The pages of a source, those of an id alone where one is given. Raises BadInput."""
    for record in records(source, Fields()):
        if id_ is None or _is_named(record, id_):
            try:
                yield record.name, record.read().content
            except BadRecord as error:
                raise BadInput(f"{record.name.removesuffix('!')}: {error}") from error


def _is_named(record: Record, id_: str) -> bool:
    """By its own id, or by where it stands, whatever folder the file is in now."""
    if id_ in (record.named()[0], record.name):
        return True
    return bool(_PLACE.match(id_)) and PurePath(record.name).name == PurePath(id_).name
