"""clean_table(): what every engine calls. N rows in, N rows out, and it never raises.

Engines deal badly with a page that hangs or crashes: they try it again without end, drop the
good rows beside it, or fail the job. So no page is cleaned in the engine's own process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Unpack

import pyarrow as pa

from cleaner.batch.inputs import BadRecord, Fields, Input
from cleaner.batch.rows import Row, failed
from cleaner.batch.schema import records_of, schema, table_of
from cleaner.batch.setup import Settings, Setup
from cleaner.batch.workers.idle import lent

__all__ = ["clean_table", "output_schema"]


def clean_table(
    table: pa.Table,
    *,
    fields: Fields | None = None,
    **settings: Unpack[Settings],
) -> pa.Table:
    """Clean the pages of a table in a child process that outlives the call.

    table: columns with the page, its URL and its id, as `fields` names them (`html` or `text`,
    `url`, `id`); without an id the URL stands for it, or else the number in the table. settings:
    `options`, `columns`, `timeout`, `memory` (cleaner.batch.Settings).

    Returns a table of `output_schema(columns)` with as many rows in the same order. What goes
    wrong with a page, or with all of them, stands in `outcome` (`failed: …`) and `error`.
    Raises ValueError only for arguments that no table could be cleaned with.
    """
    setup = Setup.given(settings)
    pages = list(_pages(table, fields or Fields()))
    with lent(setup) as worker:
        rows = [page if isinstance(page, Row) else worker.tried(page) for page in pages]
    return table_of([row.to_dict() for row in rows], schema(setup.columns))


def output_schema(columns: Iterable[str] = ()) -> pa.Schema:
    """The schema of what `clean_table` gives back. Raises ValueError for an unknown column."""
    return schema(Setup.of(None, columns).columns)


def _pages(table: pa.Table, fields: Fields) -> Iterator[Input | Row]:
    there = dict.fromkeys(table.column_names)
    if not any(name in there for name in fields.content):
        error = str(fields.missing(there))
        yield from (failed(str(n), None, "input", error) for n in range(table.num_rows))
        return
    wanted = {*fields.content, fields.url, fields.id, fields.charset}
    first = [table.column_names.index(name) for name in there if name in wanted]
    for number, record in enumerate(_records(table.select(first))):
        id_, url = fields.named(record, "")
        id_ = id_ or url or str(number)
        try:
            yield fields.read(record, id_)
        except BadRecord as error:
            yield failed(id_, url, "input", str(error))


def _records(table: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=64):
        yield from records_of(batch)
