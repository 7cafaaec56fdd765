"""The configuration file: `cleaner.toml`, or `[tool.cleaner]` of a `pyproject.toml`."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.files import BadInput, read_input

OWN, PROJECT = "cleaner.toml", "pyproject.toml"


@dataclass(frozen=True)
class Config:
    """A configuration file, by the name that messages use, and its table."""

    file: str
    table: dict[str, Any]

    def placed(self, name: str) -> str:
        """A name in the file as it is from here: relative names are relative to the file."""
        if name == "-" or "://" in name:
            return name
        place = Path(self.file).parent / os.path.expanduser(name)  # noqa: PTH111  # never raises
        return f"{place}/" if name.endswith("/") else str(place)


def read(file: str) -> Config:
    """The configuration in a file that was named. Raises BadInput."""
    try:
        table = _table(file, read_input(file))
    except BadInput as error:
        raise BadInput(f"{file}: {error}") from error
    if table is None:
        raise BadInput(f"{file}: there is no table [tool.cleaner]")
    return Config(file, table)


def nearest() -> Config | None:
    """The nearest configuration, from the current folder upward. Raises BadInput."""
    for file in _candidates():
        try:
            table = _sought(file)
        except BadInput as error:
            raise BadInput(f"{file}: {error}; --no-config goes on without it") from error
        if table is not None:
            return Config(file, table)
    return None


def _candidates() -> Iterator[str]:
    """Names relative to the current folder, which keep messages short."""
    levels = 0
    with suppress(OSError):  # the folder may be gone
        levels = len(Path.cwd().parts)
    for level in range(levels):
        for name in (OWN, PROJECT):
            yield str(Path(*[".."] * level, name))


def _sought(file: str) -> dict[str, Any] | None:
    if not Path(file).is_file():
        return None
    data = read_input(file)
    if Path(file).name == PROJECT and b"cleaner" not in data:
        return None  # whatever else is wrong with it
    return _table(file, data)


def _table(file: str, data: bytes) -> dict[str, Any] | None:
    """The table of a file; None of a project that has none. Raises BadInput."""
    try:
        table: Any = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadInput(f"is not TOML: {error}") from error
    if Path(file).name == PROJECT:
        tools = table.get("tool")
        table = tools.get("cleaner") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise BadInput("tool.cleaner must be a table")
    return table
