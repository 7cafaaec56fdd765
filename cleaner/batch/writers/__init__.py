"""One module a form of output, found by listing this folder.

Each has `FORMAT`, its name; `ENDINGS` of the files that it makes, and none where it makes a folder;
`NEEDS`, a module that must be there, or ""; and `write(rows, delivery, columns)`: all rows to the
output, which is there whole or not at all.
"""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType

from cleaner.files.listing import by_format


@cache
def writers() -> dict[str, ModuleType]:
    """The forms of output, by name."""
    return by_format(sys.modules[__name__])
