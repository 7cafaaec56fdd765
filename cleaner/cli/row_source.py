"""The source that a row was made of: a file, or a record of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from cleaner.batch.inputs import BadRecord, Fields, MissingField, Record
from cleaner.batch.readers import endings
from cleaner.batch.readers.sources import Source, format_of, records
from cleaner.files import BadInput
from cleaner.text.regex import regex

_PLACE = regex(r"(.+)[:@]\d+\Z")
Found = tuple[str, bytes | str]
"""The name of a source, and what is in it."""


@dataclass(frozen=True)
class RowSources:
    """Where the pages of rows are.

    named: a folder, a page, or a file of many pages; None for the file that a row names. fields:
    those of a file of many pages.
    """

    named: str | None
    fields: Fields

    def of(self, id_: str) -> Found | None:
        """The page of a row by its id; None where it is not found.

        Raises BadInput for a source that is not there or cannot be read, MissingExtra.
        """
        if self.named is None:
            return self._page(Path(id_)) or self._record_at(id_)
        path = Path(self.named)
        if path.is_dir():
            places = (self._page(path / tail) for tail in _tails(id_))
            return next(filter(None, places), None)
        if not path.is_file():
            raise BadInput(f"{self.named}: no such file")
        return self._record(self.named, id_) if _is_of_many(self.named) else self._page(path)

    def _page(self, path: Path) -> Found | None:
        """A file that is a page."""
        try:
            if not path.is_file() or _is_of_many(path.name):
                return None
        except (OSError, ValueError):  # an id that can be no name of a file
            return None
        return next(self._contents(Source(str(path), "page"), None), None)

    def _record_at(self, id_: str) -> Found | None:
        """The record that an id names, as `FILE:LINE`."""
        place = _PLACE.match(id_)
        if place is None or not _is_of_many(place[1]) or not Path(place[1]).is_file():
            return None
        return self._record(place[1], id_)

    def _record(self, name: str, id_: str) -> Found | None:
        """The record of an id in a file of many pages."""
        return next(self._contents(Source(name, format_of(name)), id_), None)

    def _contents(self, source: Source, id_: str | None) -> Iterator[Found]:
        """The pages of a source, those of an id alone where one is given. Raises BadInput."""
        for record in records(source, self.fields):
            if id_ is None or _is_named(record, id_):
                try:
                    yield record.name, record.read().content
                except BadRecord as error:
                    raise BadInput(f"{record.name.removesuffix('!')}: {error}") from error


def _tails(id_: str) -> Iterator[PurePath]:
    """What may stand below a folder: the whole name, and without the first folders of it."""
    parts = [part for part in PurePath(id_).parts if part not in ("..", PurePath(id_).anchor)]
    yield from (PurePath(*parts[n:]) for n in range(len(parts)))


def _is_of_many(name: str) -> bool:
    return name.lower().endswith(endings()) and format_of(name) != "page"


def _is_named(record: Record, id_: str) -> bool:
    """By its own id, or by where it stands, whatever folder the file is in now."""
    if id_ in (record.named()[0], record.name) or isinstance(record.data, MissingField):
        return True
    return bool(_PLACE.match(id_)) and PurePath(record.name).name == PurePath(id_).name
