"""How far a job is: records with their numbers and checksums, and rows that wait for their part."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cleaner.batch.inputs import Record
from cleaner.batch.job.journal import JobError, Journal
from cleaner.batch.job.parts import Part, chained
from cleaner.batch.readers.sources import Source
from cleaner.batch.readers.streams import is_url

ANEW = "use --restart to start again"
PART = 256
"""Rows that are written at a time, once as many are done: what a kill can cost."""
SECONDS = 10.0
"""Seconds after which rows are written, however few they are."""


@dataclass(frozen=True)
class Numbered:
    """A record, the number of its page from 0, and its checksum."""

    number: int
    checksum: int
    record: Record


class Records:
    """Records as they are read, once each, and what tells them from others."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Nothing is read yet."""
        self._records = records
        self.fingerprint = [0, 0]
        """How many were read, and their checksum."""

    def __iter__(self) -> Iterator[Numbered]:
        """Each with its number and checksum."""
        self.fingerprint = [0, 0]
        for number, record in enumerate(self._records):
            checksum = record.checksum()
            self.fingerprint = [number + 1, chained(self.fingerprint[1], checksum)]
            yield Numbered(number, checksum, record)


class Draft:
    """Rows that are done and not written yet.

    They are written as soon as there are as many as all before them in this run, at most PART,
    and at latest after SECONDS: a run that ends young has got somewhere.
    """

    def __init__(self, journal: Journal) -> None:
        """Write to a journal."""
        self._journal = journal
        self._written, self._start, self._checksum, self._since = 0, 0, 0, 0.0
        self._rows = list[bytes]()

    def add(self, page: Numbered, row: bytes) -> bool:
        """Take the row of a page; whether a part was written."""
        if page.number != self._start + len(self._rows):  # another part lies between
            self.write()
        if not self._rows:
            self._start, self._checksum, self._since = page.number, 0, time.monotonic()
        self._rows.append(row)
        self._checksum = chained(self._checksum, page.checksum)
        full = len(self._rows) >= min(max(1, self._written), PART)
        return (full or time.monotonic() > self._since + SECONDS) and self.write()

    def write(self) -> bool:
        """Write what there is; whether there was any."""
        rows, self._rows = self._rows, []
        if rows:
            self._journal.add(self._start, self._checksum, rows)
            self._written += len(rows)
        return bool(rows)


def pass_over(pages: Iterator[Numbered], part: Part) -> None:
    """Pass over the pages of a part. Raises JobError where they are others than before."""
    checksum, first = 0, ""
    for page in islice(pages, part.count):
        checksum, first = chained(checksum, page.checksum), first or page.record.name
    if checksum != part.checksum:
        which = f"page {part.start + 1:,} is not the one that was"
        if part.count > 1:
            which = f"pages {part.start + 1:,} to {part.end:,} are not those that were"
        raise JobError(f"{first or 'the end of the sources'}: {which} cleaned before; {ANEW}")


def is_pipe(source: Source) -> bool:
    """Whether a source is read once, and its name does not tell what it holds."""
    return source.name == "-" or not (is_url(source.name) or Path(source.name).is_file())
