"""Options for a second opinion, and the function that they name."""

from __future__ import annotations

import math
import pkgutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from cleaner.document.question import Ask
    from cleaner.options import Options

_OPTION = "--second-opinion"


second_opinion: Callable[[Any], Any] = click.option(
    _OPTION,
    metavar="MODULE:FUNCTION",
    help="Function that is asked about blocks in doubt (docs/second-opinion.md).",
)


def opinion_options(command: Any) -> Any:  # noqa: ANN401  # as click has it
    """Give a command the options for a second opinion on many pages."""
    limit: Callable[[Any], Any] = click.option(
        "--questions",
        type=click.IntRange(0),
        metavar="N",
        help="Ask of N pages at most; no limit by default.",
    )
    return second_opinion(limit(command))


def asking(options: Options, name: str | None, timeout: float) -> Options:
    """The options, with the function of a name if one is given. Raises click.UsageError.

    timeout: seconds that a page may take, in which an answer has to come; 0 for no limit.
    """
    if not name:
        return options
    from cleaner.batch.crossing import check_functions

    try:
        options = replace(options, second_opinion=named(name))
        check_functions(options, timeout or math.inf)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return options


def named(name: str) -> Ask:
    """The function of a name, from the import path or the current folder. Raises ValueError."""
    if str(Path.cwd()) not in sys.path:
        sys.path.append(str(Path.cwd()))
    module, _, function = name.partition(":")
    if not (module and function):
        raise ValueError(f"{_OPTION} {name}: write MODULE:FUNCTION, such as mymodel:ask")
    try:
        ask: Ask = pkgutil.resolve_name(name)
    except Exception as error:  # whatever stands in a module of the caller's
        why = f"{type(error).__name__}: {error}"
        raise ValueError(f"{_OPTION} {name}: cannot be imported ({why})") from error
    if not callable(ask):
        raise ValueError(f"{_OPTION} {name}: is no function")
    return ask
