"""The command line: its commands, and how they end."""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from typing import Any

import click

from cleaner import __version__
from cleaner.cli.clean import EXAMPLES
from cleaner.cli.command import config_options, given_by, remember
from cleaner.cli.ending import ending
from cleaner.cli.hint import hint

COMMANDS = tuple("clean explain report batch copies locate check accept learn rules kinds".split())
"""Each is `command` of the module of its name, in the order of `--help`."""

MANY_OBJECTS = 50_000
"""New objects after which the collector of garbage looks at them; 700 is usual."""


class _Commands(click.Group):
    """Commands that are imported when they are called for, and end in a sentence."""

    def main(self, *arguments: Any, **extra: Any) -> Any:  # noqa: ANN401  # as click has it
        """Run a command line. Most of what is loaded stays, so that few looks for garbage pay."""
        atexit.register(gc.freeze)
        before = gc.get_threshold()
        gc.set_threshold(MANY_OBJECTS)
        try:
            return super().main(*arguments, **extra)
        finally:
            gc.set_threshold(*before)

    def list_commands(self, _: click.Context) -> list[str]:
        """All, in the order of `--help`."""
        return list(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """Import a command; None for a name that is none."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"cleaner.cli.{name}").command
        return command

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command's name."""
        remember(context, given_by(self, context, args))
        return super().parse_args(context, args)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named first. Raises click.UsageError, with what may be meant."""
        if args[0] not in COMMANDS and not context.resilient_parsing:
            said = f"No such command {args[0]!r}. {hint(args, COMMANDS)}"
            raise click.UsageError(said.rstrip(), context)
        return super().resolve_command(context, args)

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:  # noqa: ANN401  # as click has it
        """Read the command line, which may print help."""
        with ending():
            return super().make_context(*arguments, **extra)

    def invoke(self, context: click.Context) -> Any:  # noqa: ANN401  # as click has it
        """Run a command; a memory that is damaged is wrong usage."""
        try:
            with ending():
                return super().invoke(context)
        except ValueError as error:
            from cleaner.sites.memory import SiteMemoryError

            if not isinstance(error, SiteMemoryError):
                raise
            raise click.UsageError(f"--site-memory {error}", context) from error


@click.group(
    cls=_Commands,
    params=config_options(),
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", prog_name="cleaner")
def main() -> None:
    """Turn scraped pages, or scraped text, into core articles.

    Exit status: 0 success, 1 an input had nothing usable, 2 wrong usage or an output that cannot
    be written, 130 interrupted, 143 terminated, 141 the reader of a pipe has gone.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a narrow terminal must not end in a traceback
