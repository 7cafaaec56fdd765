"""What `cleaner batch` does with its options: a plan, a job, a summary, an exit status."""

from __future__ import annotations

import json
import logging
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.logging import RichHandler

from cleaner.files import BadInput, write_output
from cleaner.ingest.bar import bar
from cleaner.ingest.guard import GuardError
from cleaner.ingest.inputs import Fields
from cleaner.ingest.job import Job
from cleaner.ingest.ledger import JobError, Stopped
from cleaner.ingest.many import processors, rows_of
from cleaner.ingest.optional import MissingExtra
from cleaner.ingest.plan import Plan, check_output
from cleaner.ingest.rows import as_json
from cleaner.ingest.setup import Limits, Setup
from cleaner.ingest.sources import Pages, apart, check, sources
from cleaner.ingest.summary import Summary
from cleaner.options import Options
from cleaner.site_memory.folder import SiteMemories

FAILURES, REFUSED, STOPPED = 1, 2, 3
"""Exit statuses beside 0."""
GOES_ON = ". The same command goes on"


def run(given: dict[str, Any]) -> int:
    """Do what the options of the command line say; the exit status."""
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # mimalloc keeps 80 MiB more
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    _log_to(console, given["level"])
    stream = given["output"] == "-"
    onward = "; nothing is remembered of rows on standard output" if stream else GOES_ON
    try:
        plan = _plan(given)
    except (BadInput, MissingExtra, ValueError) as error:
        return _say(error, REFUSED)
    except OSError as error:  # a folder that may not be looked into
        return _say(f"{error.filename}: cannot be read: {error.strerror}", REFUSED)
    try:
        return _stream(plan, given) if stream else _job(plan, given, console)
    except (BadInput, MissingExtra, JobError) as error:
        return _say(error, REFUSED)
    except (Stopped, GuardError) as error:
        return _say(f"stopped: {error}{onward}", STOPPED)
    except KeyboardInterrupt:
        return _say(f"stopped{onward}", STOPPED)


def _say(message: object, status: int = 0) -> int:
    click.echo(f"cleaner: {message}", err=True)
    return status


def _log_to(console: Console, level: str) -> None:
    handler: logging.Handler = logging.StreamHandler()
    form = "%(levelname)s %(name)s: %(message)s"
    if console.is_terminal:  # or lines and bar would run into each other
        handler, form = RichHandler(console=console, show_path=False, markup=False), "%(message)s"
    logging.basicConfig(level=level.upper(), format=form, handlers=[handler])


def _plan(given: dict[str, Any]) -> Plan:
    duplicates = given["duplicates"] or ("off" if given["output"] == "-" else "mark")
    output, memory = Path(given["output"]), given["site_memory"] and Path(given["site_memory"])
    options = Options(
        given["keep"],
        given["strip"],
        given["source_kind"],
        rules=given["rules"],
        site_memory=SiteMemories(memory) if memory else None,
        host_from_page=given["host_from_page"],
    )
    limits = Limits(given["timeout"], given["memory"] << 20)
    plan = Plan(
        sources(given["sources"], given["form"]),
        output,
        Setup.of(options, given["columns"], limits, copies=duplicates != "off"),
        Fields(given["html_field"], given["url_field"], given["id_field"]),
        duplicates,
        given["workers"] or processors(),
    )
    if given["output"] != "-":
        check_output(plan)
        plan = plan.learning(memory) if memory else plan
        return replace(plan, sources=apart(plan.sources, given["sources"], plan.own))
    if duplicates != "off" or given["summary"] == "-":
        what = "--duplicates" if duplicates != "off" else "--summary -"
        raise ValueError(f"{what} does not go with rows on standard output; name a file with -o")
    return plan


def _job(plan: Plan, given: dict[str, Any], console: Console) -> int:
    job = Job(plan, restart=given["restart"])
    try:
        was_finished = bool(job.finished)
        with bar(job, console) as watch:
            summary = job.run(watch)
    except KeyboardInterrupt:
        raise Stopped(f"{job.done:,} pages are done") from None
    finally:
        job.close()
    if was_finished:
        _say(f"{plan.output}: finished already; nothing to do. --restart begins anew")
    _say(_told(summary))
    if given["summary"]:
        write_output(given["summary"], _as_text(summary))
    return FAILURES if summary["failed"] else 0


def _told(summary: dict[str, Any]) -> str:
    """The summary in a few lines."""
    lines = [
        f"{summary['output']}: {summary['pages']:,} pages in {summary['seconds']:,} s, "
        f"{summary['pages_per_second']:,} a second",
        f"articles {summary['articles']:,}, without an article {summary['no_article']:,}, "
        f"failed {summary['failed']:,}, copies {summary['duplicates']:,}",
    ]
    lines += [f"{n:,} {outcome}" for outcome, n in summary["outcomes"].items()]
    stripped = ", ".join(f"{kind} {n:,}" for kind, n in summary["stripped"].items())
    return "\n  ".join([*lines, f"stripped: {stripped or 'nothing'}"])


def _stream(plan: Plan, given: dict[str, Any]) -> int:
    """Rows on standard output, as they are done; nothing is remembered. Raises Stopped."""
    check(plan.sources, plan.fields)
    summary = Summary()
    try:
        for row in rows_of(Pages(plan.sources, plan.fields), plan.workers, plan.setup):
            summary.add(row.to_dict())
            sys.stdout.buffer.write(as_json(row) + b"\n")
            sys.stdout.buffer.flush()
    except BrokenPipeError:  # as `head` ends a pipe
        sys.stdout = None
    except OSError as error:
        sys.stdout = None
        raise Stopped(f"standard output cannot be written: {error.strerror}") from error
    if given["summary"]:
        write_output(given["summary"], _as_text(summary.to_dict()))
    return FAILURES if summary.failures else 0


def _as_text(summary: dict[str, Any]) -> str:
    return json.dumps(summary, ensure_ascii=False, indent=2) + "\n"
