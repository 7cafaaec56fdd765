"""A file that is one page: HTML, or text that was scraped already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from cleaner.files import PAGE_ENDINGS
from cleaner.ingest.inputs import Fields, Input, Record
from cleaner.options import MAX_BYTES

NEEDS = ""
ENDINGS = PAGE_ENDINGS
READ = 4 * MAX_BYTES
"""Bytes that are read of a file: a larger one cannot be cleaned, and need not be held."""


def records(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Record]:
    """The one page; its id is the name of the file."""
    yield Record(name, Input(stream.read(READ), id=name))
