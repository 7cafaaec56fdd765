"""A file that is one page: HTML, or text that was scraped already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from cleaner.batch.inputs import READ, Fields, Input, Record
from cleaner.files import PAGE_ENDINGS

FORMAT = "page"
NEEDS = ""
ENDINGS = PAGE_ENDINGS


def records(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Record]:
    """The one page; its id is the name of the file."""
    yield Record(name, Input(stream.read(READ), id=name))
