"""What `cleaner batch` does with its options: a plan, a job, a summary, an exit status."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console

from cleaner.batch.inputs import Fields
from cleaner.batch.job.job import Job
from cleaner.batch.job.journal import JobError, Stopped
from cleaner.batch.job.plan import Plan, check_output
from cleaner.batch.job.warned import warn
from cleaner.batch.many import processors, rows_of
from cleaner.batch.optional import MissingExtra, needed
from cleaner.batch.readers.sources import Pages, apart, check, sources
from cleaner.batch.rows import as_json
from cleaner.batch.setup import Limits, Setup
from cleaner.batch.summary import Summary
from cleaner.batch.workers.worker import GuardError
from cleaner.cli.batch_bar import bar
from cleaner.cli.batch_say import log_to, say
from cleaner.cli.batch_told import told
from cleaner.cli.options import Cleaning
from cleaner.cli.second_opinion import named
from cleaner.files import BadInput, write_output
from cleaner.sites.memory.folder import SiteMemories

FAILURES = 1
REFUSED = 2
STOPPED = 3
"""Exit statuses beside 0."""
INTERRUPTED, CLOSED, TERMINATED = (128 + number for number in (2, 13, 15))
"""Those that shells give for SIGINT, SIGPIPE and SIGTERM."""
GOES_ON = ". Run the same command to continue"


class Terminated(KeyboardInterrupt):
    """SIGTERM, which ends a job as Ctrl-C does."""


def terminate(*_: object) -> None:
    """A handler of SIGTERM. Raises Terminated."""
    raise Terminated


def run(cleaning: Cleaning, given: dict[str, Any]) -> int:
    """Do what the options of the command line say; the exit status."""
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # mimalloc keeps 80 MiB more
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    log_to(console, given["level"])
    stream = given["output"] == "-"
    onward = "; rows on standard output cannot be continued" if stream else GOES_ON
    try:
        return _done(cleaning, given, console)
    except (BadInput, MissingExtra, JobError) as error:
        return say(error, REFUSED)
    except (Stopped, GuardError) as error:
        return say(f"stopped: {error}{onward}", getattr(error, "status", STOPPED))
    except KeyboardInterrupt as stop:  # before the first page
        return say(f"stopped{onward}", _interrupted(stop, 0).status)


def _done(cleaning: Cleaning, given: dict[str, Any], console: Console) -> int:
    try:
        plan = _plan(cleaning, given)
    except ValueError as error:
        raise JobError(str(error)) from error
    except OSError as error:  # a folder that may not be looked into
        raise JobError(f"{error.filename}: cannot be read: {error.strerror}") from error
    if given["output"] == "-":
        return _stream(plan, given)
    return _job(plan, given, console, quiet=cleaning.quiet)


def _interrupted(stop: KeyboardInterrupt, done: int) -> Stopped:
    status = TERMINATED if isinstance(stop, Terminated) else INTERRUPTED
    return Stopped(f"{done:,} pages are done", status)


def _plan(cleaning: Cleaning, given: dict[str, Any]) -> Plan:
    duplicates = _looked_for(given, quiet=cleaning.quiet)
    output, memory = Path(given["output"]), given["site_memory"] and Path(given["site_memory"])
    options = cleaning.options()
    if given["second_opinion"]:
        options = replace(options, second_opinion=named(given["second_opinion"]))
    elif given["questions"] is not None:
        raise ValueError("--questions limits those of --second-opinion, which is not given")
    if memory:
        options = replace(options, site_memory=SiteMemories(memory))
    limits = Limits(given["timeout"], given["memory"] << 20)
    plan = Plan(
        sources(given["sources"], given["form"]),
        output,
        Setup.of(options, given["columns"], limits, copies=duplicates != "off").asking(
            given["questions"]
        ),
        Fields(given["html_field"], given["url_field"], given["id_field"]),
        duplicates,
        given["workers"] or processors(),
        min_confidence=given["min_confidence"],
        warn_below=given["warn_below"],
    )
    if given["output"] != "-":
        check_output(plan)
        plan = plan.learning(memory) if memory else plan
        return replace(plan, sources=apart(plan.sources, given["sources"], plan.own))
    unfit = {
        "--duplicates": duplicates != "off",
        "--summary -": given["summary"] == "-",
        "--min-confidence": plan.apart is not None,
    }
    if what := next((name for name, is_asked in unfit.items() if is_asked), ""):
        raise ValueError(f"{what} does not work with rows on standard output; name a file with -o")
    return plan


def _looked_for(given: dict[str, Any], *, quiet: bool) -> str:
    """Whether copies are looked for; without the library for it only where that was asked."""
    if given["duplicates"] or given["output"] == "-":
        return given["duplicates"] or "off"
    try:
        needed("rensa", "it")
    except MissingExtra as error:
        if not quiet:
            say(f"copies are not looked for: {error}")
        return "off"
    return "mark"


def _job(plan: Plan, given: dict[str, Any], console: Console, *, quiet: bool) -> int:
    job = Job(plan, restart=given["restart"])
    try:
        was_finished = bool(job.finished)
        with bar(job, console, shown=not quiet) as watch:
            summary = job.run(watch)
    except KeyboardInterrupt as stop:
        raise _interrupted(stop, job.done) from None
    finally:
        job.close()
    if was_finished and not quiet:
        say(f"{plan.output}: already finished, nothing to do. Use --restart to start again")
    if not quiet:
        say(told(summary))
    _summarize(given["summary"], summary)
    return FAILURES if summary["failed"] else 0


def _stream(plan: Plan, given: dict[str, Any]) -> int:
    """Rows on standard output, as they are done; nothing is remembered. Raises Stopped."""
    check(plan.sources, plan.fields)
    summary = Summary()
    try:
        for row in rows_of(Pages(plan.sources, plan.fields), plan.workers, plan.setup):
            with _standard_output(summary):
                sys.stdout.buffer.write(as_json(row) + b"\n")
                sys.stdout.buffer.flush()
            summary.add(row.to_dict())
            warn(row.to_dict(), plan.warn_below)
    except KeyboardInterrupt as stop:
        raise _interrupted(stop, summary.pages) from None
    finally:
        _summarize(given["summary"], summary.to_dict())
    return FAILURES if summary.failures else 0


@contextmanager
def _standard_output(summary: Summary) -> Iterator[None]:
    """A block that writes to it. Raises Stopped where that ends before its time."""
    try:
        yield
    except BrokenPipeError:  # as `head` ends a pipe
        sys.stdout = None
        said = f"standard output was closed; {summary.pages:,} pages are done"
        raise Stopped(said, CLOSED) from None
    except OSError as error:
        sys.stdout = None
        raise Stopped(f"standard output cannot be written: {error.strerror}") from error


def _summarize(name: str | None, summary: dict[str, Any]) -> None:
    """Write the summary where it is asked for. Raises Stopped."""
    if not name:
        return
    text = json.dumps(summary, ensure_ascii=False, indent=2) + "\n"
    try:
        with _standard_output(Summary()):
            write_output(name, text)
    except BadInput as error:
        raise Stopped(str(error)) from error
