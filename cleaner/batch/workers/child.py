"""The child process of a Worker: cleans what it is sent until the other end closes.

It ends itself when a page takes too long (SIGALRM, whose default action no code of a library can
hold up), so that it ends in time even where its parent was killed.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import re
import resource
import signal
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from cleaner.batch.inputs import BadRecord, Input, Record
from cleaner.batch.rows import Row, as_json, failed, refused, row_of
from cleaner.batch.setup import Setup
from cleaner.batch.workers.worker import OUT_OF_MEMORY
from cleaner.options import Options
from cleaner.pipeline import clean
from cleaner.reading.encoding import known_charset
from cleaner.result import Cleaned

SAMPLE = "<html><body><p>The ferry was cancelled on Monday, the operator said.</p></body></html>"
TAKEN = b"taken"
"""What the worker is told first: from here on the page is to blame."""
_NEARLY = 0.97
"""Share of the address space at the peak that tells that a page ran out of it, and that a library
which swallows MemoryError may have gone on with half a tree."""
_FAULT = re.compile(r"internal fault, returned whole: (?:extract: )?MemoryError")
_STATUS = Path("/proc/self/status")
_SIZES = Path("/proc/self/statm")


def main(descriptor: int) -> None:
    """Work for the worker at the other end of a socket."""
    os.dup2(2, 1)  # what a library prints must not reach the standard output of the job
    logging.getLogger().addHandler(logging.NullHandler())
    connection: Connection[Any, Any] = Connection(descriptor)
    setup: Setup = connection.recv()
    alone = replace(setup.options, second_opinion=None, fallback=None)
    work(Input(SAMPLE), replace(setup, options=alone))  # imports and models are no page's doing
    gc.freeze()  # nor need they be looked through while pages are cleaned
    limit = _limit_memory(setup.limits.memory)
    connection.send_bytes(b"ready")
    with contextlib.suppress(EOFError, ConnectionError):
        while True:
            _one(connection, setup, limit)


def _one(connection: Connection[Any, Any], setup: Setup, limit: int) -> None:
    try:
        task, may_ask = connection.recv()
        connection.send_bytes(TAKEN)
        signal.setitimer(signal.ITIMER_REAL, setup.limits.timeout)
        row = work(task, setup, may_ask=may_ask)
        answer = as_json(row)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    if _ran_out(row, limit):
        os._exit(OUT_OF_MEMORY)
    signal.setitimer(signal.ITIMER_REAL, 0)
    connection.send_bytes(answer)


def work(task: Input | Record, setup: Setup, *, may_ask: bool = True) -> Row:
    """Clean one page into its row; a fault of ours is named in it and raises nothing.

    may_ask: whether it may ask for the second opinion of the setup's options.
    """
    id_, url = task.id if isinstance(task, Input) else task.name, None
    try:
        page = task.read() if isinstance(task, Record) else task
        id_, url = page.id, page.url
        if not 200 <= page.status < 300:
            return refused(page, setup.columns)
        options = setup.options if may_ask else replace(setup.options, second_opinion=None)
        if page.charset and known_charset(page.charset):  # servers name what they like
            options = replace(options, charset=page.charset)
        return row_of(page, _cleaned(page, options), setup)
    except MemoryError:
        raise
    except BadRecord as error:
        named = task.named() if isinstance(task, Record) else (id_, url)
        return failed(*named, "input", str(error), setup.columns)
    except Exception as error:
        return failed(id_, url, "fault", f"{type(error).__name__}: {error}", setup.columns)


def _cleaned(page: Input, options: Options) -> Cleaned:
    """A page, without the memory of its site where that cannot be read, and a note of it."""
    if options.site_memory is None:
        return clean(page.content, url=page.url, options=options)
    from cleaner.sites.memory.memory import SiteMemoryError  # no other page needs it

    try:
        return clean(page.content, url=page.url, options=options)
    except SiteMemoryError as error:
        cleaned = clean(page.content, url=page.url, options=replace(options, site_memory=None))
        return replace(cleaned, notes=(*cleaned.notes, f"site memory: {error}"))


def _ran_out(row: Row, limit: int) -> bool:
    """Whether memory ran out though nothing was raised: `clean` names its faults."""
    return bool(_FAULT.match(row.error)) or _peak() > limit * _NEARLY


def _limit_memory(memory: int) -> int:
    """Cap the address space; the cap in bytes, or no end where the system knows none."""
    try:
        limit = int(_SIZES.read_text().split()[0]) * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))
    except (OSError, ValueError):  # macOS holds no process to it
        return 1 << 62
    return limit


def _peak() -> int:
    """The largest address space so far, in bytes; 0 where the system does not tell."""
    try:
        lines = _STATUS.read_text().splitlines()
    except OSError:
        return 0
    return next((int(n.split()[1]) << 10 for n in lines if n.startswith("VmPeak:")), 0)
