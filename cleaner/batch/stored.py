"""Rows that were written before, read again: JSON Lines, Parquet, reports in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from cleaner.batch.inputs import BadRecord, Fields
from cleaner.batch.optional import MissingExtra, needed
from cleaner.batch.readers import json_lines
from cleaner.batch.readers.json_lines import JsonLine
from cleaner.batch.readers.parquet import ENDINGS as PARQUET
from cleaner.batch.readers.sources import Source, records
from cleaner.files import BadInput, read_input, rooted

REPORT = ".json"
ENDINGS = (*json_lines.ENDINGS, *PARQUET, REPORT)
_INDEX = "index.jsonl"
"""What `cleaner clean -o DIR` writes beside its articles: it has no text."""
_ROWS = 256
_FIRST = 80
"""Bytes of a first line that are looked at."""
StoredRow = tuple[str, object]
"""Where a row stands, as `FILE:LINE`, and the row, or the BadRecord that stands in its place."""


def stored(names: Iterable[str], columns: Iterable[str]) -> Iterator[StoredRow]:
    """The rows of files, folders and `-` (JSON Lines). columns: those that are read of Parquet.

    Raises BadInput for what is no file of rows, MissingExtra.
    """
    for name in list(_files(names)):
        lower = name.lower()
        if lower.endswith(PARQUET):
            yield from _of_parquet(name, columns)
        elif lower.endswith(REPORT) or (name != "-" and _is_one(name)):
            yield from _of_report(name)
        else:
            yield from _of_lines(name)


def _files(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for found, root in rooted(name, ENDINGS):
            if root is None and found != "-" and not Path(found).is_file():
                raise BadInput(f"{found}: no such file")
            if found != "-" and not found.lower().endswith(ENDINGS):
                raise BadInput(f"{found}: is no file of rows; JSON Lines, Parquet and .json are")
            if root is None or Path(found).name != _INDEX:
                yield found


def _is_one(name: str) -> bool:
    """Whether a file holds one report on many lines, as `--format json` writes it of one page."""
    with Path(name).open("rb") as file:
        return file.readline(_FIRST).strip() in (b"{", b"[")


def _of_lines(name: str) -> Iterator[StoredRow]:
    for record in records(Source(name, "jsonl"), Fields()):
        try:
            if isinstance(record.data, BadRecord):
                raise record.data
            assert isinstance(record.data, JsonLine)
            yield record.name, record.data.parsed()
        except BadRecord as error:
            yield record.name.removesuffix("!"), error


def _of_report(name: str) -> Iterator[StoredRow]:
    """The one report of a file, or those of a list."""
    try:
        told = json.loads(read_input(name))
    except BadInput as error:
        raise BadInput(f"{name}: {error}") from error
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{name}: not JSON: {error}") from error
    if isinstance(told, list):
        yield from ((f"{name}:{n}", each) for n, each in enumerate(told, 1))
    else:
        yield name, told


def _of_parquet(name: str, columns: Iterable[str]) -> Iterator[StoredRow]:
    parquet = needed("pyarrow.parquet", f"reading {name}")
    from cleaner.batch.schema import records_of

    number = 0
    with ExitStack() as stack:
        try:
            file = stack.enter_context(parquet.ParquetFile(name))
            wanted = [column for column in columns if column in file.schema_arrow.names]
            for batch in file.iter_batches(_ROWS, columns=wanted, use_threads=False):
                for row in records_of(batch):
                    number += 1
                    yield f"{name}:{number}", row
        except MissingExtra:
            raise
        except Exception as error:  # whatever the library raises
            where = f"after {name}:{number}" if number else "from its start"
            yield name, BadRecord(f"cannot be read {where}: {error}")
