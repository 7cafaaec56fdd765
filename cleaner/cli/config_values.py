"""Values of a configuration file: of the type that the option takes, and with names of files."""

from __future__ import annotations

from typing import Any

import click
from click.types import FloatParamType, IntParamType

from cleaner.cli.config import Config
from cleaner.cli.names import Name


def complaint(option: click.Option, value: object) -> str:
    """What is wrong with a value for an option; nothing where it can be."""
    wanted, types = _wanted(option)
    items = value if isinstance(value, list) and option.multiple else [value]
    if wrong := [item for item in items if type(item) not in types]:
        return f"must be {wanted}, not {_shown(wrong[0])}"
    try:
        option.process_value(click.Context(click.Command("")), items if option.multiple else value)
    except click.BadParameter as error:
        return error.message.rstrip(".")
    except OverflowError:
        return f"must be {wanted} that is not as large"
    return ""


def _wanted(option: click.Option) -> tuple[str, tuple[type, ...]]:
    """The values that an option takes, in words and as types of TOML."""
    if option.is_flag:
        return "true or false", (bool,)
    if isinstance(option.type, IntParamType):
        return "a whole number", (int,)
    if isinstance(option.type, FloatParamType):
        return "a number", (int, float)
    return "a string or a list of strings" if option.multiple else "a string", (str,)


def _shown(value: object) -> str:
    """A value as TOML has it, where that is short."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    return f"{value!r:.80}"


def value_of(config: Config, option: click.Option, value: Any) -> Any:  # noqa: ANN401  # of TOML
    """A value as the option takes it from the command line."""
    values = [value] if option.multiple and not isinstance(value, list) else value
    if not isinstance(option.type, Name):
        return values
    return [*map(config.placed, values)] if option.multiple else config.placed(value)
