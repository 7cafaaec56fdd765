"""One story once on PySpark: rows of a key come together by `DataFrame.repartition`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import pyarrow as pa

from cleaner.batch.dedup.copies import STORY
from cleaner.integrations import stories
from cleaner.integrations.missing import needs
from cleaner.integrations.spark_python import use_this_python

with needs("spark"):
    from pyspark.sql import DataFrame
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import LongType, StringType, StructField, StructType

Step = Callable[[pa.Table], pa.Table]
Batches = Iterable[pa.RecordBatch]


def find_copies(df: DataFrame, *, earlier: str | None = None) -> DataFrame:
    """The rows of `cleaner.batch.find_copies` for a data frame, by Spark's own shuffles.

    df: rows as `clean_pages` and `clean_dataframe` give them, or with `id` and `text` alone; it is
    read twice, so write what was cleaned and read that. Columns as for the other `find_copies`.
    earlier: the name of a column that is true for rows that an earlier run kept, and that are kept
    again: unite those with the new ones. Each task holds a partition of a shuffle
    (`spark.sql.shuffle.partitions`). Edges, 16 bytes for each pair of copies, come to the driver
    when this is called; the rows when they are asked for.

    Where nothing else tells which row of a story is kept, it is the one whose id comes first. Rows
    come in no order. Raises what Spark raises; for rows that cannot be read, that is of a task.
    """
    use_this_python(df.sparkSession)
    form = from_arrow_schema(stories.FORM)
    needed = df.select([f"`{name}`" for name in df.columns if name in stories.COLUMNS])
    known = _mapped(needed, stories.sketches_of, form).persist()
    banded = _mapped(known, stories.bands_of, form).repartition("key")
    pairs = _whole(banded, stories.pairs_of, form)
    asked = _whole(pairs.union(known).repartition("key"), stories.with_sketch, form)
    edges = _whole(asked.union(known).repartition("key"), stories.edges_of, form)
    shares = stories.Shares(edges.toArrow())
    known.unpersist()
    kept = [field for field in df.schema if field.name not in stories.REPLACED]
    share = StructField(stories.SHARE, LongType())
    given = _mapped(df, shares.given, StructType([*kept, share])).repartition(stories.SHARE)
    told = [StructField(name, StringType()) for name in STORY]
    step = partial(stories.stories_of, earlier=earlier)
    return _whole(given, step, StructType([*kept, *told]))


def _mapped(df: DataFrame, step: Step, form: StructType) -> DataFrame:
    def run(batches: Batches) -> Batches:
        for batch in batches:
            yield from step(pa.Table.from_batches([batch])).to_batches()

    return df.mapInArrow(run, form)


def _whole(df: DataFrame, step: Step, form: StructType) -> DataFrame:
    """The same for a step that has to see all rows of a partition at once."""

    def run(batches: Batches) -> Batches:
        if found := list(batches):
            yield from step(pa.Table.from_batches(found)).to_batches()

    return df.mapInArrow(run, form)
