"""Modules of a folder that have something in common: a new one is found, and named nowhere."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def names_in(package: ModuleType) -> list[str]:
    """The names of a folder's modules, in alphabetical order; none is imported."""
    return sorted(module.name for module in iter_modules(package.__path__))


def modules_in(package: ModuleType, having: str) -> list[ModuleType]:
    """The modules of a folder that have such a name, in alphabetical order."""
    every = (import_module(f"{package.__name__}.{name}") for name in names_in(package))
    return [module for module in every if hasattr(module, having)]


def by_format(package: ModuleType) -> dict[str, ModuleType]:
    """The modules of a folder that have a `FORMAT`, by that name."""
    return {str(module.FORMAT): module for module in modules_in(package, having="FORMAT")}
