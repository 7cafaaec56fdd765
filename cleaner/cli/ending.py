"""How commands end where something outside ends them: a sentence, and the exit status for it."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from cleaner.cli.say import say, visible
from cleaner.files import BadInput

REFUSED = 2
INTERRUPTED, PIPE_CLOSED, TERMINATED = (128 + number for number in (2, 13, 15))
"""Exit statuses as a shell gives them: 128 and the number of the signal."""


class Terminated(KeyboardInterrupt):
    """SIGTERM came."""


@contextmanager
def ending() -> Iterator[None]:
    """End the process in a sentence where an interrupt, an input or an output ends the command.

    A pipe whose reader has gone (`| head`) ends in silence. The notes of an interrupt are told.
    """
    try:
        with _terminable():
            yield
    except BrokenPipeError:
        _drop_stdout()
        sys.exit(PIPE_CLOSED)
    except click.Abort as error:
        if not isinstance(error.__context__, KeyboardInterrupt):
            raise
        say("interrupted")  # at a question
        sys.exit(INTERRUPTED)
    except KeyboardInterrupt as error:
        how = "terminated" if isinstance(error, Terminated) else "interrupted"
        say("; ".join([how, *getattr(error, "__notes__", ())]))
        sys.exit(TERMINATED if isinstance(error, Terminated) else INTERRUPTED)
    except BadInput as error:
        say(str(error))
        sys.exit(REFUSED)
    except OSError as error:
        _drop_stdout()
        where = error.filename or "standard output cannot be written"
        say(f"{where}: {error.strerror or error}")
        sys.exit(REFUSED)
    except click.ClickException as error:
        error.message = visible(error.message)  # type: ignore[misc]  # it may name files
        raise


@contextmanager
def _terminable() -> Iterator[None]:
    """SIGTERM is raised as an exception, so that nothing is left behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _terminated)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before or signal.SIG_DFL)


def _terminated(_: int, __: FrameType | None) -> None:
    raise Terminated


def _drop_stdout() -> None:
    """Nothing more is written there: the interpreter would try, and fail, as it ends."""
    sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115  # until the process ends
