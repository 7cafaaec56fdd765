"""Where each page of a run is written: folders are mirrored, and nothing is lost."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from cleaner.files import BadInput, rooted

Roots = Mapping[str, Path | None]
"""Inputs by name, each with the folder that it was found in; None where it was named itself."""


def found(names: Iterable[str]) -> dict[str, Path | None]:
    """The inputs that file names, folders and globs stand for, each once. Raises BadInput."""
    inputs: dict[str, Path | None] = {}
    for name in names:
        for path, root in rooted(name):
            inputs.setdefault(path, root)
    return inputs


def apart(inputs: Roots, folder: Path) -> dict[str, Path | None]:
    """The inputs without those that were found in an output folder: they may be outputs.

    What is named itself stays. Raises BadInput where nothing does.
    """
    below = os.path.realpath(folder)
    left = {
        name: root
        for name, root in inputs.items()
        if root is None or not Path(os.path.realpath(name)).is_relative_to(below)
    }
    if inputs and not left:
        raise BadInput(f"{folder}: all pages are inside the output folder; choose another one")
    return left


def outputs(inputs: Roots, folder: Path, ending: str) -> dict[str, Path]:
    """The file for each input: its place below its root, with another ending.

    Where two would share one, or one would take the place of an input, it gets a number: `a.txt`,
    `a-2.txt`. Capitals make no difference, for there are disks where they make none.
    """
    wanted = {name: folder / _place(name, root, ending) for name, root in inputs.items()}
    taken = {_same(os.path.realpath(name)) for name in inputs}
    taken |= {_same(parent) for path in wanted.values() for parent in path.parents}
    return {name: _free(path, taken) for name, path in wanted.items()}


def _place(name: str, root: Path | None, ending: str) -> PurePath:
    """Below the output folder: never above it, whatever a glob goes through."""
    if name == "-":
        return PurePath(f"stdin.{ending}")
    path = PurePath(name)
    below = path.relative_to(root) if root is not None else PurePath(path.name)
    return (PurePath(path.name) if ".." in below.parts else below).with_suffix(f".{ending}")


def _free(wanted: Path, taken: set[str]) -> Path:
    path, number = wanted, 1
    while {_same(path), _same(os.path.realpath(path))} & taken:
        number += 1
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    taken |= {_same(path), _same(os.path.realpath(path))}
    return path


def _same(path: str | Path) -> str:
    return unicodedata.normalize("NFC", str(path)).casefold()


def refuse(folder: Path, files: Iterable[Path]) -> None:
    """Raise BadInput where files of an output folder exist, naming the first and how many."""
    there = [path for path in files if os.path.lexists(path)]
    if not there:
        return
    many = f"contains {len(there):,} files of another run, the first is"
    told = many if len(there) > 1 else "contains a file of another run,"
    raise BadInput(f"{folder} {told} {there[0]}; choose another folder or use --overwrite")
