"""What a configuration file may say: long names of options, for all commands or for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import click

from cleaner.cli.config import Config
from cleaner.cli.config_values import complaint, value_of
from cleaner.files import BadInput

UNSAID = ("config", "no_config")
"""Options that say which file is read."""
Table = Mapping[str, Any]


def defaults(config: Config, root: click.Command, path: Sequence[str]) -> dict[str, Any]:
    """What a file says of the command at a path below the root, as click's `default_map`.

    A table of a command goes before what stands above it. Raises BadInput for a key or a value
    that cannot be, of whichever command.
    """
    _check(config, config.table, root, [])
    command, table, said = root, config.table, dict(config.table)
    for name in path:
        command, table = _commands(command)[name], _nested(table, name)
        said |= table
    return {
        str(option.name): value_of(config, option, said[key])
        for key, (option,) in _options(command).items()
        if key in said and not isinstance(said[key], dict)
    }


def _nested(table: Table, name: str) -> dict[str, Any]:
    nested = table.get(name)
    return nested if isinstance(nested, dict) else {}


def _check(config: Config, table: Table, command: click.Command, path: Sequence[str]) -> None:
    """Raise BadInput for the first key or value that the commands at a path do not have."""
    commands, options = _commands(command), _options(command)
    where = f"{config.file}: " + (f"[{'.'.join(path)}] " if path else "")
    for key, value in table.items():
        if key in commands and isinstance(value, dict):
            _check(config, value, commands[key], [*path, key])
        elif key in commands and key not in options:
            raise BadInput(f"{where}{key}: must be a table, as [{key}]")
        elif key not in options:
            raise BadInput(f"{where}{_unknown(key, options, commands)}")
        elif wrong := next(filter(None, (complaint(o, value) for o in options[key])), ""):
            raise BadInput(f"{where}{key}: {wrong}")


def _unknown(key: str, options: Table, commands: Table) -> str:
    valid = [*sorted(options), *(f"[{name}]" for name in commands)]
    close = get_close_matches(key, [*options, *commands], 1)
    hint = f" (did you mean {close[0]}?)" if close else ""
    return f"unknown key {key}{hint}; valid are: {', '.join(valid)}"


def _commands(command: click.Command) -> dict[str, click.Command]:
    """The commands of a group, by name."""
    if not isinstance(command, click.Group):
        return {}
    context = click.Context(command)
    names = command.list_commands(context)
    return {name: found for name in names if (found := command.get_command(context, name))}


def _options(command: click.Command) -> dict[str, list[click.Option]]:
    """The options of a command, or of all commands of a group, by their long names."""
    found: dict[str, list[click.Option]] = {}
    for leaf in _leaves(command):
        for option in leaf.params:
            if isinstance(option, click.Option) and option.name not in UNSAID:
                found.setdefault(key_of(option), []).append(option)
    return found


def _leaves(command: click.Command) -> Iterator[click.Command]:
    if not isinstance(command, click.Group):
        yield command
    for below in _commands(command).values():
        yield from _leaves(below)


def key_of(option: click.Option) -> str:
    """The long name of an option, without its hyphens."""
    return next(name[2:] for name in option.opts if name.startswith("--"))
