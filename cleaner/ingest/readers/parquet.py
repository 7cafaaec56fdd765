"""Parquet: a page a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from cleaner.ingest.inputs import BadRecord, Fields, Input, Record
from cleaner.ingest.optional import needed

NEEDS = "pyarrow"
ENDINGS = (".parquet", ".pq")
ROWS, RELEASED = 16, 256
"""Rows that are held at a time, and rows after which Arrow gives memory back to the system: the
peak is 250 MB with 3,000 pages, and 475 MB with 64 rows and nothing given back."""
BUFFER = 1 << 20
"""Bytes of a column that are read at a time."""


def records(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Record]:
    """A Record a row; its name is FILE:ROW, from 1. Raises MissingField."""
    parquet = needed("pyarrow.parquet", f"reading {name}")
    from cleaner.ingest.schema import records_of, release

    with parquet.ParquetFile(stream, buffer_size=BUFFER) as file:
        there = file.schema_arrow.names
        if not any(column in there for column in fields.content):
            raise fields.missing(there)
        wanted = [n for n in there if n in (*fields.content, fields.url, fields.id, fields.charset)]
        number = 0
        for batch in file.iter_batches(ROWS, columns=wanted, use_threads=False):
            for record in records_of(batch):
                number += 1
                yield Record(at := f"{name}:{number}", _page(record, fields, at))
            if number % RELEASED < ROWS:
                release()


def _page(record: dict[str, Any], fields: Fields, name: str) -> Input | BadRecord:
    try:
        return fields.read(record, name)
    except BadRecord as error:
        error.named = fields.named(record, name)
        return error
