"""A progress bar on standard error, where that is a terminal and there is more than one input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.progress import track


def progress(names: Sequence[str]) -> Iterable[str]:
    """The names, with a bar while they are worked through."""
    if len(names) < 2 or not sys.stderr.isatty():
        return names
    return track(names, description="Cleaning", console=Console(stderr=True), transient=True)
