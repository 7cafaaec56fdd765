"""Rows as Arrow tables and back: the columns of Parquet files and of every engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

import pyarrow as pa
from pyarrow import compute

from cleaner.batch.rows import FINDING, OPINION, SIGNATURE
from cleaner.batch.setup import FORMATS
from cleaner.document.span import Span, Spans
from cleaner.metadata.stated import LISTS, Metadata, Stated

_STRIPPED = pa.map_(pa.string(), pa.int32())
_COLUMNS = {
    "id": pa.string(),
    "url": pa.string(),
    "outcome": pa.string(),
    "title": pa.string(),
    "text": pa.string(),
    "language": pa.string(),
    "confidence": pa.float64(),
    "concerns": pa.list_(pa.string()),
    "stripped": _STRIPPED,
    "error": pa.string(),
}
_EVIDENCE = pa.list_(pa.struct([(f.name, pa.string()) for f in fields(Stated)]))
_METADATA = pa.struct(
    [
        (f.name, pa.list_(pa.string()) if f.name in LISTS else pa.string())
        for f in fields(Metadata)
        if f.name != "evidence"
    ]
    + [("evidence", _EVIDENCE)]
)
_PLACES = {name: pa.int64() for name in ("block", "start", "end")}
_SPAN = pa.struct([(f.name, _PLACES.get(f.name, pa.string())) for f in fields(Span)])
_SPANS = pa.struct(
    [(f.name, pa.list_(_SPAN) if f.name == "blocks" else pa.string()) for f in fields(Spans)]
)
_ON_REQUEST = {
    **dict.fromkeys(FORMATS, pa.string()),
    "findings": pa.list_(pa.struct([(name, pa.string()) for name in FINDING])),
    "metadata": _METADATA,
    "spans": _SPANS,
    "report": pa.string(),
    OPINION: pa.struct(
        [
            *((name, pa.int32()) for name in ("asked", "answered", "changed")),
            ("trouble", pa.list_(pa.string())),
        ]
    ),
    SIGNATURE: pa.struct(
        [
            ("sketch", pa.string()),
            ("words", pa.int32()),
            *((name, pa.string()) for name in ("canonical", "published", "publisher")),
        ]
    ),
}


def schema(columns: Iterable[str] = ()) -> pa.Schema:
    """The columns of a row, with those on request behind them; of others the values are texts."""
    more = {name: _ON_REQUEST.get(name, pa.string()) for name in columns}
    return pa.schema(list((_COLUMNS | more).items()))


def records_of(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """The rows of a batch as plain data, even where strings hold what is no UTF-8."""
    try:
        rows: list[dict[str, Any]] = batch.to_pylist()
    except UnicodeDecodeError:
        columns = zip(*map(_plain, batch.columns), strict=True)
        rows = [dict(zip(batch.schema.names, values, strict=True)) for values in columns]
    return rows


def maps_in(form: pa.Schema) -> list[str]:
    """The columns of maps, which Arrow gives as lists of pairs."""
    return [field.name for field in form if pa.types.is_map(field.type)]


def with_maps(row: dict[str, Any], maps: Iterable[str]) -> dict[str, Any]:
    """A row with these columns as objects."""
    return row | {name: dict(row[name]) for name in maps if row.get(name) is not None}


def without_longer(batch: pa.RecordBatch, most: int) -> pa.RecordBatch:
    """A batch whose values of more bytes than `most` are cut there."""
    if batch.nbytes <= most:
        return batch
    columns = [_cut(column, most) for column in batch.columns]
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)


def _cut(column: pa.Array, most: int) -> pa.Array:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if column.nbytes <= most:
        return column
    raw = column.cast(pa.large_binary())
    return compute.binary_slice(raw, 0, most).cast(pa.large_binary()).view(_as_text(column.type))


def _as_text(kind: pa.DataType) -> pa.DataType:
    """The type of columns whose bytes are bytes, or else text; both with room for any."""
    of_bytes = (pa.types.is_binary, pa.types.is_large_binary, pa.types.is_binary_view)
    return pa.large_binary() if any(is_one(kind) for is_one in of_bytes) else pa.large_string()


def _plain(column: pa.Array) -> list[Any]:
    try:
        values: list[Any] = column.to_pylist()
    except UnicodeDecodeError:
        if pa.types.is_dictionary(column.type):
            column = column.dictionary_decode()
        raw = column.cast(pa.large_binary()).to_pylist()
        values = [None if value is None else value.decode("utf-8", "replace") for value in raw]
    return values


def table_of(rows: Sequence[dict[str, Any]], form: pa.Schema) -> pa.Table:
    """Rows (`Row.to_dict`) as a table of a schema that `schema` gave."""
    arrays = [_array([row.get(f.name) for row in rows], f.type) for f in form]
    return pa.Table.from_arrays(arrays, schema=form)


def _array(values: list[Any], type_: pa.DataType) -> pa.Array:
    if type_ == _STRIPPED:
        values = [list(value.items()) if value is not None else None for value in values]
    return pa.array(values, type_)


def release() -> None:
    """Give memory that Arrow holds and does not use back to the system."""
    pa.default_memory_pool().release_unused()
