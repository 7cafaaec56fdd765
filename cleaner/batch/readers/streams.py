"""Bytes of a file, standard input or an fsspec URL, unpacked as the ending of the name tells."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from cleaner.batch.optional import needed

UNPACKED = (".gz", ".zst", ".bz2", ".xz")


def packed_or_not(*endings: str) -> tuple[str, ...]:
    """Endings, and the same behind which a file is compressed.

    >>> packed_or_not(".jsonl")
    ('.jsonl', '.jsonl.gz', '.jsonl.zst', '.jsonl.bz2', '.jsonl.xz')
    """
    return (*endings, *(ending + packed for ending in endings for packed in UNPACKED))


def is_url(name: str) -> bool:
    """Whether a name is for fsspec (`s3://…`, `memory://…`)."""
    return "://" in name


def opened(name: str) -> BinaryIO:
    """The bytes of a source as they are stored. Raises OSError, MissingExtra."""
    if name == "-":
        return sys.stdin.buffer
    if is_url(name):
        remote = needed("fsspec", f"reading {name}").open(name, "rb").open()
        return io.BufferedReader(remote)  # files of s3fs read no line up to a limit
    return Path(name).open("rb")


def opened_from(folder: Path, name: str) -> BinaryIO:
    """The same by a name in the working folder of another process. Raises OSError, MissingExtra."""
    return opened(name if is_url(name) else str(folder / name))


def zstd() -> Any:  # noqa: ANN401  # a module
    """The standard library's Zstandard module of Python 3.14, or its backport."""
    if sys.version_info >= (3, 14):
        return needed("compression.zstd", "reading and writing .zst")
    return needed("backports.zstd", "reading and writing .zst")


def unpacked(stream: BinaryIO, name: str) -> IO[bytes]:
    """The stream without the compression that the name tells of."""
    match name[name.rfind(".") :].lower():
        case ".gz":
            return cast(IO[bytes], gzip.open(stream, "rb"))
        case ".bz2":
            return bz2.open(stream, "rb")
        case ".xz":
            return lzma.open(stream, "rb")
        case ".zst":
            module = zstd()
            options = {module.DecompressionParameter.window_log_max: 31}  # as `zstd --long=31`
            return cast(IO[bytes], module.open(stream, "rb", options=options))
    return stream


class Rewindable(io.RawIOBase):
    """A pipe that goes back to any byte behind the last one that was let go."""

    def __init__(self, stream: BinaryIO) -> None:
        """Nothing is let go before `forget`."""
        self._stream, self._kept = stream, bytearray()
        self._start = self._at = 0

    def seekable(self) -> bool:
        """As far back as `forget` left it."""
        return True

    def tell(self) -> int:
        """The byte that is read next."""
        return self._at

    def seek(self, at: int, whence: int = io.SEEK_SET) -> int:
        """Go back to a byte from the start. Raises OSError for one that was let go."""
        if whence or not self._start <= at <= self._start + len(self._kept):
            raise OSError("a pipe cannot be read from there")
        self._at = at
        return at

    def read(self, size: int = -1) -> bytes:
        """Some bytes, at most `size`; none at the end."""
        inside = self._at - self._start
        data = bytes(self._kept[inside : None if size < 0 else inside + size])
        if not data:
            data = self._stream.read(size)
            self._kept += data
        self._at += len(data)
        return data

    def forget(self, before: int) -> None:
        """Let go what is before a byte."""
        del self._kept[: before - self._start]
        self._start = before


@contextmanager
def packed(stream: BinaryIO, name: str) -> Iterator[IO[bytes]]:
    """A stream to write to, compressed as the name tells; the one below stays open."""
    packing = _packing(stream, name[name.rfind(".") :].lower())
    try:
        yield packing or stream
    finally:
        if packing:
            packing.close()


def _packing(stream: BinaryIO, ending: str) -> IO[bytes] | None:
    match ending:
        case ".gz":
            return cast(IO[bytes], gzip.GzipFile("", "wb", 6, stream, mtime=0))
        case ".bz2":
            return bz2.open(stream, "wb")
        case ".xz":
            return lzma.open(stream, "wb")
        case ".zst":
            module = zstd()
            options = {module.CompressionParameter.checksum_flag: 1}
            return cast(IO[bytes], module.open(stream, "wb", options=options))
    return None
