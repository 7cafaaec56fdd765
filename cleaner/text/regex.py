"""Regular expressions that are compiled when they are first tried: many wait for a rare script."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


class _Waiting(Generic[AnyStr]):
    """A pattern's methods, each its own from the first time on: no check stands before a search."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self._pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever a pattern has
        if name.startswith("__"):  # copying and pickling ask for what patterns need not have
            raise AttributeError(name)
        value = self.__dict__[name] = getattr(re.compile(self._pattern, self._flags), name)
        return value


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, but later.

    >>> [match[0] for match in regex("[0-9]+").finditer("7 of 10")]
    ['7', '10']
    """
    return cast("re.Pattern[AnyStr]", _Waiting(pattern, flags))
