"""Files of a few kilobytes that unpack to gigabytes: the process that reads them stays small."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cleaner.batch.inputs import BadRecord, Fields, Record
from cleaner.batch.readers import json_lines, parquet_pages
from cleaner.batch.readers.sources import Source, records
from tests.cases import ROOT

pa = pytest.importorskip("pyarrow", reason="pip install '.[ingest]'")
pq = pytest.importorskip("pyarrow.parquet")

GOOD = "<p>Rain fell on the town all night, and the river came over the wall.</p>"
ROOM = 1600
"""MiB of address space for the reader, of which its libraries alone take some 500."""
READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({room} << 20, {room} << 20))
from cleaner.batch.inputs import BadRecord, Fields
from cleaner.batch.readers.sources import Source, records
for record in records(Source({name!r}, {form!r}), Fields()):
    data = record.data
    print(record.name, data if isinstance(data, BadRecord) else "page", sep="|")
"""


def packed(path: Path, columns: dict[str, Any], **more: Any) -> Path:
    options = {"compression": "zstd", "compression_level": 9, "use_dictionary": False} | more
    pq.write_table(pa.table(columns), path, **options)
    assert path.stat().st_size < 50_000
    return path


def read_small(path: Path, form: str) -> list[list[str]]:
    """What a process with little memory reads of a file: names, and what is wrong."""
    code = READ.format(room=ROOM, name=str(path), form=form)
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "OPENBLAS_NUM_THREADS": "1",
        "ARROW_DEFAULT_MEMORY_POOL": "system",  # as `cleaner batch` has it
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [line.split("|", 1) for line in done.stdout.splitlines()]


def test_a_dictionary_of_one_large_value_for_many_rows(tmp_path: Path) -> None:
    values = pa.array(["a" * 100_000_000, GOOD])
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 40 + [1], pa.int32()), values)
    path = packed(tmp_path / "x.parquet", {"html": column}, use_dictionary=True)
    assert [said for _, said in read_small(path, "parquet")] == ["page"] * 41


def test_values_that_share_their_beginning(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    more = {"column_encoding": "DELTA_BYTE_ARRAY", "data_page_size": 1 << 30}
    packed(path, {"html": ["b" * 60_000_000] * 30}, **more)
    assert [said for _, said in read_small(path, "parquet")] == ["page"] * 30


def test_a_list_that_is_said_to_hold_millions(tmp_path: Path) -> None:
    column = pa.array([[1] * 50_000_000], pa.list_(pa.int8()))
    path = packed(tmp_path / "x.parquet", {"html": column}, use_dictionary=True)
    [(_, said)] = read_small(path, "parquet")
    assert "html holds list<element: int8>, not text" in said
    path = packed(tmp_path / "y.parquet", {"html": [GOOD], "url": column}, use_dictionary=True)
    assert [said for _, said in read_small(path, "parquet")] == ["page"]


@pytest.mark.parametrize("dictionary", [True, False])
def test_a_page_that_is_too_large_unpacked_is_refused_by_name(
    tmp_path: Path, dictionary: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_pages, "LARGEST", 1_000_000)
    column = [GOOD, "c" * 2_000_000]
    path = packed(tmp_path / "x.parquet", {"html": column}, use_dictionary=dictionary)
    [record] = found(path, "parquet")
    assert "a page of 2,000,0" in str(record.data)
    assert "unpacked; at most 1,000,000 are read" in str(record.data)


def test_the_largest_page_is_told_from_the_headers(tmp_path: Path) -> None:
    rows = {"html": [GOOD * n for n in range(500)], "id": [f"{n}" for n in range(500)]}
    for number, options in enumerate(
        [
            {"data_page_version": "2.0"},
            {"use_dictionary": True},
            {"write_statistics": False},
            {"row_group_size": 50},
            {"data_page_size": 1000, "write_batch_size": 1},
            {"write_page_checksum": True, "write_page_index": True},
        ]
    ):
        path = tmp_path / f"{number}.parquet"
        pq.write_table(pa.table(rows), path, **options)
        with path.open("rb") as stream:
            group = pq.ParquetFile(path).metadata.row_group(0)
            largest = parquet_pages.largest_page(stream, group, ["html"])
            unpacked = group.column(0).total_uncompressed_size
            sizes = list(parquet_pages._sizes(stream, group.column(0)))
            assert stream.tell() >= 0
        assert max(sizes) == largest
        assert unpacked * 0.8 < sum(sizes) <= unpacked
        assert len(found(path, "parquet")) == 500


@pytest.mark.parametrize("data", [b"", b"\x15", b"\xff" * 40, b"\x1c" * 40, b"\x15\xff" * 9])
def test_a_header_without_sense_is_told(tmp_path: Path, data: bytes) -> None:
    with pytest.raises((BadRecord, EOFError)):
        parquet_pages._Thrift(data).struct()


PACK: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
}


@pytest.mark.parametrize("packing", PACK)
def test_a_line_without_end_in_a_packed_file(tmp_path: Path, packing: str) -> None:
    """Gigabytes of one line: pieces that were packed apart are read as one."""
    path, line = tmp_path / f"x.jsonl{packing}", json.dumps({"html": GOOD}).encode() + b"\n"
    piece = PACK[packing](b"x" * 50_000_000)
    path.write_bytes(PACK[packing](line) + piece * 12 + PACK[packing](b"\n" + line))
    assert path.stat().st_size < 2_000_000
    said = read_small(path, "jsonl")
    assert [name.rpartition(":")[2] for name, _ in said] == ["1", "2", "3"]
    assert [what for _, what in said] == [
        "page",
        f"a line of more than {json_lines.LONGEST:,} bytes",
        "page",
    ]


def test_a_page_of_gigabytes_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    with path.open("wb") as file:
        file.truncate(8 << 30)  # which takes no room on the disk
    assert [said for _, said in read_small(path, "page")] == ["page"]


def found(path: Path, form: str) -> list[Record]:
    return list(records(Source(str(path), form), Fields()))
