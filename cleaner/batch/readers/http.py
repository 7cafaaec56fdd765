"""HTTP responses as crawlers archive them: status, charset, and the body as it was meant.

As forgiving as browsers are: many archives hold bodies that were unpacked already under headers
that tell otherwise, and bodies that were cut at some length.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from cleaner.batch.inputs import BadRecord
from cleaner.batch.optional import needed
from cleaner.batch.readers.streams import zstd

LARGEST = 1 << 27
"""Bytes that a body is unpacked to: a larger page cannot be cleaned."""
_HEADERS = (b"content-encoding", b"transfer-encoding", b"content-type")
_STATUS = re.compile(rb"(?:HTTP/\d(?:\.\d)?|ICY)[ \t]+(\d{3})\b", re.IGNORECASE)
_END = re.compile(rb"\r?\n\r?\n|\Z")
_CHUNK = re.compile(rb"\r?\n?([0-9a-f]{1,16})[ \t]*(?:;[^\r\n]*)?(?:\r?\n|\r?\Z)", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=[\s\"']*([^\s\"';,]+)", re.IGNORECASE)
_PACKED = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
"""Bytes that no text has."""


@dataclass(frozen=True)
class Response:
    """A response whose body has its transfer and content encodings undone."""

    status: int
    charset: str | None
    body: bytes


def response(raw: bytes) -> Response:
    """A response from its bytes, status line and headers included. Raises BadRecord."""
    status = _STATUS.match(raw)
    if not status:
        raise BadRecord("damaged HTTP response: it has no status line")
    head = _END.search(raw)
    assert head  # \Z is found in any
    headers, body = _headers(raw[: head.start()]), raw[head.end() :]
    for token in reversed(headers[b"content-encoding"] + headers[b"transfer-encoding"]):
        body = _undone(body, token)
    charset = _CHARSET.search(b";".join(headers[b"content-type"]))
    return Response(int(status[1]), charset and charset[1].decode("latin-1"), body)


def _headers(head: bytes) -> dict[bytes, list[bytes]]:
    """The parts of the headers that matter here, in lower case."""
    found = {name: list[bytes]() for name in _HEADERS}
    for line in head.splitlines()[1:]:
        name, _, value = line.partition(b":")
        if (name := name.strip().lower()) in found:
            parts = [part.strip().lower() for part in value.split(b",")]
            found[name] += [part for part in parts if part]
    return found


def _undone(body: bytes, token: bytes) -> bytes:
    if token not in _UNDO or not body:
        return body
    try:
        return _UNDO[token](body)
    except BadRecord:
        raise
    except (zlib.error, OSError, ValueError) as error:
        if _PACKED.search(body, 0, 512):
            how = token.decode("latin-1")
            raise BadRecord(f"damaged HTTP response: its body is not {how} ({error})") from None
        return body  # unpacked already


def _joined(body: bytes) -> bytes:
    """The chunks of a body put together."""
    pieces, at = list[bytes](), 0
    while at < len(body):
        size = _CHUNK.match(body, at)
        if not size and not pieces:
            raise ValueError("it does not begin with a chunk")
        if not size:
            raise BadRecord(f"damaged HTTP response: no chunk at byte {at:,} of its body")
        if not (length := int(size[1], 16)):
            break
        at = size.end() + length
        pieces.append(body[size.end() : at])
    return b"".join(pieces)


def _gunzipped(body: bytes) -> bytes:
    return zlib.decompressobj(31).decompress(body, LARGEST)


def _inflated(body: bytes) -> bytes:
    """By RFC 9110 in the format of zlib; some servers leave its header out."""
    try:
        return zlib.decompressobj(15).decompress(body, LARGEST)
    except zlib.error:
        return zlib.decompressobj(-15).decompress(body, LARGEST)


def _unbrotlied(body: bytes) -> bytes:
    reader = needed("fastwarc.stream_io", "reading WARC").BrotliReader(io.BytesIO(body))
    data: bytes = reader.read(LARGEST)
    return data


def _unzstd(body: bytes) -> bytes:
    module = zstd()
    try:
        data: bytes = module.ZstdDecompressor().decompress(body, LARGEST)
    except module.ZstdError as error:
        raise ValueError(str(error)) from None
    return data


_UNDO: dict[bytes, Callable[[bytes], bytes]] = {
    b"chunked": _joined,
    b"gzip": _gunzipped,
    b"x-gzip": _gunzipped,
    b"deflate": _inflated,
    b"br": _unbrotlied,
    b"zstd": _unzstd,
}
