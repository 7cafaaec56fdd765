"""What the document frameworks share: rows for a list of pages, and a row as metadata."""

from __future__ import annotations

import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from cleaner.batch.inputs import Input, Record
from cleaner.batch.many import processors
from cleaner.batch.rows import Row
from cleaner.batch.setup import Setup
from cleaner.batch.workers.idle import lent

_ELSEWHERE = {"id", "url", "text"}
"""Fields of a row that a document holds in its own places."""


def rows_of(pages: Iterable[Input | Record], setup: Setup, workers: int | None = None) -> list[Row]:
    """A row for each page, in their order; `workers` (None: one a processor) outlive the call.

    Raises ValueError where `workers` is below 1, and nothing for what a page does.
    """

    def one(page: Input | Record) -> Row:
        with lent(setup) as worker:
            return worker.tried(page)

    with ThreadPoolExecutor(processors() if workers is None else workers) as pool:
        return list(pool.map(one, pages))


def described(row: Row, given: dict[str, Any]) -> dict[str, Any]:
    """The metadata `given` with a document, and beside it what the row tells.

    `title`, `language`, `outcome`, `confidence`, `concerns`, `stripped`, `error` and the columns on
    request. Vector stores and Parquet take no nested values, so that these become JSON text:
    `stripped` is `{"byline": 1}`. A title or language that was not found hides none that was given.
    """
    told = {name: _flat(v) for name, v in row.to_dict().items() if name not in _ELSEWHERE}
    return given | {name: v for name, v in told.items() if v != "" or name not in given}


def _flat(value: object) -> str | float | None:
    return value if isinstance(value, str | float | None) else json.dumps(value, ensure_ascii=False)
