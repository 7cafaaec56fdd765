"""Libraries that come with an extra: imported when needed, with a clear word where missing."""

from __future__ import annotations

import importlib
from typing import Any


class MissingExtra(ImportError):
    """A library of an extra is not installed; the message says which extra to install."""


def needed(module: str, what: str, extra: str = "ingest") -> Any:  # noqa: ANN401  # a module
    """Import a module of an extra. Raises MissingExtra."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingExtra(
            f"{what} needs {module.split('.')[0]}: pip install 'page-cleaner[{extra}]' ({error})"
        ) from error
