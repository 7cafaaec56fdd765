"""WARC archives, as crawlers write them: the pages of their response records.

Records of scraped text (`conversion`, as in WET archives) and of pages without HTTP (`resource`)
are pages as well. A damaged record is named, and reading goes on at the next that can be read.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from cleaner.ingest.inputs import BadRecord, Fields, Input, Record
from cleaner.ingest.optional import needed
from cleaner.options import MAX_BYTES

NEEDS = "fastwarc"
ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".warc.lz4")
_STARTS = (b"\x1f\x8b\x08", b"WARC/1.")
"""How a record begins: packed by gzip, or plain."""
_CHUNK = 1 << 20
READ = 4 * MAX_BYTES
"""Bytes that are read of a record: a larger page cannot be cleaned, and need not be held."""
_ENVELOPE = (
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n%b\r\n\r\n"
)


@dataclass(frozen=True)
class HttpResponse:
    """An HTTP response as it was archived, status line and headers included."""

    raw: bytes
    url: str | None
    id: str

    def read(self, name: str) -> Input:
        """The page, its transfer and content encodings undone. Raises BadRecord."""
        warc = needed("fastwarc.warc", "reading WARC")
        archive = io.BytesIO(_ENVELOPE % (len(self.raw), self.raw))
        try:
            response = next(iter(warc.ArchiveIterator(archive, auto_decode="all")))
            content = response.reader.read()
        except OSError as error:
            raise BadRecord(f"damaged HTTP response: {error}") from None
        if response.http_headers is None:
            raise BadRecord("damaged HTTP response: it has no status line")
        status = response.http_headers.status_code or 200
        return Input(content, self.url, self.id or name, response.http_charset, status)


def records(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Record]:
    """A Record a page, its id the WARC-Record-ID; the name of a damaged one is FILE@BYTE."""
    warc = needed("fastwarc.warc", f"reading {name}")
    at: int | None = 0
    told = False
    while at is not None:
        trouble = ""
        try:
            for record in _archive(warc, stream):
                at, told = record.stream_pos, False
                yield Record(f"{name}@{at}", _page(record))
            trouble = _cut_short(stream, at)
        except OSError as error:
            trouble = str(error)
        if trouble and not told:
            told = True
            yield Record(f"{name}@{at}+", BadRecord(f"damaged WARC after byte {at:,}: {trouble}"))
        at = _next_start(stream, at + 1) if trouble else None


def _archive(warc: Any, stream: BinaryIO) -> Iterator[Any]:  # noqa: ANN401  # fastwarc is untyped
    kinds = warc.WarcRecordType
    wanted = kinds.response | kinds.conversion | kinds.resource
    return iter(warc.ArchiveIterator(stream, record_types=wanted, parse_http=False))


def _page(record: Any) -> Input | HttpResponse | BadRecord:  # noqa: ANN401
    length = record.headers.get("Content-Length")
    raw = record.reader.read(READ)
    if length is None or len(raw) < min(record.content_length, READ):
        return BadRecord("a WARC record that is cut short")
    url = record.headers.get("WARC-Target-URI")
    id_ = (record.record_id or "").strip("<>")
    return HttpResponse(raw, url, id_) if record.is_http else Input(raw, url, id_)


def _cut_short(stream: BinaryIO, at: int) -> str:
    """Whether the last record, packed by gzip, or one behind it ends in the middle.

    The reader takes such an end for the end of the archive.
    """
    if not stream.seekable():
        return ""
    stream.seek(at)
    member = zlib.decompressobj(31)
    data, begun = stream.read(_CHUNK), False
    if not data.startswith(_STARTS[0]):
        return ""
    while data:
        begun = True
        member.decompress(data)
        data = member.unused_data if member.eof else stream.read(_CHUNK)
        if member.eof:
            member, begun = zlib.decompressobj(31), False
            data = data or stream.read(_CHUNK)
    return "it is cut short" if begun else ""


def _next_start(stream: BinaryIO, at: int) -> int | None:
    """Where the next record may begin, with the stream put there; None where there is none."""
    if not stream.seekable():
        return None
    stream.seek(at)
    window = b""
    while chunk := stream.read(_CHUNK):
        window += chunk
        found = [place for start in _STARTS if (place := window.find(start)) >= 0]
        if found:
            stream.seek(at + min(found))
            return at + min(found)
        at += max(0, len(window) - len(_STARTS[1]))
        window = window[-len(_STARTS[1]) :]
    return None
