"""Files with the pages of the engines' tests, whole and broken; and the rows that come of them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from cleaner.batch.inputs import Fields, Input
from cleaner.batch.many import clean_many
from cleaner.batch.readers.sources import Pages, sources
from cleaner.batch.rows import Row
from cleaner.batch.schema import schema, table_of
from tests.integrations.pages import LIMITS, PAGES, RECORDS, code

BROKEN = 8
"""Records of `write_broken` that hold no page."""


def run_example(page: str, heading: str, folder: Path, **more: int) -> None:
    """Run an example of the docs in a folder, with the limits of these tests."""
    script = code(page, heading)
    assert "timeout=30.0" in script
    limits = ", ".join(f"{name}={value}" for name, value in (LIMITS | more).items())
    script = script.replace("timeout=30.0", limits)
    for name in ("crawl/", "articles", "cleaned"):
        script = script.replace(f'("{name}"', f'("{folder / name}"').replace(
            f', "{name}"', f', "{folder / name}"'
        )
    exec(script, {})


def rows_of_batch(path: Path, columns: Iterable[str] = ()) -> list[Row]:
    """The rows of `cleaner batch` for the files in a folder."""
    return list(clean_many(Pages(sources([str(path)]), Fields()), columns=columns, workers=1))


def assert_same(table: pa.Table, rows: Iterable[Row], *columns: str) -> None:
    """The rows of an engine are those expected, in whatever order, and each stands there once."""
    expected = by_id(table_of([row.to_dict() for row in rows], schema(columns)))
    given = by_id(table)
    assert len(given) == len(table) == len(expected)
    assert {k: (v, given.get(k)) for k, v in expected.items() if v != given.get(k)} == {}


def by_id(table: pa.Table) -> dict[str, dict[str, Any]]:
    return {row["id"]: row | {"stripped": dict(row["stripped"])} for row in table.to_pylist()}


def write_lines(path: Path, records: Iterable[dict[str, Any]]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")


def write_parquet(path: Path, records: list[dict[str, Any]]) -> None:
    path.parent.mkdir(exist_ok=True)
    pq.write_table(pa.Table.from_pylist(records), path)


def write_warc(path: Path, pages: Iterable[Input]) -> None:
    path.parent.mkdir(exist_ok=True)
    packed = gzip.compress if path.suffix == ".gz" else bytes
    path.write_bytes(b"".join(packed(_response(page)) for page in pages))


def write_broken(folder: Path) -> None:
    """Lines, rows, records and files that hold no page, with pages around them."""
    write_lines(folder / "lines.jsonl", RECORDS[:3])
    with (folder / "lines.jsonl").open("ab") as lines:
        lines.write(b'{"html": \n[1]\n{"html": 5, "id": "number"}\n\n{"html": "\xff"}\n')
        lines.write(b'{"html": "<p>No encoding has \\udfff.</p>", "id": "a\\ud800b"}\n')
    write_parquet(folder / "rows.parquet", [{"html": "<p>No id.</p>"}, {"html": None}])
    (folder / "broken.parquet").write_bytes(b"PAR1 and nothing that follows from it")
    (folder / "page.html").write_text("<p>A page is a file of its own.</p>", encoding="utf-8")
    write_warc(folder / "cut.warc", PAGES[4:6])
    archive = (folder / "cut.warc").read_bytes()
    (folder / "cut.warc").write_bytes(
        archive.replace(b"HTTP/1.1 200 OK", b"no status line.", 1)[:-200]
    )


def _response(page: Input) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    body += str(page.content).encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <{page.id}>\r\n"
        f"WARC-Target-URI: {page.url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"
