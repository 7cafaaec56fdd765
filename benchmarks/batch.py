"""Pages a second, memory and overhead of `cleaner batch` on WARC, JSON Lines and Parquet.

The pages of wcxb-dev-articles are repeated, each with an id of its own, to --pages (two workers)
and to --base (one worker, two workers, and `clean` in a loop). Pages a second are those of the
whole command, its start included; memory is the largest sum of the resident sizes of the command
and its workers, looked at ten times a second. Needs nothing else running, and 3 GB of disk. The
figures are the worst of all formats.
"""

from __future__ import annotations

import contextlib
import gzip
import itertools
import json
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil

from benchmarks.common import datasets
from benchmarks.common.tables import Cell, table
from cleaner import clean

FIGURES = {
    "pages_per_second": "with two workers",
    "scaling": "two workers by one, in pages a second",
    "overhead": "share of the time of one worker that is not cleaning",
    "memory_growth": "peak memory with --pages by that with --base",
}
LOWER_IS_BETTER = ("overhead", "memory_growth")
FORMATS = {"warc": ".warc.gz", "jsonl": ".jsonl", "parquet": ".parquet"}
ROW_GROUP = 256


class Run(NamedTuple):
    """Of one command: seconds from start to end, and MiB at the peak."""

    seconds: float
    mib: float


def repeated(count: int) -> Iterator[dict[str, str]]:
    """So many pages, each with an id of its own."""
    known = list(datasets.read("wcxb-dev-articles"))
    for number, page in zip(range(count), itertools.cycle(known), strict=False):
        yield {"id": f"page-{number}", "url": page["url"], "html": page["html"]}


def write_jsonl(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(page, ensure_ascii=False) + "\n" for page in repeated(count))


def write_parquet(path: Path, count: int) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    form = pa.schema([(name, pa.string()) for name in ("id", "url", "html")])
    rows = repeated(count)
    with pq.ParquetWriter(path, form, compression="zstd") as writer:
        while group := list(itertools.islice(rows, ROW_GROUP)):
            writer.write_table(pa.Table.from_pylist(group, form))


def write_warc(path: Path, count: int) -> None:
    with path.open("wb") as file:
        for page in repeated(count):
            file.write(gzip.compress(_response(page), 6))


def _response(page: dict[str, str]) -> bytes:
    body = page["html"].encode("utf-8", "replace")
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <{page['id']}>\r\n"
        f"WARC-Target-URI: {page['url']}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


WRITERS = {"warc": write_warc, "jsonl": write_jsonl, "parquet": write_parquet}


def batch(source: Path, workers: int, duplicates: str) -> Run:
    """Run the command on a source."""
    output = source.with_name(f"rows-{workers}.jsonl")
    command = [sys.executable, "-m", "cleaner", "batch", str(source), "-o", str(output)]
    command += ["--restart", "--workers", str(workers), "--duplicates", duplicates]
    began, peak = time.perf_counter(), 0.0
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            time.sleep(0.1)
        seconds = time.perf_counter() - began
        if process.returncode:
            raise SystemExit(process.stderr.read().decode() if process.stderr else "failed")
    return Run(seconds, peak)


def _resident(pid: int) -> float:
    total = 0
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        for each in (process, *process.children(recursive=True)):
            with contextlib.suppress(psutil.Error):
                total += each.memory_info().rss
    return total / 2**20


def loop(count: int) -> float:
    """Pages a second of `clean` in a loop, with nothing around it."""
    known = list(itertools.islice(repeated(count), count))
    for page in known[:5]:
        clean(page["html"]).text  # noqa: B018  # the first call reads the word lists
    began = time.perf_counter()
    for page in known:
        clean(page["html"], url=page["url"]).text  # noqa: B018
    return count / (time.perf_counter() - began)


def measure(form: str, args: Namespace, folder: Path) -> tuple[Run, Run, Run]:
    """Base with one worker, base with two, and all pages with two."""
    sources = {}
    for count in sorted({args.base, args.pages}):
        sources[count] = folder / f"{count}{FORMATS[form]}"
        WRITERS[form](sources[count], count)
    runs = [(args.base, 1), (args.base, 2), (args.pages, 2)]
    one, two, many = (batch(sources[count], workers, args.duplicates) for count, workers in runs)
    for source in sources.values():
        source.unlink()
    return one, two, many


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--pages", type=int, default=8000)
    parser.add_argument("--base", type=int, default=2000)
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=list(FORMATS))
    parser.add_argument("--duplicates", choices=["mark", "off"], default="mark")
    parser.add_argument("--folder", help="where to write; a temporary folder without it")


def run(args: Namespace) -> dict[str, float]:
    alone = loop(args.base)
    print(f"clean in a loop: {alone:.1f} pages a second, {args.base} pages\n")
    found: list[tuple[float, ...]] = []
    rows: list[list[Cell]] = []
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        for form in args.formats:
            one, two, many = measure(form, args, Path(folder))
            slow, fast = args.base / one.seconds, args.pages / many.seconds
            found.append((fast, fast / slow, 1 - slow / alone, many.mib / two.mib))
            numbers = (slow, fast, fast / slow, 1 - slow / alone, two.mib, many.mib)
            rows.append([form, *(f"{number:.2f}" for number in numbers)])
    head = ["source", "1 worker", "2 workers", "ratio", "overhead"]
    print(table([*head, f"MiB {args.base}", f"MiB {args.pages}"], rows))
    worst = [max if name in LOWER_IS_BETTER else min for name in FIGURES]
    values = (pick(column) for pick, column in zip(worst, zip(*found, strict=True), strict=True))
    return dict(zip(FIGURES, values, strict=True))
