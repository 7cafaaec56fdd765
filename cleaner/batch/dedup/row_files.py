"""Rows in files, as `cleaner batch` writes them: JSON Lines and Parquet, any number of times."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from cleaner.batch.dedup.copies import READ, TEXT
from cleaner.batch.inputs import BadRecord, Fields
from cleaner.batch.optional import MissingExtra, needed
from cleaner.batch.readers import json_lines, parquet
from cleaner.batch.readers.sources import Source, sources
from cleaner.batch.readers.streams import opened
from cleaner.batch.rows import SIGNATURE
from cleaner.files import BadInput

ENDINGS = (*json_lines.ENDINGS, *parquet.ENDINGS)
FORMATS = (json_lines.FORMAT, parquet.FORMAT)
Placed = Iterator[tuple[str, dict[str, Any]]]


@dataclass(frozen=True)
class RowFiles:
    """The rows of some files, in order, and where each stands (`FILE:LINE`).

    Iteration raises BadInput, naming the place, for what is no row or cannot be read.
    """

    files: Sequence[Source]

    @classmethod
    def named(cls, names: Sequence[str]) -> RowFiles:
        """The rows of files, folders of them, globs and fsspec URLs. Raises BadInput."""
        for name in names:
            if name == "-":
                raise BadInput("rows are read twice, and standard input once; name a file")
            if Path(name).is_file() and not name.lower().endswith(ENDINGS):
                raise BadInput(f"{name}: no file of rows; name FILE.jsonl or FILE.parquet")
        found = [source for source in sources(names) if source.format in FORMATS]
        if not found:
            raise BadInput(f"{' '.join(names)}: no file of rows there (.jsonl, .parquet)")
        return cls(found)

    def __iter__(self) -> Placed:
        """All of each row."""
        return (each for source in self.files for each in _rows(source))

    def compared(self, columns: dict[str, None] | None = None) -> Placed:
        """Of each row what tells copies: of Parquet no other column is read.

        columns: takes the names of all columns.
        """
        seen = {} if columns is None else columns
        return (each for source in self.files for each in _rows(source, seen))


def _rows(source: Source, seen: dict[str, None] | None = None) -> Placed:
    place = source.name
    read = _of_lines if source.format == json_lines.FORMAT else _of_parquet
    try:
        with opened(source.name) as stream:
            for place, row in read(stream, source.name, seen):  # for the message
                yield place, row
    except (MissingExtra, BadInput):
        raise
    except Exception as error:  # whatever a format's library raises
        said = (isinstance(error, OSError) and error.strerror) or error
        on = " on" if place != source.name else ""
        raise BadInput(f"{place}: cannot be read{on}: {said}") from error


def _of_lines(stream: BinaryIO, name: str, seen: dict[str, None] | None) -> Placed:
    for record in json_lines.records(stream, name, Fields()):
        try:
            if not isinstance(row := _parsed(record.data), dict):
                raise BadRecord(f"a row with fields was expected, not {type(row).__name__}")
        except BadRecord as error:
            raise BadInput(f"{record.name}: {error}") from error
        if seen is not None:
            seen.update(dict.fromkeys(row))
        yield record.name, row


def _parsed(data: object) -> object:
    """What a line says, without halves of surrogate pairs. Raises BadRecord."""
    if not isinstance(data, json_lines.JsonLine):
        raise data if isinstance(data, BadRecord) else BadRecord("no line")
    row = data.parsed()
    if b"\\u" in data.raw:
        row = json.loads(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))
    return row


def _of_parquet(stream: BinaryIO, name: str, seen: dict[str, None] | None) -> Placed:
    library = needed("pyarrow.parquet", f"reading {name}")
    from cleaner.batch.schema import maps_in, with_maps

    with library.ParquetFile(stream, buffer_size=parquet.BUFFER) as file:
        there = file.schema_arrow.names
        if seen is not None:
            seen.update(dict.fromkeys(there))
        columns, maps = there if seen is None else _needed(there), maps_in(file.schema_arrow)
        for number, row in enumerate(parquet.rows_of(stream, file, columns), 1):
            yield f"{name}:{number}", with_maps(row, maps)


def _needed(there: Collection[str]) -> list[str]:
    wanted = READ if SIGNATURE in there else (*READ, *TEXT)
    return [name for name in there if name in wanted]
