"""Pages made for these tests: small, each with words of its own."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import ClassVar

TOWNS = "Aldmoor Brenwick Calder Dunhope Elsby Farnley Garside Hexton Irby Jarrow".split()
THINGS = "bridge ferry library mill orchard quarry school tower theatre weir".split()
ENDS = "after a flood; before the winter; for the third time; in a single week".split("; ")


def page(number: int, extra: str = "") -> str:
    """An article of three paragraphs with a title, a byline, a menu and a footer."""
    town, thing = TOWNS[number % 10], THINGS[number // 10 % 10]
    end, year = ENDS[number % 4], 1900 + number % 120
    title = f"The {thing} of {town} was rebuilt {end}, number {number}"
    return f"""<html lang="en"><head><title>{title}</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>{title}</h1>
<p>By Jane Doe</p>
<p>The council of {town} said on Monday that the {thing}, which was first built in {year}, had been
rebuilt {end}, and that it would open to the public in {number % 28 + 1} days.</p>
<p>Neighbours who had collected {number * 7 + 3} signatures for it came to see the work, and the
mayor thanked them for the patience that they had shown for so long.</p>
<p>The money came from a fund that {town} set aside in {year + 3}, and from {number % 9 + 2} smaller
gifts, the council said.</p></article>
<footer>© 2024 The {town} Gazette. All rights reserved.</footer>{extra}</body></html>"""


def write_jsonl(path: Path, count: int) -> Path:
    """A file of so many pages, with ids `page-0` …"""
    lines = (
        {"id": f"page-{n}", "url": f"https://news.example/{n}", "html": page(n)}
        for n in range(count)
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def make_sources(folder: Path) -> str:
    """The sources that the documents name, a page or two in each; a line of JSON Lines."""
    import fsspec
    import pyarrow as pa
    import pyarrow.parquet as pq
    from backports import zstd
    from fsspec.implementations.memory import MemoryFileSystem

    line = json.dumps({"id": "one", "html": page(1)}) + "\n"
    (folder / "pages").mkdir()
    (folder / "pages/one.html").write_text(page(1), "utf-8")
    (folder / "dump.jsonl.zst").write_bytes(zstd.compress(line.encode()))
    pq.write_table(pa.table({"key": ["one"], "body": [page(1)]}), folder / "dump.parquet")
    for name in ("crawl.warc.gz", "crawl-1.warc.gz"):
        (folder / name).write_bytes(gzip.compress(warc_record(page(1).encode())))

    class Bucket(MemoryFileSystem):  # type: ignore[misc]  # fsspec is untyped
        protocol = "s3"
        store: ClassVar[dict[str, object]] = {}

        @classmethod
        def _strip_protocol(cls, path: str) -> str:
            return "/" + path.removeprefix("s3://").strip("/")

    fsspec.register_implementation("s3", Bucket, clobber=True)
    with fsspec.open("s3://bucket/crawl/a.jsonl", "wb") as file:
        file.write(line.encode())
    return line


def warc_record(body: bytes) -> bytes:
    """A response record."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:one>\r\n"
        b"WARC-Target-URI: https://news.example/1\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    )
    return head % len(http) + http + b"\r\n\r\n"
