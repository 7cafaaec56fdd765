"""The lexicons as they are written, `lexicons/*.toml`: read where their index is made."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

Tables = dict[str, dict[str, dict[str, list[str]]]]
"""Phrases by kind, slot and language; of the table `roles`, slots by role."""
ENDING = ".toml"


def sources(folder: str = "lexicons", ending: str = ENDING) -> dict[str, bytes]:
    """The files of a folder of the package, by name in alphabetical order."""
    inside = files("cleaner").joinpath(folder).iterdir()
    listed = sorted((f for f in inside if f.name.endswith(ending)), key=lambda f: f.name)
    return {file.name: file.read_bytes() for file in listed}


def tables(lexicons: Mapping[str, bytes]) -> Tables:
    """What the files hold, by kind. Raises ValueError that names the file."""
    return {name.removesuffix(ENDING): _read(name, data) for name, data in lexicons.items()}


def _read(name: str, data: bytes) -> dict[str, dict[str, list[str]]]:
    import tomllib  # only who makes the index pays for it

    try:
        return tomllib.loads(data.decode())
    except ValueError as error:
        raise ValueError(f"lexicons/{name}: {error}") from error
