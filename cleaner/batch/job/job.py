"""A batch job: pages in, rows in parts, and at the end the output made of them."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from cleaner.batch.job.begin import begun
from cleaner.batch.job.journal import GIVEN, GROWING, Stopped
from cleaner.batch.job.outputs import delivered
from cleaner.batch.job.parts import Damaged
from cleaner.batch.job.plan import Plan
from cleaner.batch.job.progress import Draft, Numbered, Records, is_pipe, pass_over
from cleaner.batch.job.sites import TAUGHT, SitesOfJob, generations, settled
from cleaner.batch.job.warned import warn
from cleaner.batch.readers.sources import Pages
from cleaner.batch.rows import FAILED, OPINION
from cleaner.batch.setup import Setup
from cleaner.batch.workers.pool import guarded, windowed
from cleaner.batch.workers.worker import Worker
from cleaner.sites.memory.memory import SiteMemoryError

log = logging.getLogger("cleaner.batch")
TRIES = 3
"""How often damage that comes while a job runs is made good."""
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
        self.records = Records(self.pages)
        self.sites = plan.sites
        begin = begun(plan, restart=restart)
        self.journal, self.deliveries = begin.journal, begin.deliveries
        self.finished = begin.finished
        self.done_before = self.done

    @property
    def done(self) -> int:
        """Pages whose rows are safe."""
        return self.journal.done

    def run(self, watch: Watch = lambda row: None) -> dict[str, Any]:
        """Do what is left to do. Returns the summary. Raises Stopped, GuardError, JobError."""
        began = time.monotonic()
        if self.finished:
            return self.finished
        try:
            summary = self._made(watch) | {"output": str(self.plan.output)}
            seconds = time.monotonic() - began
            pace = (summary["pages"] - self.done_before) / seconds
            run = {"seconds": round(seconds, 2), "pages_per_second": round(pace, 2)}
            known = {"finished": summary | run, "records": self.records.fingerprint}
            self.journal.finish(known)
        except SiteMemoryError as error:
            raise Stopped(str(error)) from error
        except OSError as error:
            where = error.filename or self.journal.folder
            raise Stopped(f"{where}: cannot be written: {error.strerror or error}") from error
        self.finished = summary | run
        return self.finished

    def close(self) -> None:
        """Let another process have the output."""
        self.journal.close()

    def _made(self, watch: Watch) -> dict[str, Any]:
        """Clean what is left and deliver all; parts that are damaged meanwhile are made again."""
        said = ""
        for _ in range(TRIES):
            try:
                self._clean(watch)
                return self._deliver()
            except Damaged as error:
                said = str(error)
            if any(map(is_pipe, self.plan.sources)):
                raise Stopped(f"{said}; it takes the same input again")
            log.warning("%s", said)
            self.journal.take_up(gaps=self.sites is None)
        raise Stopped(said)

    def _clean(self, watch: Watch) -> None:
        """Clean the pages that no part holds; what is done when this ends is written."""
        draft = Draft(self.journal)
        try:
            for generation in self._generations():
                taught: list[dict[str, Any]] = []
                for page, raw in generation:
                    if draft.add(page, raw):
                        log.info("%s: page %d is done", self.plan.output, page.number + 1)
                    if lesson := self._told(raw, watch):
                        taught.append(lesson)
                if self.sites is not None:  # what it teaches is taken up once its rows are safe
                    draft.write()
                    self.sites.learn(taught)
            if self.sites is not None:  # an earlier run may have ended within the last generation
                self.sites.learn(())
        finally:
            draft.write()

    def _generations(self) -> Iterator[Iterator[tuple[Numbered, bytes]]]:
        """Rows of JSON for the pages that are left.

        Pages of one generation are cleaned with the same memories; without any there is one.
        """
        pages = self._left()
        if self.sites is not None and self.plan.site_memory is not None:
            self._take_up(self.sites, self.plan.site_memory)
        with guarded(self.plan.workers, self._setup()) as submit:
            for size in generations(self.done) if self.sites is not None else (None,):
                first = next(pages, None)
                if first is None:
                    return
                chunk = chain((first,), islice(pages, None if size is None else size - 1))
                calls = (partial(submit, _cleaned, page) for page in chunk)
                yield windowed(calls, self.plan.workers, ordered=True)

    def _setup(self) -> Setup:
        """How workers clean, with the questions that earlier runs have left."""
        setup = self.plan.setup
        if setup.questions is None:
            return setup
        asked = sum(bool(row.get(OPINION)) for row in self.journal.rows())
        return setup.asking(max(0, setup.questions - asked))

    def _take_up(self, sites: SitesOfJob, given: Path) -> None:
        """Make the memories what they were: those given, and the generations that have ended.

        Those given are copied when the job begins: whoever adds to them meanwhile changes no row.
        """
        self.journal.forget_sites(*GROWING)
        begin = SitesOfJob(self.journal.folder / GIVEN)
        begin.troubles = sites.troubles  # what was told once is not told again
        begin.begin(given)
        sites.begin(begin.files.folder)
        sites.take_up((row.get(TAUGHT) for row in self.journal.rows()), settled(self.done))

    def _left(self) -> Iterator[Numbered]:
        """The pages that no part holds; the others are passed over, if they still are the same."""
        pages, at = iter(self.records), 0
        for part in sorted(self.journal.parts, key=lambda part: part.start):
            yield from islice(pages, part.start - at)
            pass_over(pages, part)
            at = part.end
        yield from pages

    def _deliver(self) -> dict[str, Any]:
        """Make the outputs of the parts. Raises Damaged."""
        told = delivered(self.plan, self.journal, self.deliveries)
        if self.sites is not None and self.plan.site_memory is not None:
            told |= self.sites.deliver(self.plan.site_memory)
        return told

    def _told(self, raw: bytes, watch: Watch) -> dict[str, Any] | None:
        """Tell the watcher of a row; what the row teaches of its site, if anything."""
        row: dict[str, Any] = json.loads(raw)
        if row["outcome"].startswith(FAILED):
            log.warning("%s: %s (%s)", row["id"], row["outcome"], row["error"])
        warn(row, self.plan.warn_below)
        watch(row)
        return row.get(TAUGHT)


def _cleaned(worker: Worker, page: Numbered) -> tuple[Numbered, bytes]:
    return page, worker.run_json(page.record)
