"""What goes into a job: a page with its name and address, or the reason why there is none."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from cleaner.files import MAX_BYTES

CONTENT = ("html", "text", "content")
"""Fields that hold the page where none is named, in this order."""


READ = 4 * MAX_BYTES
"""Bytes that are read of a page: a larger one cannot be cleaned, and need not be held."""


class BadRecord(ValueError):
    """A record that holds no page; the message says what is wrong with it."""

    named: tuple[str, str | None] | None = None
    """The id and the URL that it has all the same."""


class MissingField(BadRecord):
    """A record or a file without the field that should hold the page."""


@dataclass(frozen=True)
class Input:
    """A page to clean: HTML or text, bytes or str; its URL; the id that its row will carry."""

    content: bytes | str
    url: str | None = None
    id: str = ""
    charset: str | None = None
    """Of bytes, as the HTTP header named it."""
    status: int = 200
    """Of the HTTP response; a page with another than 2xx is no article."""


@dataclass(frozen=True)
class Fields:
    """Which fields of a record hold the page, its URL and its id.

    html: None takes the first of `html`, `text` and `content` that a record has.
    """

    html: str | None = None
    url: str = "url"
    id: str = "id"
    charset: str = "charset"
    """Of pages in bytes, as the HTTP header named it."""

    @property
    def content(self) -> tuple[str, ...]:
        """The fields that may hold the page."""
        return (self.html,) if self.html else CONTENT

    def read(self, record: object, name: str) -> Input:
        """The page in a record; `name` is its id where the record has none. Raises BadRecord."""
        if not isinstance(record, dict):
            raise BadRecord(f"a record with fields was expected, not {type(record).__name__}")
        content = next((c for f in self.content if (c := record.get(f)) is not None), None)
        if not isinstance(content, str | bytes):
            raise self._without(content, record)
        id_, url = self.named(record, name)
        return Input(content, url, id_, _text(record.get(self.charset)))

    def named(self, record: dict[str, Any], name: str) -> tuple[str, str | None]:
        """The id and URL of a record, whether or not it holds a page."""
        return _text(record.get(self.id)) or name, _text(record.get(self.url))

    def missing(self, there: Iterable[str]) -> MissingField:
        """The error for a record that has other fields than these."""
        names = ", ".join(list(there)[:12]) or "none"
        return MissingField(f"no field {' or '.join(self.content)}; its fields are: {names}")

    def _without(self, content: object, record: dict[str, object]) -> BadRecord:
        name = next((f for f in self.content if f in record), "")
        if not name:
            return self.missing(record)
        kind = type(content).__name__
        return BadRecord(
            f"{name} is empty" if content is None else f"{name} holds {kind}, not text"
        )


def _text(value: object) -> str | None:
    if isinstance(value, bytes):  # as a column of bytes has it
        value = value.decode("utf-8", "replace")
    return str(value) if value not in (None, "") else None


class Unread(Protocol):
    """A page that is not parsed yet."""

    @property
    def raw(self) -> bytes:
        """The bytes as they came."""

    def read(self, name: str) -> Input:
        """The page; `name` is its id where it has none of its own. Raises BadRecord."""

    def named(self, name: str) -> tuple[str, str | None]:
        """The id and URL that `read` would give, for as little work. Raises BadRecord."""


@dataclass(frozen=True)
class Record:
    """One page of a source, where it stands, and its content as far as it was read.

    Parsing is left to the worker: the process that reads must feed many.
    """

    name: str
    """Where it stands, as `FILE:LINE`; the id where the page has none of its own."""
    data: Input | Unread | BadRecord

    def read(self) -> Input:
        """The page. Raises BadRecord, whose message does not name the place."""
        if isinstance(self.data, BadRecord):
            raise self.data
        return self.data if isinstance(self.data, Input) else self.data.read(self.name)

    def checksum(self) -> int:
        """Of the bytes as they came: tells whether a source still is what it was."""
        data = self.data
        raw = str(data) if isinstance(data, BadRecord) else _raw(data)
        return zlib.crc32(raw if isinstance(raw, bytes) else raw.encode("utf-8", "replace"))

    def named(self) -> tuple[str, str | None]:
        """The id and the URL of the row, whatever the record holds."""
        if isinstance(self.data, Input):
            return self.data.id or self.name, self.data.url
        if isinstance(self.data, BadRecord):
            return self.data.named or (self.name, None)
        with suppress(BadRecord):
            return self.data.named(self.name)
        return self.name, None


def _raw(data: Input | Unread) -> bytes | str:
    return data.content if isinstance(data, Input) else data.raw
