"""Old import paths: they go on working for one minor version, with a warning."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any


def forward(old: str, targets: tuple[str, ...]) -> Callable[[str], Any]:
    """A module's `__getattr__` that takes names from the modules that they moved to.

    old: the name of the module. targets: modules, in the order in which they are asked. Each use
    gives a DeprecationWarning that names the new path; a name that none has is an AttributeError.
    """

    def get(name: str) -> Any:  # noqa: ANN401  # whatever stands there
        for target in targets:
            module = import_module(target)
            if hasattr(module, name) and not name.startswith("__"):
                warnings.warn(f"{old}.{name} is {target}.{name} now", DeprecationWarning, 2)
                return getattr(module, name)
        raise AttributeError(f"module {old!r} has no attribute {name!r}")

    return get
