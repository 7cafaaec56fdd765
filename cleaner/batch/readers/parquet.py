"""Parquet: a page a row. What is held of a file is bounded, however it is packed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from cleaner.batch.inputs import READ, BadRecord, Fields, Input, Record
from cleaner.batch.optional import needed
from cleaner.batch.readers.parquet_pages import largest_page

FORMAT = "parquet"
NEEDS = "pyarrow"
ENDINGS = (".parquet", ".pq")
ROWS = 16
RELEASED = 256
"""Rows that are held at a time, and rows after which Arrow gives memory back to the system: the
peak is 250 MB with 3,000 pages, and 475 MB with 64 rows and nothing given back."""
BUFFER = 1 << 20
"""Bytes of a column that are read at a time."""
BATCH = 1 << 27
"""Bytes that the rows held at a time may take; no value is larger than its page."""


def records(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Record]:
    """A Record a row; its name is FILE:ROW, from 1. Raises MissingField, BadRecord."""
    parquet = needed("pyarrow.parquet", f"reading {name}")
    with parquet.ParquetFile(stream, buffer_size=BUFFER) as file:
        wanted = _columns(file.schema_arrow, fields)
        for number, record in enumerate(rows_of(stream, file, wanted), 1):
            yield Record(at := f"{name}:{number}", _page(record, fields, at))


def rows_of(stream: BinaryIO, file: Any, columns: list[str]) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # of pyarrow
    """The rows of an open file as plain data, some columns of them. Raises BadRecord."""
    for group in range(file.num_row_groups):
        largest = largest_page(stream, file.metadata.row_group(group), columns)
        rows = min(ROWS, max(1, BATCH // max(largest, 1)))
        yield from _rows(file, group, rows, columns)


def _columns(schema: Any, fields: Fields) -> list[str]:  # noqa: ANN401  # of pyarrow
    """The columns to read. Raises MissingField, or BadRecord where one holds more than text."""
    if not any(column in schema.names for column in fields.content):
        raise fields.missing(schema.names)
    wanted = {*fields.content, fields.url, fields.id, fields.charset}
    flat = [field.name for field in schema if field.name in wanted and not field.type.num_fields]
    if not any(name in flat for name in fields.content):
        name = next(name for name in fields.content if name in schema.names)
        raise BadRecord(f"{name} holds {schema.field(name).type}, not text")
    return flat


def _rows(file: Any, group: int, rows: int, wanted: list[str]) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """The rows of a row group as plain data, so many at a time."""
    from cleaner.batch.schema import records_of, release, without_longer

    read = 0
    for batch in file.iter_batches(rows, row_groups=[group], columns=wanted, use_threads=False):
        read += batch.num_rows
        found = records_of(without_longer(batch, READ))
        del batch  # or two of them are held while the next is read
        while found:
            yield found.pop(0)
        if read % RELEASED < rows:
            release()


def _page(record: dict[str, Any], fields: Fields, name: str) -> Input | BadRecord:
    try:
        return fields.read(record, name)
    except BadRecord as error:
        error.named = fields.named(record, name)
        return error
