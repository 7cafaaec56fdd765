"""WARC archives, as crawlers write them: the pages of their response records.

Records of scraped text (`conversion`, as in WET archives) and of pages without HTTP (`resource`)
are pages as well. A damaged record is named, and reading goes on at the next that can be read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from cleaner.batch.inputs import READ, BadRecord, Fields, Input, Record
from cleaner.batch.optional import needed
from cleaner.batch.readers.http import response
from cleaner.batch.readers.streams import Rewindable

FORMAT = "warc"
NEEDS = "fastwarc"
PAGES = ("response", "conversion", "resource")
"""Types of records that hold a page."""
ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".warc.lz4")
_STARTS = (b"\x1f\x8b\x08", b"WARC/1.", b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18")
"""How a record begins: packed by gzip, plain, packed by Zstandard or by LZ4."""
_LONGEST = max(map(len, _STARTS))
_DIGITS = 19
"""More of them are no length; Python reads no number of 4,301."""
_CHUNK = 1 << 20


@dataclass(frozen=True)
class HttpResponse:
    """An HTTP response as it was archived, status line and headers included."""

    raw: bytes
    url: str | None
    id: str

    def read(self, name: str) -> Input:
        """The page, its transfer and content encodings undone. Raises BadRecord."""
        page = response(self.raw)
        return Input(page.body, self.url, self.id or name, page.charset, page.status)

    def named(self, name: str) -> tuple[str, str | None]:
        """The id and URL, with nothing unpacked."""
        return self.id or name, self.url


def records(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Record]:
    """A Record a page, its id the WARC-Record-ID; the name of a damaged one is FILE@BYTE."""
    warc = needed("fastwarc.warc", f"reading {name}")
    pipe = None if stream.seekable() else Rewindable(stream)
    archive: Any = pipe or stream
    starts, told = _starts(archive), False
    at: int | None = 0
    while at is not None:
        trouble = ""
        try:
            for record in warc.ArchiveIterator(archive, parse_http=False):
                at, page = record.stream_pos, _page(record)
                if pipe:
                    pipe.forget(at)
                told = isinstance(page, BadRecord)
                if page:
                    yield Record(f"{name}@{at}", page)
            trouble = _cut_short(archive, at)
        except OSError as error:
            trouble = str(error)
        if trouble and not told:
            told = True
            yield Record(f"{name}@{at}+", BadRecord(f"damaged WARC after byte {at:,}: {trouble}"))
        at = _next_start(archive, at + 1, starts) if trouble or told else None


def _page(record: Any) -> Input | HttpResponse | BadRecord | None:  # noqa: ANN401  # fastwarc is untyped
    """The page in a record; None for a record of another kind that is whole."""
    headers, raw = record.headers, record.reader.read(READ)
    kind, length = headers.get("WARC-Type", ""), headers.get("Content-Length", "")
    size = int(length) if length.isdecimal() and len(length) < _DIGITS else None
    if size is None or len(raw) < min(size, READ):
        return BadRecord("a WARC record that is cut short")
    if kind.lower() not in PAGES:
        return None if kind else BadRecord("a WARC record of no type")
    url = (headers.get("WARC-Target-URI") or "").strip("<>") or None
    id_ = (record.record_id or "").strip("<>")
    return HttpResponse(raw, url, id_) if record.is_http else Input(raw, url, id_)


def _cut_short(stream: BinaryIO, at: int) -> str:
    """Whether the last record, packed by gzip, or one behind it ends in the middle.

    The reader takes such an end for the end of the archive.
    """
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


def _starts(stream: BinaryIO) -> tuple[bytes, ...]:
    """How the records of an archive begin: all as its first, where that can be told."""
    first = stream.read(_LONGEST)
    stream.seek(0)
    return tuple(start for start in _STARTS if first.startswith(start)) or _STARTS


def _next_start(stream: BinaryIO, at: int, starts: Iterable[bytes]) -> int | None:
    """Where the next record may begin, with the stream put there; None where there is none."""
    stream.seek(at)
    window = b""
    while chunk := stream.read(_CHUNK):
        window += chunk
        found = [place for start in starts if (place := window.find(start)) >= 0]
        if found:
            stream.seek(at + min(found))
            return at + min(found)
        at += max(0, len(window) - _LONGEST)
        window = window[-_LONGEST:]
    return None
