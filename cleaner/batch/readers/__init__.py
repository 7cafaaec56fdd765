"""One module a format of sources, found by listing this folder.

Each has `FORMAT`, its name; `ENDINGS` of its files; `NEEDS`, a module that must be there, or "";
and `records(stream, name, fields)`: a Record for every page, in order, until the stream ends or
raises; a damaged stream raises only after all that could be read was given.
"""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType

from cleaner.files.listing import by_format


@cache
def readers() -> dict[str, ModuleType]:
    """The formats of sources, by name."""
    return by_format(sys.modules[__name__])


def endings() -> tuple[str, ...]:
    """How files end that some reader reads."""
    return tuple(ending for reader in readers().values() for ending in reader.ENDINGS)
