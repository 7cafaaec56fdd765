"""A batch job: pages in, rows in parts, and at the end the output made of them."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from cleaner.ingest.begin import ANEW, begun
from cleaner.ingest.guard import Guard
from cleaner.ingest.inputs import Record
from cleaner.ingest.ledger import JobError, Stopped
from cleaner.ingest.plan import WRITERS, Plan
from cleaner.ingest.pool import guarded, windowed
from cleaner.ingest.rows import FAILED
from cleaner.ingest.sites import TAUGHT, SitesOfJob, generations, settled
from cleaner.ingest.sources import Pages
from cleaner.ingest.summary import Summary
from cleaner.site_memory.memory import SiteMemoryError

log = logging.getLogger("cleaner.ingest")
PART = 256
"""Rows that are written at a time: what a kill can cost."""
Watch = Callable[[dict[str, Any]], None]
"""Called with every row of this run."""


class Job:
    """A plan and how far it has come; `finished` holds its summary once it is done.

    restart: begin anew. Raises JobError where it cannot begin.
    """

    def __init__(self, plan: Plan, *, restart: bool = False) -> None:
        """Take the output up where an earlier run left it."""
        self.plan = plan
        self.pages = Pages(plan.sources, plan.fields)
        self.sites = plan.sites
        self.ledger, self.finished = begun(plan, restart=restart)
        self.parts = self.ledger.parts()
        self.done = sum(part.count for part in self.parts)
        """Pages whose rows are safe."""
        self.done_before = self.done

    def run(self, watch: Watch = lambda row: None) -> dict[str, Any]:
        """Do what is left to do. Returns the summary. Raises Stopped, GuardError, JobError."""
        began, before = time.monotonic(), self.done
        if self.finished:
            return self.finished
        try:
            self._clean(watch)
            summary = self._deliver() | {"output": str(self.plan.output)}
            seconds = time.monotonic() - began
            pace = (summary["pages"] - before) / seconds
            run = {"seconds": round(seconds, 2), "pages_per_second": round(pace, 2)}
            self.ledger.finish(summary | run)
        except SiteMemoryError as error:
            raise Stopped(str(error)) from error
        except OSError as error:
            where = error.filename or self.ledger.folder
            raise Stopped(f"{where}: cannot be written: {error.strerror or error}") from error
        self.finished = summary | run
        return self.finished

    def close(self) -> None:
        """Let another process have the output."""
        self.ledger.close()

    def _clean(self, watch: Watch) -> None:
        """Clean the pages that no part holds; what is done when this ends is written."""
        part: list[tuple[int, bytes]] = []
        try:
            for generation in self._generations():
                taught: list[dict[str, Any]] = []
                for checksum, raw in generation:
                    part.append((checksum, raw))
                    if lesson := _told(raw, watch):
                        taught.append(lesson)
                    if len(part) == PART:
                        full, part = part, []
                        self._write(full)
                if self.sites is not None:  # what it teaches is taken up once its rows are safe
                    full, part = part, []
                    self._write(full)
                    self.sites.learn(taught)
        finally:
            self._write(part)

    def _write(self, part: list[tuple[int, bytes]]) -> None:
        if part:
            self.ledger.add(self.done, part[0][0], [row for _, row in part])
            self.done += len(part)
            log.info("%s: %d pages are done", self.plan.output, self.done)

    def _generations(self) -> Iterator[Iterator[tuple[int, bytes]]]:
        """Rows of JSON for the pages that are left, each with the checksum of its record.

        Pages of one generation are cleaned with the same memories; without any there is one.
        """
        records = iter(self.pages)
        self._skip(records)
        if self.sites is not None and self.plan.site_memory is not None:
            self._take_up(self.sites, self.plan.site_memory)
        with guarded(self.plan.workers, self.plan.setup) as submit:
            for size in generations(self.done) if self.sites is not None else (None,):
                first = next(records, None)
                if first is None:
                    return
                chunk = chain((first,), islice(records, None if size is None else size - 1))
                calls = (partial(submit, _checked, record) for record in chunk)
                yield windowed(calls, self.plan.workers, ordered=True)

    def _take_up(self, sites: SitesOfJob, given: Path) -> None:
        """Make the memories what they were: those given, and the generations that have ended."""
        sites.begin(given)
        sites.take_up((row.get(TAUGHT) for row in self.ledger.rows()), settled(self.done))

    def _skip(self, records: Iterator[Record]) -> None:
        """Pass over what is done, and see that it still is the same."""
        for part in self.parts:
            first = next(records, None)
            if first is None or first.checksum() != part.checksum:
                name = first.name if first else "the end of the sources"
                other = f"page {part.start + 1:,} is not the one that was cleaned before"
                raise JobError(f"{name}: {other}; {ANEW}")
            next(islice(records, part.count - 1, part.count - 1), None)

    def _deliver(self) -> dict[str, Any]:
        """Make the output of the parts."""
        summary = Summary()
        rows = summary.counted(_without(TAUGHT, self._marked()))
        if self.plan.duplicates == "drop":
            rows = (row for row in rows if not row["duplicate_of"])
        WRITERS[self.plan.form].write(rows, self.plan.output, self.plan.columns)
        told = summary.to_dict()
        if self.sites is not None and self.plan.site_memory is not None:
            told |= self.sites.deliver(self.plan.site_memory)
        return told

    def _marked(self) -> Iterator[dict[str, Any]]:
        """The rows of all parts, copies marked where they are looked for."""
        if self.plan.duplicates == "off":
            return self.ledger.rows()
        from cleaner.ingest.copies import duplicates_among, marked

        return marked(self.ledger.rows(), duplicates_among(self.ledger.rows()))


def _checked(guard: Guard, record: Record) -> tuple[int, bytes]:
    return record.checksum(), guard.run_json(record)


def _told(raw: bytes, watch: Watch) -> dict[str, Any] | None:
    """Tell the watcher of a row; what the row teaches of its site, if anything."""
    row: dict[str, Any] = json.loads(raw)
    if row["outcome"].startswith(FAILED):
        log.warning("%s: %s (%s)", row["id"], row["outcome"], row["error"])
    watch(row)
    return row.get(TAUGHT)


def _without(name: str, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        row.pop(name, None)
        yield row
