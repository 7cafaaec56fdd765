"""WARC archives made by hand, without the library that reads them; and files packed."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable
from io import BytesIO, UnsupportedOperation
from typing import Any

from cleaner.batch.inputs import BadRecord, Fields, Record
from cleaner.batch.readers.sources import Source, records
from cleaner.batch.readers.streams import zstd

HTTP = "application/http; msgtype=response"
HTML = "text/html"
TEXT = "text/plain"
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda data: data,
    ".gz": lambda data: gzip.compress(data, mtime=0),
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": lambda data: zstd().compress(
        data, options={zstd().CompressionParameter.checksum_flag: 1}
    ),
}


def warc(kind: str, body: bytes, number: int, type_: str = HTTP, **headers: Any) -> bytes:
    """A WARC record; headers replace or add to those that it has, and None takes one away."""
    every = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{number:032}>",
        "WARC-Date": "2024-05-01T12:00:00Z",
        "WARC-Target-URI": f"http://news.example/{number}",
        "Content-Type": type_,
        "Content-Length": str(len(body)),
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in every.items() if value is not None]
    return b"WARC/1.0\r\n" + "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body + b"\r\n\r\n"


def http(body: bytes, *headers: str, status: str = "200 OK", line: str = "\r\n") -> bytes:
    """An HTTP response."""
    return line.join((f"HTTP/1.1 {status}", *headers, "", "")).encode("latin-1") + body


def story(number: int) -> bytes:
    """A small page that tells its number."""
    return f"<html><body><p>Story {number} {'of the ferry ' * number}</p></body></html>".encode()


def response(number: int) -> bytes:
    """The record of a page."""
    return warc("response", http(story(number), "Content-Type: text/html"), number)


def crawl() -> list[bytes]:
    """Seven records as a crawler writes them, three of them pages: 1, 2 and 3."""
    info, request = "application/warc-fields", "application/http; msgtype=request"
    return [
        warc("warcinfo", b"software: made by hand\r\n", 90, info),
        response(1),
        warc("request", b"GET / HTTP/1.1\r\nHost: news.example\r\n\r\n", 91, request),
        response(2),
        warc("revisit", http(b"", status="304 Not Modified"), 92),
        response(3),
        warc("metadata", b"fetchTimeMs: 12\r\n", 93, info),
    ]


class Pipe(BytesIO):
    """A stream that goes forward only, as standard input does."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise UnsupportedOperation("seek")

    def tell(self) -> int:
        raise UnsupportedOperation("tell")


def read(data: bytes, name: str, form: str, fields: Fields | None = None) -> list[Record]:
    """All records of a source with these bytes."""
    return read_from(BytesIO(data), name, form, fields)


def read_from(stream: Any, name: str, form: str, fields: Fields | None = None) -> list[Record]:
    """All records of a source that is a stream."""
    return list(records(Source(name, form), fields or Fields(), lambda _: stream))


def told(record: Record) -> Any:
    """A page, or in words why there is none."""
    try:
        return record.read()
    except BadRecord as error:
        return str(error)


def good(found: list[Record]) -> list[Any]:
    """The pages alone."""
    return [page for page in map(told, found) if not isinstance(page, str)]


def bad(found: list[Record]) -> dict[str, str]:
    """What went wrong, by the name of its place."""
    return {record.name: said for record in found if isinstance(said := told(record), str)}
