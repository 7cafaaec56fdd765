"""Worker: one long-lived child process that cleans page after page, and may hang, grow or die.

A process of its own command line and not a pool of `multiprocessing`: it neither forks the
threads of the engine around it nor runs the caller's script again, and it shares no lock or pipe
with other workers, so that a page that kills it harms no other.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any

from cleaner.batch.inputs import Input, Record
from cleaner.batch.rows import Row, as_json, failed
from cleaner.batch.setup import Setup
from cleaner.batch.workers.budget import Budget

Task = tuple[Input | Record, bool]
"""A page, and whether it may ask for a second opinion."""
START = 120.0
"""Seconds that a worker may take to start on a machine that is busy."""
GRACE = 2.0
"""Seconds between the moment a worker should have ended itself and the moment it is ended."""
OUT_OF_MEMORY = 77
"""Exit status of a worker whose page needed more memory than it may have."""
_COMMAND = "from cleaner.batch.workers.child import main; main({})"


class GuardError(RuntimeError):
    """A worker process cannot be started at all."""


class Worker:
    """One child process; `run` gives a row for every page, come what may.

    Not for two threads at once. Raises GuardError where the child cannot be started.
    """

    def __init__(self, setup: Setup, budget: Budget | None = None) -> None:
        """Nothing is started before the first page. budget: of questions; None is no limit."""
        self.setup = setup
        self.budget = budget if setup.options.second_opinion is not None else None
        self._child: subprocess.Popen[bytes] | None = None
        self._pipe: Connection[Any, Any] | None = None

    def __enter__(self) -> Worker:
        """As a context manager it is closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def run(self, task: Input | Record) -> Row:
        """Clean a page in the child, within the limits; a page that ends the child has failed."""
        return Row.from_dict(json.loads(self.run_json(task)))

    def tried(self, task: Input | Record) -> Row:
        """The same, and a row even where no worker can be started."""
        try:
            return self.run(task)
        except GuardError as error:
            return Row.from_dict(json.loads(self._failed(task, "worker", str(error))))

    def run_json(self, task: Input | Record) -> bytes:
        """The same as JSON, as it came from the child."""
        if self.budget is None:
            return self._row(task, may_ask=True)
        may_ask = self.budget.take()
        row = self._row(task, may_ask=may_ask)
        if may_ask:
            self.budget.settle(json.loads(row))
        return row

    def _row(self, task: Input | Record, *, may_ask: bool) -> bytes:
        try:
            return self._answer(self._sent((task, may_ask)))
        except TimeoutError:
            return self._failed(task, "timeout", self._late())
        except (EOFError, OSError):
            return self._failed(task, *self._cause())
        except BaseException:  # the answer to this page must not be taken for the next one's
            self.close()
            raise

    def kill(self) -> None:
        """End the child at once; for another thread than the one that waits for its answer."""
        if (child := self._child) is not None:
            _end(child)

    def close(self) -> None:
        """End the child; the worker may be used again."""
        if self._pipe is not None:
            self._pipe.close()
        if self._child is not None:
            _end(self._child)
            self._child.wait()
        self._child = self._pipe = None

    def _sent(self, task: Task) -> Connection[Any, Any]:
        """Send a page; a child that was dead before it took the page is no fault of the page."""
        try:
            return self._taken(task)
        except (EOFError, OSError):
            self.close()
            return self._taken(task)

    def _taken(self, task: Task) -> Connection[Any, Any]:
        pipe = self._ready()
        _tell(pipe, task)
        return pipe

    def _answer(self, pipe: Connection[Any, Any]) -> bytes:
        if not pipe.poll(self.setup.limits.timeout + GRACE):
            raise TimeoutError
        return pipe.recv_bytes()

    def _ready(self) -> Connection[Any, Any]:
        """The connection to a child that lives."""
        if self._pipe is not None and self._child is not None and self._child.poll() is None:
            return self._pipe
        self.close()
        try:
            return self._begun()
        except (EOFError, OSError) as error:
            raise GuardError(self._no_start(error)) from error

    def _begun(self) -> Connection[Any, Any]:
        """The connection to a new child that has said that it is ready."""
        self._pipe, theirs = Pipe()
        with theirs:
            self._child = _spawn(theirs.fileno())
        _tell(self._pipe, self.setup)
        return self._pipe

    def _no_start(self, error: Exception) -> str:
        how = str(error) or "it did not answer"
        if self._child is not None:
            with suppress(subprocess.TimeoutExpired):
                how = f"it ended with status {self._child.wait(GRACE)}"
        self.close()
        return f"a worker process could not be started: {how}"

    def _cause(self) -> tuple[str, str]:
        """Why the child ended, from its exit status."""
        assert self._child is not None
        try:
            code = self._child.wait(GRACE)
        except subprocess.TimeoutExpired:
            return "crash", "its worker closed the connection"
        if code == -signal.SIGALRM:
            return "timeout", self._late()
        if code == OUT_OF_MEMORY:
            return "memory", f"needs more than {self.setup.limits.memory / 2**20:,.0f} MiB"
        if code < 0:
            name = signal.strsignal(-code) or "unknown"
            return "crash", f"its worker was ended by signal {-code} ({name})"
        return "crash", f"its worker ended with status {code}"

    def _late(self) -> str:
        return f"not done within {self.setup.limits.timeout:g} s"

    def _failed(self, task: Input | Record, why: str, error: str) -> bytes:
        self.close()
        id_, url = task.named() if isinstance(task, Record) else (task.id, task.url)
        return as_json(failed(id_, url, why, error, self.setup.columns))


def _tell(pipe: Connection[Any, Any], what: Setup | Task) -> None:
    """Send, and wait until the child says that it has it. Raises EOFError, OSError."""
    pipe.send(what)
    if not pipe.poll(START):
        raise EOFError
    pipe.recv_bytes()


def _end(child: subprocess.Popen[bytes]) -> None:
    """End a child and what it left behind, which is of its process group."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)


def _spawn(descriptor: int) -> subprocess.Popen[bytes]:
    """A child with our import path, in a process group of its own: Ctrl-C is for the parent."""
    path = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
    threads = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        [sys.executable, "-c", _COMMAND.format(descriptor)],
        stdin=subprocess.DEVNULL,
        pass_fds=[descriptor],
        env=threads | os.environ | {"PYTHONPATH": path},
        process_group=0,
    )
