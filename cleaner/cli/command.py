"""Commands whose defaults may stand in a configuration file."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any, Literal

import click

from cleaner.cli import config
from cleaner.cli.config_keys import defaults, key_of
from cleaner.cli.names import FILE
from cleaner.cli.say import say
from cleaner.files import BadInput

_SAID, _READ = "cleaner.config said", "cleaner.config read"
"""What contexts remember: what stood before the command's name, and the file that was read."""


def config_options() -> list[click.Parameter]:
    """The options that say which file is read; commands never see them."""
    return [
        click.Option(
            ["--config"],
            type=FILE,
            metavar="FILE",
            expose_value=False,
            help="Read defaults of options from this TOML file, not from the nearest cleaner.toml "
            "or pyproject.toml.",
        ),
        click.Option(
            ["--no-config"],
            is_flag=True,
            expose_value=False,
            help="Read defaults of options from no file.",
        ),
    ]


class Command(click.Command):
    """A command that takes the defaults of its options from a configuration file."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401  # as click has it
        """Add the options that say which file is read."""
        super().__init__(*arguments, **named)
        self.params = [*self.params, *config_options()]

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Read the file first. Raises BadInput for one that cannot be read or says what cannot be.

        Help shows what is the default then, but comes whatever the file says.
        """
        if context.resilient_parsing:  # a shell completes
            return super().parse_args(context, args)
        given, help_option = given_by(self, context, args), self.get_help_option(context)
        asks = help_option is not None and given.get(str(help_option.name)) is True
        with suppress(*([BadInput, click.UsageError] if asks else [])):
            _configure(context, given, quiet=asks)
        return super().parse_args(context, args)

    def invoke(self, context: click.Context) -> Any:  # noqa: ANN401  # as click has it
        """Run; wrong usage may be the file's."""
        try:
            return super().invoke(context)
        except click.UsageError as error:
            if context.default_map:
                error.message += f" (defaults are from {context.meta[_READ]})"  # type: ignore[misc]
            raise


def given_by(command: click.Command, context: click.Context, args: list[str]) -> dict[str, Any]:
    """The options that stand on the command line, as they stand there. Raises click.UsageError."""
    given, _, _ = command.make_parser(context).parse_args(list(args))
    return dict(given)


def remember(context: click.Context, given: dict[str, Any]) -> None:
    """Keep what is said of the file before the name of a command."""
    context.meta[_SAID] = _file_of(given)


def _file_of(given: dict[str, Any]) -> str | Literal[False] | None:
    """A name; False for no file, and None for the nearest one."""
    if given.get("config") is not None and given.get("no_config"):
        raise click.UsageError("--config and --no-config: choose one")
    return False if given.get("no_config") else given.get("config")


def _configure(context: click.Context, given: dict[str, Any], *, quiet: bool) -> None:
    """Read a file, and say so on a terminal. Raises BadInput, click.UsageError."""
    file = _file_of(given)
    file = context.meta.get(_SAID) if file is None else file
    if file is False:
        return
    read = config.nearest() if file is None else config.read(file)
    if read is None:
        return
    found = defaults(read, context.find_root().command, _path(context))
    context.default_map, context.meta[_READ] = found, read.file
    quiet = quiet or bool(given.get("quiet") or found.get("quiet"))
    if found and not quiet and sys.stderr is not None and sys.stderr.isatty():
        say(f"defaults from {read.file}: {', '.join(_keys(context.command, found))}")


def _keys(command: click.Command, found: dict[str, Any]) -> list[str]:
    options = (option for option in command.params if isinstance(option, click.Option))
    return [key_of(option) for option in options if option.name in found]


def _path(context: click.Context) -> list[str]:
    """The names of a command below the root."""
    names: list[str] = []
    while context.parent is not None:
        names.insert(0, str(context.info_name))
        context = context.parent
    return names
