"""How large the pages of a Parquet file are unpacked, read from their headers alone.

A file of a few kilobytes may hold pages of gigabytes, and Arrow unpacks a page whole. What the
file's end says of its sizes is not what Arrow goes by; the header before each page is.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from cleaner.batch.inputs import BadRecord

LARGEST = 1 << 29
"""Bytes of a page, unpacked, that are held."""
_WINDOW = 1 << 10
_LONGEST_HEADER = 1 << 24
_UNPACKED = 2
_PACKED = 3
"""Fields of a header: the sizes of its page."""
_DEEPEST = 16
_INTEGERS = (4, 5, 6)
_FIXED = {1: 0, 2: 0, 3: 1, 7: 8}
"""Bytes of values of Thrift's compact protocol, by type: two truths, a byte, a double."""
_TEXT = 8
_LIST = 9
_SET = 10
_STRUCT = 12


def largest_page(stream: BinaryIO, group: Any, columns: Iterable[str]) -> int:  # noqa: ANN401  # of pyarrow
    """Bytes of the largest page of some columns in a row group; leaves the stream where it was.

    Raises BadRecord where one is larger than LARGEST.
    """
    before, wanted = stream.tell(), set(columns)
    chunks = (group.column(n) for n in range(group.num_columns))
    sizes = [size for chunk in chunks if _is_of(chunk, wanted) for size in _sizes(stream, chunk)]
    stream.seek(before)
    if (largest := max(sizes, default=0)) > LARGEST:
        raise BadRecord(f"a page of {largest:,} bytes, unpacked; at most {LARGEST:,} are read")
    return largest


def _is_of(chunk: Any, wanted: set[str]) -> bool:  # noqa: ANN401
    """Whether a column is one of these, or a field of one."""
    path: str = chunk.path_in_schema
    return path in wanted or path.partition(".")[0] in wanted


def _sizes(stream: BinaryIO, chunk: Any) -> Iterator[int]:  # noqa: ANN401
    """Of each page of a column in a row group, its dictionary included."""
    at = min(filter(None, (chunk.dictionary_page_offset, chunk.data_page_offset)), default=0)
    end = at + chunk.total_compressed_size
    while at < end:
        length, fields = _header(stream, at)
        yield fields.get(_UNPACKED, 0)
        at += length + max(fields.get(_PACKED, 0), 0)


def _header(stream: BinaryIO, at: int) -> tuple[int, dict[int, int]]:
    """The length of a header and its numbers. Raises BadRecord."""
    window = _WINDOW
    while window <= _LONGEST_HEADER:
        stream.seek(at)
        reader = _Thrift(stream.read(window))
        try:
            fields = reader.struct()
        except EOFError:
            window *= 8
        else:
            return reader.tell(), fields
    raise BadRecord(f"no header of a page at byte {at:,}")


class _Thrift(io.BytesIO):
    """Thrift's compact protocol, as far as headers need it. Raises EOFError at its end."""

    def struct(self, depth: int = 0) -> dict[int, int]:
        """The numbers in a struct, by field; the rest is passed over."""
        if depth > _DEEPEST:
            raise BadRecord("a header of a page that is nested without end")
        fields, number = dict[int, int](), 0
        while byte := self._byte():
            kind, step = byte & 15, byte >> 4
            number = number + step if step else self._number()
            if kind in _INTEGERS:
                fields[number] = self._number()
            else:
                self._pass_over(kind, depth)
        return fields

    def _pass_over(self, kind: int, depth: int) -> None:
        if kind in _FIXED:
            self._skip(_FIXED[kind])
        elif kind in _INTEGERS:
            self._varint()
        elif kind == _TEXT:
            self._skip(self._varint())
        elif kind in (_LIST, _SET):
            self._pass_over_list(depth)
        elif kind == _STRUCT:
            self.struct(depth + 1)
        else:
            raise BadRecord("a header of a page that makes no sense")

    def _pass_over_list(self, depth: int) -> None:
        byte = self._byte()
        kind, count = byte & 15, byte >> 4
        for _ in range(self._varint() if count == 15 else count):
            self._skip(1) if kind in _FIXED and _FIXED[kind] < 1 else self._pass_over(kind, depth)

    def _byte(self) -> int:
        data = self.read(1)
        if not data:
            raise EOFError
        return data[0]

    def _skip(self, count: int) -> None:
        if len(self.read(count)) < count:
            raise EOFError

    def _varint(self) -> int:
        value = shift = 0
        while (byte := self._byte()) & 128:
            value |= (byte & 127) << shift
            shift += 7
        return value | byte << shift

    def _number(self) -> int:
        """A whole number, as zigzag has it."""
        value = self._varint()
        return value >> 1 ^ -(value & 1)
