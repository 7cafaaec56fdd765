"""Libraries that come with an extra: imported when needed, with a clear word where missing."""

from __future__ import annotations

import importlib
from typing import Any


class MissingExtra(ImportError):
    """A library of an extra is not installed; the message names it, and how to install it."""


def installing(extra: str) -> str:
    """The command that installs an extra: no package index has this one."""
    return f"pip install '.[{extra}]' in a checkout of page-cleaner"


def needed(module: str, what: str, extra: str = "ingest") -> Any:  # noqa: ANN401  # a module
    """Import a module of an extra. Raises MissingExtra."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        library = module.split(".")[0]
        raise MissingExtra(f"{what} needs {library}: {installing(extra)} ({error})") from error
