"""Options for a second opinion, and the function that they name."""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from cleaner.document.question import Ask

_OPTION = "--second-opinion"


def opinion_options(command: Any) -> Any:  # noqa: ANN401  # as click has it
    """Give a command the options for a second opinion."""
    limit: Callable[[Any], Any] = click.option(
        "--questions",
        type=click.IntRange(0),
        metavar="N",
        help="Ask of N pages at most; no limit by default.",
    )
    function: Callable[[Any], Any] = click.option(
        _OPTION,
        metavar="MODULE:FUNCTION",
        help="Function that is asked about blocks in doubt (docs/second-opinion.md).",
    )
    return function(limit(command))


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
