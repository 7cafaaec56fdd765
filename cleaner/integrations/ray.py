"""Ray Data: WARC, JSON Lines, Parquet or pages in, Parquet out; a killed run goes on.

Ray tries a task without end whose process a page has killed, or drops the good rows beside it; so
no page is cleaned in a process of Ray's.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, Unpack

import pyarrow as pa
from pyarrow import fs

from cleaner.batch.inputs import Fields
from cleaner.batch.readers.sources import check, sources
from cleaner.batch.readers.streams import is_url
from cleaner.batch.schema import schema, table_of
from cleaner.batch.setup import Settings, Setup, taken
from cleaner.batch.workers.idle import lent
from cleaner.integrations.missing import needs
from cleaner.integrations.ray_copies import find_copies
from cleaner.integrations.ray_source import PagesDatasource, groups
from cleaner.integrations.table import clean_table

with needs("ray"):
    import ray
    from ray.data import Dataset
    from ray.data.checkpoint import CheckpointConfig

__all__ = ["clean_dataset", "clean_pages", "find_copies"]


def clean_pages(  # noqa: PLR0913  # each is a thing that callers set
    paths: str | Iterable[str],
    output: str,
    *,
    fields: Fields | None = None,
    batch_size: int = 256,
    concurrency: int | None = None,
    checkpoint: str | None = None,
    filesystem: fs.FileSystem | None = None,
    **settings: Unpack[Settings],
) -> None:
    """Clean the pages of files into Parquet files, a row a page; a run that ended early goes on.

    paths: WARC, JSON Lines, Parquet and page files, folders of them, globs, fsspec URLs, as every
    node sees them. output: a folder, or a URL that pyarrow knows, or a path in `filesystem`; every
    node writes to it. fields, settings: as for `clean_table`.
    batch_size: pages that a task cleans, and rows of an output file. concurrency: tasks that
    clean at the same time at most. checkpoint: the folder that remembers which ids are done,
    beside the output (`OUTPUT.checkpoint`) if not given; it stays, so that a further run adds
    only what is new.

    Raises BadInput for paths that cannot be used, MissingExtra where reading them needs a library,
    FileExistsError for an output without its checkpoint, FileNotFoundError for the reverse,
    RuntimeError for a run that would go on and has one processor, and what Ray raises.
    """
    setup, fields = Setup.given(settings), fields or Fields()
    found = sources([paths] if isinstance(paths, str) else paths)
    check({source.format: source for source in found}.values(), fields)
    output = _whole(output, filesystem)
    config = _checkpoint(output, checkpoint, filesystem)
    pages = ray.data.read_datasource(
        PagesDatasource(found, fields), override_num_blocks=len(groups(found))
    )
    pages.context.checkpoint_config = config
    pages.repartition(target_num_rows_per_block=batch_size).map_batches(
        partial(_cleaned, setup=setup),
        batch_format="pyarrow",
        batch_size=None,
        concurrency=concurrency,
    ).write_parquet(output, filesystem=filesystem)


def clean_dataset(  # each is a thing that callers set
    ds: Dataset,
    *,
    fields: Fields | None = None,
    batch_size: int = 64,
    concurrency: int | None = None,
    **settings_and_ray_remote_args: Any,  # noqa: ANN401  # as map_batches takes them
) -> Dataset:
    """The rows of `clean_table` for a dataset with pages, as `Dataset.map_batches` makes them.

    ds: with the columns that `fields` names (`html` or `text`, `url`, `id`). Rows without an id
    and a URL are named by their number in a batch, which is not unique. fields, and settings: as
    for `clean_table`; all other keywords are for `map_batches`. Raises ValueError for arguments
    that cannot be.
    """
    given = settings_and_ray_remote_args
    setup = Setup.given(taken(given))
    return ds.map_batches(
        partial(clean_table, fields=fields, **setup.settings()),
        batch_format="pyarrow",
        batch_size=batch_size,
        concurrency=concurrency,
        **given,
    )


def _cleaned(table: pa.Table, setup: Setup) -> pa.Table:
    with lent(setup) as worker:
        rows = [worker.tried(pickle.loads(record.as_py())) for record in table["record"]]
    return table_of([row.to_dict() for row in rows], schema(setup.columns))


def _whole(path: str, filesystem: fs.FileSystem | None) -> str:
    """The path as nodes with other working folders understand it."""
    return path if filesystem or is_url(path) else str(Path(path).absolute())


def _checkpoint(
    output: str, path: str | None, filesystem: fs.FileSystem | None
) -> CheckpointConfig:
    """Where the ids that are done are kept. Raises where it and the output do not go together."""
    path = _whole(path, filesystem) if path else output.rstrip("/") + ".checkpoint"
    config = CheckpointConfig(
        "id", path, delete_checkpoint_on_success=False, override_filesystem=filesystem
    )
    known, written = _files(path, filesystem), _files(output, filesystem)
    done = [name for name in known if not name.endswith(".pending.parquet")]
    if written and not known:
        raise FileExistsError(f"{output} holds files, and {path} does not tell what they are")
    if done and not written:
        raise FileNotFoundError(f"{path} tells what is done, but {output} holds no files")
    if done and 0 < ray.cluster_resources().get("CPU", 0) < 2:
        raise RuntimeError("to go on with a run, Ray needs two processors: ray.init(num_cpus=2)")
    return config


def _files(folder: str, filesystem: fs.FileSystem | None) -> list[str]:
    if filesystem is None:
        filesystem, folder = fs.FileSystem.from_uri(folder)
    selector = fs.FileSelector(folder, allow_not_found=True)
    return [file.base_name for file in filesystem.get_file_info(selector) if file.is_file]
