"""JSON Lines: a page a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO

from cleaner.batch.inputs import BadRecord, Fields, Input, Record
from cleaner.batch.readers.streams import packed_or_not, unpacked
from cleaner.files import MAX_BYTES

FORMAT = "jsonl"
NEEDS = ""
ENDINGS = packed_or_not(".jsonl", ".ndjson", ".jsonlines")
LONGEST = 6 * MAX_BYTES
"""Bytes of a line that are read: JSON writes a character in up to six."""


@dataclass(frozen=True)
class JsonLine:
    """A line, and which of its fields hold the page."""

    raw: bytes
    fields: Fields

    def read(self, name: str) -> Input:
        """The page. Raises BadRecord."""
        return self.fields.read(self.parsed(), name)

    def named(self, name: str) -> tuple[str, str | None]:
        """The id and URL. Raises BadRecord."""
        record = self.parsed()
        return self.fields.named(record, name) if isinstance(record, dict) else (name, None)

    def parsed(self) -> object:
        """What the line says. Raises BadRecord."""
        return _parsed(self.raw)


def records(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Record]:
    """A Record a line that is not blank, unparsed; its name is FILE:LINE."""
    lines = unpacked(stream, name)
    number = 0
    while line := lines.readline(LONGEST):
        number += 1
        at = f"{name}:{number}"
        if len(line) == LONGEST and not line.endswith(b"\n"):
            _skip(lines)
            yield Record(at, BadRecord(f"a line of more than {LONGEST:,} bytes"))
        elif line.strip():
            yield Record(at, JsonLine(line, fields))


def _skip(lines: IO[bytes]) -> None:
    while (rest := lines.readline(LONGEST)) and not rest.endswith(b"\n"):
        pass


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line.rstrip())
    except UnicodeDecodeError as error:
        raise BadRecord(f"not JSON: not UTF-8 at byte {error.start}") from None
    except RecursionError:
        raise BadRecord("not JSON: nested without end") from None
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at")
        raise BadRecord(f"not JSON: {what} at character {error.pos + 1:,}") from None
    except ValueError as error:  # a number of thousands of digits
        raise BadRecord(f"not JSON: {error}") from None
