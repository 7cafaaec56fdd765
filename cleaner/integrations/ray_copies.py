"""One story once on Ray Data: rows of a key come together by its hash shuffle."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pyarrow as pa

from cleaner.integrations import stories
from cleaner.integrations.missing import needs

with needs("ray"):
    import ray
    from ray.data import Dataset


def find_copies(
    ds: Dataset, *, earlier: str | None = None, num_blocks: int | None = None
) -> Dataset:
    """The rows of `cleaner.batch.find_copies` for a dataset, by Ray's own shuffles.

    ds: rows as `clean_pages` and `clean_dataset` give them, or with `id` and `text` alone; it is
    read twice, so write what was cleaned and read that. Columns as for the other `find_copies`.
    earlier: the name of a column that is true for rows that an earlier run kept, and that are kept
    again: unite those with the new ones. num_blocks: blocks that each shuffle makes, each of them
    held by one task; None is two a processor. Edges, 16 bytes for each pair of copies, come to the
    driver.

    Where nothing else tells which row of a story is kept, it is the one whose id comes first. Rows
    come in no order. Raises what Ray raises; for rows that cannot be read, that is of a task.
    """
    blocks = num_blocks or max(2, 2 * int(ray.cluster_resources().get("CPU", 1)))

    def together(data: Dataset, key: str) -> Dataset:
        return data.repartition(blocks, keys=[key])

    known = _mapped(ds, stories.sketches_of).materialize()
    pairs = _mapped(together(_mapped(known, stories.bands_of), "key"), stories.pairs_of)
    asked = _mapped(together(pairs.union(known), "key"), stories.with_sketch)
    edges = _mapped(together(asked.union(known), "key"), stories.edges_of)
    found = [stories.none(), *edges.iter_batches(batch_format="pyarrow", batch_size=None)]
    shares = stories.Shares(pa.concat_tables(table for table in found if table.num_columns))
    given = together(_mapped(ds, shares.given), stories.SHARE)
    return _mapped(given, partial(stories.stories_of, earlier=earlier))


def _mapped(ds: Dataset, function: Callable[[pa.Table], pa.Table]) -> Dataset:
    return ds.map_batches(function, batch_format="pyarrow", batch_size=None)
