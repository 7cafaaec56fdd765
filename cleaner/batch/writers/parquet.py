"""Parquet: a row group is written as soon as it is full."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from cleaner.batch.job.delivery import Delivery

FORMAT = "parquet"
ENDINGS = (".parquet",)
NEEDS = "pyarrow.parquet"
GROUP = 2048
"""Rows of a group: some 20 MB of articles."""


def write(rows: Iterable[dict[str, Any]], delivery: Delivery, columns: tuple[str, ...]) -> None:
    """Write a table. Raises OSError, JobError."""
    import pyarrow.parquet as pq

    from cleaner.batch.schema import schema, table_of

    form = schema(columns)
    with delivery.file() as file, pq.ParquetWriter(file, form, compression="zstd") as parquet:
        rows = iter(rows)
        while group := list(islice(rows, GROUP)):
            parquet.write_table(table_of(group, form))
