"""Options for a least confidence."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import click


def _share(_: click.Context, __: click.Parameter, value: float | None) -> float | None:
    if value is not None and not math.isfinite(value):
        raise click.BadParameter(f"{value} is not a confidence; use a number from 0 to 1")
    return value


def _option(name: str, text: str) -> Callable[[Any], Any]:
    kind = click.FloatRange(0, 1)
    return click.option(name, type=kind, metavar="X", callback=_share, help=text)


warn_below = _option("--warn-below", "Name pages whose confidence is below X, from 0 to 1.")
min_confidence = _option(
    "--min-confidence", "Write pages below this confidence (0 to 1) to OUT-low-confidence."
)
