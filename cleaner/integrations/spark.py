"""PySpark: pages in, articles out by `mapInArrow`; an output is committed whole or not at all.

A page that kills a process of Spark's fails the job with nothing committed; so no page is cleaned
in one.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Unpack

import pyarrow as pa

from cleaner.batch.inputs import Fields, Record
from cleaner.batch.readers.sources import Source, check, records, sources
from cleaner.batch.readers.streams import opened_from
from cleaner.batch.rows import Row
from cleaner.batch.schema import schema, table_of
from cleaner.batch.setup import Settings, Setup
from cleaner.batch.workers.idle import lent
from cleaner.integrations.missing import needs
from cleaner.integrations.spark_copies import find_copies
from cleaner.integrations.spark_python import use_this_python
from cleaner.integrations.table import clean_table, output_schema

with needs("spark"):
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

__all__ = ["clean_dataframe", "clean_pages", "find_copies"]

BATCH = 64
"""Rows that go back to Spark at a time."""
_MAX_TASKS = 16
"""A file is read whole by each of its tasks: more of them would read more than they clean."""
Batches = Iterable[pa.RecordBatch]


def clean_pages(  # noqa: PLR0913  # each is a thing that callers set
    spark: SparkSession,
    paths: str | Iterable[str],
    output: str,
    *,
    fields: Fields | None = None,
    tasks_per_file: int | None = None,
    mode: str = "errorifexists",
    **settings: Unpack[Settings],
) -> None:
    """Clean the pages of files into a folder of Parquet files, a row a page, all or nothing.

    paths: WARC, JSON Lines, Parquet and page files, folders of them, globs, fsspec URLs, as the
    driver and every executor see them. output: a folder or URL that Spark knows. fields,
    settings: as for `clean_table`. tasks_per_file: each of them reads the file whole and cleans
    its share; None is as many as keep all cores at work, at most 16. mode: what
    `DataFrameWriter.mode` does where the output exists.

    Raises BadInput for paths that cannot be used, MissingExtra where reading them needs a library,
    ValueError for other arguments that cannot be, and what Spark raises.
    """
    setup, fields = Setup.given(settings), fields or Fields()
    found = sources([paths] if isinstance(paths, str) else paths)
    check({source.format: source for source in found}.values(), fields)
    if tasks_per_file is None:
        tasks_per_file = min(_MAX_TASKS, -(-_cores(spark) // len(found)))
    shares = _shares(found, fields, tasks_per_file)
    rows = [(bytearray(pickle.dumps(share)),) for share in shares]
    work = spark.createDataFrame(rows, "share binary").coalesce(1).repartition(len(rows))
    _mapped(work, _of_shares(setup), setup).write.mode(mode).parquet(output)


def clean_dataframe(  # each is a thing that callers set
    df: DataFrame,
    *,
    fields: Fields | None = None,
    **settings: Unpack[Settings],
) -> DataFrame:
    """The rows of `clean_table` for a data frame with pages, as `DataFrame.mapInArrow` makes them.

    df: with the columns that `fields` names (`html` or `text`, `url`, `id`). Rows without an id
    and a URL are named by their number in a batch, which is not unique. The rest is as for
    `clean_table`. Raises ValueError for arguments that cannot be, MissingField where no column
    holds the page.
    """
    setup, fields = Setup.given(settings), fields or Fields()
    if not any(name in df.columns for name in fields.content):
        raise fields.missing(df.columns)
    wanted = (*fields.content, fields.url, fields.id, fields.charset)
    pages = df.select([f"`{name}`" for name in df.columns if name in wanted])
    return _mapped(pages, _of_tables(setup, fields), setup)


def _mapped(df: DataFrame, clean: Callable[[Batches], Batches], setup: Setup) -> DataFrame:
    use_this_python(df.sparkSession)
    return df.mapInArrow(clean, from_arrow_schema(output_schema(setup.columns)))


def _cores(spark: SparkSession) -> int:
    try:
        return int(spark.sparkContext.defaultParallelism)
    except AttributeError:  # Spark Connect does not tell
        return 1


def _of_tables(setup: Setup, fields: Fields) -> Callable[[Batches], Batches]:
    cleaned = partial(
        clean_table,
        fields=fields,
        **setup.settings(),
    )

    def clean(batches: Batches) -> Batches:
        for batch in batches:
            for start in range(0, batch.num_rows, BATCH):
                pages = pa.Table.from_batches([batch.slice(start, BATCH)])
                yield from cleaned(pages).to_batches()

    return clean


@dataclass(frozen=True)
class _Share:
    """What one task cleans: every `of`th page of sources, from number `first` on."""

    sources: Sequence[Source]
    fields: Fields
    first: int = 0
    of: int = 1
    folder: Path = field(default_factory=Path.cwd)
    """The driver's working folder, which need not be the worker's."""

    def records(self) -> Iterator[Record]:
        here = partial(opened_from, self.folder)
        every = (r for source in self.sources for r in records(source, self.fields, here))
        return islice(every, self.first, None, self.of)


def _shares(found: Sequence[Source], fields: Fields, tasks_per_file: int) -> list[_Share]:
    """The tasks: so many for a file of many pages, and one for many files of one."""
    if tasks_per_file < 1:
        raise ValueError(f"tasks_per_file must be at least 1, not {tasks_per_file}")
    pages = [source for source in found if source.is_page]
    files = [source for source in found if not source.is_page]
    return [
        *(_Share([f], fields, n, tasks_per_file) for f in files for n in range(tasks_per_file)),
        *(_Share(pages[n : n + BATCH], fields) for n in range(0, len(pages), BATCH)),
    ]


def _of_shares(setup: Setup) -> Callable[[Batches], Batches]:
    form = schema(setup.columns)

    def clean(batches: Batches) -> Batches:
        shares = (pickle.loads(share.as_py()) for batch in batches for share in batch["share"])
        with lent(setup) as worker:
            rows = (worker.tried(record) for share in shares for record in share.records())
            while some := list(islice(rows, BATCH)):
                yield from _table(some, form).to_batches()

    return clean


def _table(rows: Iterable[Row], form: pa.Schema) -> pa.Table:
    return table_of([row.to_dict() for row in rows], form)
