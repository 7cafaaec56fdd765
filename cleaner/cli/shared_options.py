"""The options that clean, explain and report have in common, and what they say of a page."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from cleaner.cli.address import unknown_host, url_option
from cleaner.cli.learn import given_memory, host_from_page, memory_option, trust_option
from cleaner.cli.rules import given_rules, rules_option
from cleaner.cli.run import Limits, Tried
from cleaner.files import BadInput
from cleaner.options import Options, OptionsError
from cleaner.reading.page import MAX_BYTES
from cleaner.result import Cleaned


def _finite(_: click.Context, __: click.Parameter, seconds: float) -> float:
    if not math.isfinite(seconds):
        raise click.BadParameter(f"{seconds} is no number of seconds; 0 is for no limit")
    return seconds


def _each(decorators: Iterable[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    def decorated(command: Any) -> Any:  # noqa: ANN401  # as click has it
        for decorator in decorators:
            command = decorator(command)
        return command

    return decorated


page_options = _each(
    (
        click.argument("pages", nargs=-1, required=True, metavar="PAGE…"),
        click.option(
            "--max-bytes",
            type=click.IntRange(1),
            default=MAX_BYTES,
            show_default=True,
            help="Larger pages are not cleaned.",
        ),
        click.option(
            "--timeout",
            type=click.FloatRange(0, 1_000_000),
            default=30.0,
            show_default=True,
            callback=_finite,
            help="Seconds that a page may take; 0: no limit. Not on Windows and macOS.",
        ),
        click.option(
            "--keep", multiple=True, metavar="KIND", help="Never strip this kind; repeatable."
        ),
        click.option(
            "--strip",
            multiple=True,
            metavar="KIND",
            help="Strip this kind even in doubt; repeatable.",
        ),
        click.option(
            "--source-kind",
            type=click.Choice(["page", "fragment", "text"]),
            help="Instead of finding out.",
        ),
        url_option,
        rules_option,
        memory_option,
        trust_option,
    )
)
"""What the page is, and how it is cleaned; `options_of` and `limits_of` read the values."""


def options_of(given: dict[str, Any]) -> Options:
    """How to clean. Raises click.UsageError."""
    try:
        return Options(
            keep=given["keep"],
            strip=given["strip"],
            source_kind=given["source_kind"],
            max_bytes=given["max_bytes"],
            rules=given_rules(),
            site_memory=given_memory(),
            host_from_page=host_from_page(),
        )
    except OptionsError as error:
        raise click.UsageError(str(error)) from error


def limits_of(given: dict[str, Any]) -> Limits:
    """What a page may take."""
    return Limits(given["timeout"], given["max_bytes"])


def not_an_input(output: str, inputs: Iterable[str]) -> None:
    """Raise BadInput where an output is the file of an input."""
    file = Path(output)
    if file.is_file() and file.resolve() in {Path(name).resolve() for name in inputs}:
        raise BadInput(f"{output} is one of the inputs; name another file")


def ended(cleaned: Cleaned, options: Options) -> Tried[Any]:
    """What became of a page, without a value: what is to be said of it, too."""
    outcome = cleaned.outcome
    says = [f"internal fault, returned whole: {cleaned.fault}"] if cleaned.fault else []
    says += [*cleaned.notes, *unknown_host(cleaned, options)]
    if not outcome.is_article:
        says.append(f"{outcome} ({outcome.detail})")
    return Tried(str(outcome), outcome.is_article, None, tuple(says))
