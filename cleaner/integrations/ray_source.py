"""Pages of the sources that `cleaner batch` reads, as a datasource of Ray Data."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from cleaner.batch.inputs import Fields, Record
from cleaner.batch.readers.sources import Source, records
from cleaner.batch.readers.streams import opened_from
from cleaner.integrations.missing import needs

with needs("ray"):
    import ray
    from ray.data import Datasource, ReadTask
    from ray.data.block import BlockMetadata

_READ = pa.schema([("id", pa.string()), ("record", pa.large_binary())])
_BYTES = 16 << 20
"""Bytes of pages that a read task holds before it hands them on."""


class PagesDatasource(Datasource):  # type: ignore[misc, unused-ignore]
    """The pages of sources, unparsed: `id`, and `record`, a pickled Record. A task a file."""

    def __init__(self, sources: Sequence[Source], fields: Fields) -> None:
        """Nothing is opened here."""
        super().__init__()
        self.sources, self.fields, self.folder = sources, fields, Path.cwd()

    def get_name(self) -> str:
        """What Ray shows."""
        return "Pages"

    def estimate_inmemory_data_size(self) -> int | None:
        """Not known before it is read."""
        return None

    def get_read_tasks(
        self,
        parallelism: int,
        per_task_row_limit: int | None = None,
        data_context: ray.data.DataContext | None = None,
    ) -> list[ReadTask]:
        """A task a file, or a few where files are single pages."""
        return [
            ReadTask(
                partial(_blocks, group, self.fields, self.folder),
                BlockMetadata(
                    num_rows=None,
                    size_bytes=None,
                    exec_stats=None,
                    input_files=[source.name for source in group],
                ),
                per_task_row_limit=per_task_row_limit,
            )
            for group in groups(self.sources)
        ]


def groups(found: Sequence[Source], size: int = 256) -> list[list[Source]]:
    """What one task reads: a file of many pages, or many files of one."""
    pages = [source for source in found if source.is_page]
    return [
        *([source] for source in found if not source.is_page),
        *(pages[start : start + size] for start in range(0, len(pages), size)),
    ]


def _blocks(group: Sequence[Source], fields: Fields, folder: Path) -> Iterator[pa.Table]:
    rows, held, here = list[dict[str, Any]](), 0, partial(opened_from, folder)
    for record in (record for source in group for record in records(source, fields, here)):
        rows.append({"id": _id(record), "record": pickle.dumps(record)})
        held += len(rows[-1]["record"])
        if held > _BYTES:
            yield pa.Table.from_pylist(rows, _READ)
            rows, held = [], 0
    yield pa.Table.from_pylist(rows, _READ)


def _id(record: Record) -> str:
    """The id that the row will have; the checkpoint compares them."""
    return record.named()[0].encode("utf-8", "replace").decode()
