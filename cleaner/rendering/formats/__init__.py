"""The formats of an article: one module each, found by listing this folder.

Each has `render(blocks)`, which gives the body; `heading(title)`, which is given one line and gives
what stands over the body; `parted(name)`, the line that names one of several articles, which no
name can end; `ENDING`, that of its files; and `RANK`: a lower one holds more of the article.
A format that is a whole document also has `document(blocks, header)`, and its `heading` is empty.
One with `PICTURES` is given `Picture` blocks where somebody asks for images.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from types import ModuleType

from cleaner.files.listing import modules_in, names_in


def names() -> list[str]:
    """The names of all formats, in alphabetical order; no format is imported."""
    return names_in(sys.modules[__name__])


@cache
def named(form: str) -> ModuleType:
    """A format by its name; no other is imported. Raises KeyError for a name that is none."""
    if form not in names():
        raise KeyError(form)
    return import_module(f"{__name__}.{form}")


@cache
def formats() -> dict[str, ModuleType]:
    """All formats by name, the richest first."""
    found = modules_in(sys.modules[__name__], having="render")
    return {module.__name__.rpartition(".")[2]: module for module in sorted(found, key=_rank)}


def _rank(module: ModuleType) -> int:
    rank: int = module.RANK
    return rank
