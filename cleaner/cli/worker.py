"""A child process that works on page after page, and that a page may hang, fill or crash.

The child is a fork of this process: it has all that is loaded, and costs some milliseconds. It
ends itself when a page takes too long (SIGALRM, whose default action no code of a library can
hold up).
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, TypeVar

R = TypeVar("R")
Work = Callable[[str, bytes], R]
FORKS = hasattr(os, "fork") and sys.platform != "darwin"
"""Whether there are forks that are safe: those of macOS may crash in its libraries."""
GRACE = 2.0
"""Seconds between the moment a child should have ended itself and the moment it is ended."""
_OURS = (signal.SIGINT, signal.SIGTERM)
MIN_SECONDS = 0.001
"""Seconds; a timer of fewer microseconds than one would never ring."""
_SAID = "The ferry was cancelled on Monday, the operator said. It may sail again on Friday."
SAMPLE = f"<html><body><article>{f'<p>{_SAID}</p>' * 4}</article></body></html>".encode()
"""A page that trafilatura is sure of; of shorter ones it asks justext, which loads word lists."""


class PageFailed(Exception):
    """A page that cannot be worked on: `why` in a word, and `told` in a sentence."""

    def __init__(self, why: str, told: str) -> None:
        """why: timeout, memory, crash or fault."""
        super().__init__(why, told)
        self.why, self.told = why, told

    def __str__(self) -> str:
        """As `failed: timeout (not done within 30 s)`; a fault of ours names itself."""
        return self.told if self.why == "fault" else f"failed: {self.why} ({self.told})"


class Worker(Generic[R]):
    """Does `work`, a function of a name and the bytes of a page, in a child.

    timeout: seconds that a page may take; 0 for no limit. Without forks work is done here, and
    there is no limit. Not for two threads at once.
    """

    def __init__(self, work: Work[R], timeout: float) -> None:
        """Nothing is started before the first page."""
        self.work, self.timeout = work, timeout
        self._child: Any = None
        self._pipe: Connection[Any, Any] | None = None

    def run(self, name: str, data: bytes) -> R:
        """What `work` gives for a page. Raises PageFailed, SiteMemoryError."""
        answer = self._asked(name, data) if FORKS else tried(self.work, name, data)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """End the child; the worker may be used again."""
        if self._pipe is not None:
            self._pipe.close()
        if self._child is not None:
            self._child.kill()
            self._child.join()
        self._child = self._pipe = None

    def _asked(self, name: str, data: bytes) -> R | Exception:
        if self._child is not None and not self._child.is_alive():  # no page's doing
            self.close()
        pipe = self._pipe or self._begun()
        try:
            pipe.send((name, data))
            if not pipe.poll(self.timeout + GRACE if self.timeout else None):
                raise TimeoutError
            answer: R | Exception = pickle.loads(pipe.recv_bytes())
        except TimeoutError:
            answer = self._late()
        except (EOFError, OSError):
            answer = self._cause()
        else:
            return answer
        self.close()
        return answer

    def _begun(self) -> Connection[Any, Any]:
        """The connection to a new child, which is forked behind a first, small page."""
        tried(self.work, "-", SAMPLE)  # what is loaded here needs not be loaded in each child
        context = multiprocessing.get_context("fork")
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(
            target=_serve, args=(self.work, theirs, self._pipe, self.timeout), daemon=True
        )
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _OURS)  # until the child has its own ways
        self._child.start()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()
        return self._pipe

    def _late(self) -> PageFailed:
        return PageFailed("timeout", f"not done within {self.timeout:g} s")

    def _cause(self) -> PageFailed:
        """Why the child ended, from its exit status."""
        self._child.join(GRACE)
        code = self._child.exitcode
        if code == -signal.SIGALRM:
            return self._late()
        if code is None or code >= 0:
            return PageFailed("crash", f"its process ended with status {code}")
        name = signal.strsignal(-code) or "unknown"
        return PageFailed("crash", f"its process was ended by signal {-code}, {name}")


def tried(work: Work[R], name: str, data: bytes) -> R | Exception:
    """What `work` gives, or why it gives nothing: PageFailed, SiteMemoryError."""
    try:
        return work(name, data)
    except MemoryError:
        return PageFailed("memory", "ran out of memory")
    except Exception as error:
        from cleaner.sites.memory import SiteMemoryError

        if isinstance(error, SiteMemoryError):  # of a folder, which is read site by site
            return error
        return PageFailed("fault", f"internal fault: {type(error).__name__}: {error}")


def _serve(
    work: Work[R], pipe: Connection[Any, Any], other: Connection[Any, Any], timeout: float
) -> None:
    """Work for the process at the other end, until it closes."""
    other.close()
    gc.freeze()  # what is loaded here already stays, and need not be looked through again
    sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115  # what a library prints is no article
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _OURS)
    with suppress(EOFError, ConnectionError):
        while True:
            name, data = pipe.recv()
            signal.setitimer(signal.ITIMER_REAL, max(timeout, MIN_SECONDS) if timeout else 0)
            answer = _packed(work, name, data)
            signal.setitimer(signal.ITIMER_REAL, 0)
            pipe.send_bytes(answer)


def _packed(work: Work[R], name: str, data: bytes) -> bytes:
    """What there is to send; that may need more memory than there is, too."""
    answer = tried(lambda *page: pickle.dumps(tried(work, *page)), name, data)
    return answer if isinstance(answer, bytes) else pickle.dumps(answer)
