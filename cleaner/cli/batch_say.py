"""What a batch says on standard error: lines that no name of a file can turn into commands."""

from __future__ import annotations

import logging
from contextlib import suppress

import click
from rich.console import Console
from rich.logging import RichHandler

from cleaner.cli.say import printable


def _lines(text: str) -> str:
    """A text whose control characters are written out, but for line breaks."""
    return "\n".join(map(printable, text.split("\n")))


def say(message: object, status: int = 0) -> int:
    """Say it, as far as somebody listens; the exit status that was given."""
    with suppress(OSError):
        click.echo(_lines(f"cleaner: {message}"), err=True)
    return status


class _Printable(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return _lines(super().format(record))


def log_to(console: Console, level: str) -> None:
    """Send log lines of a level and above to standard error."""
    handler: logging.Handler = logging.StreamHandler()
    form = "%(levelname)s %(name)s: %(message)s"
    if console.is_terminal:  # or lines and bar would run into each other
        handler, form = RichHandler(console=console, show_path=False, markup=False), "%(message)s"
    logging.basicConfig(level=level.upper(), handlers=[handler])
    handler.setFormatter(_Printable(form))
