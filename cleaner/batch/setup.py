"""What a worker is told once: how to clean, what to give back, what a page may take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypedDict, cast

from cleaner.batch.crossing import check_functions
from cleaner.options import Options
from cleaner.rendering.formats import formats

FORMATS = tuple(name for name in formats() if name != "text")
"""The formats of an article that are columns on request; its text is in every row."""
COLUMNS = (*FORMATS, "findings", "metadata", "spans", "report", "signature")
"""Columns on request. `spans` tells where kept blocks stand in the content of a record, `report` is
all of `Cleaned` as JSON, from which `restore` rebuilds, and `signature` is what `find_copies` tells
copies of a story by."""

MAX_TIMEOUT_SECONDS = 10**6
MAX_MEMORY_BYTES = 1 << 60
"""The largest limits of time, in seconds, and of memory, in bytes."""


class UnknownColumn(ValueError):
    """A column that nobody can make; the message names those that can be asked for."""


def checked(columns: Iterable[str]) -> tuple[str, ...]:
    """The columns on request, each once, in the order of COLUMNS. Raises UnknownColumn."""
    if isinstance(columns, str):
        raise UnknownColumn(f"columns takes a list, as [{columns!r}], not a string")
    asked = set(columns)
    if unknown := sorted(asked - set(COLUMNS)):
        raise UnknownColumn(f"no column {', '.join(unknown)}; there are: {', '.join(COLUMNS)}")
    return tuple(name for name in COLUMNS if name in asked)


@dataclass(frozen=True)
class Limits:
    """What one page may take.

    timeout: seconds from the moment a worker gets the page. memory: bytes of address space on
    top of what an idle worker has; held by the kernel on Linux, not on macOS.
    Raises ValueError where either is not above zero, or beyond what a system can count.
    """

    timeout: float = 30.0
    memory: int = 2 << 30

    def __post_init__(self) -> None:
        """Check."""
        if not 0 < self.timeout <= MAX_TIMEOUT_SECONDS:
            raise ValueError(f"timeout must be above 0 and at most {MAX_TIMEOUT_SECONDS:,} seconds")
        if not (isinstance(self.memory, int) and 0 < self.memory <= MAX_MEMORY_BYTES):
            raise ValueError(f"memory must be a whole number of bytes above 0, not {self.memory!r}")


class Settings(TypedDict, total=False):
    """What every way to clean many pages takes by keyword.

    options: how to clean. columns: columns on request, of COLUMNS. timeout: seconds, 30 if not
    given, and memory: bytes of address space, 2 GiB if not given, that one page may take.
    """

    options: Options | None
    columns: Iterable[str]
    timeout: float
    memory: int


def taken(given: dict[str, Any]) -> Settings:
    """The settings among keyword arguments, which are left without them."""
    names = given.keys() & Settings.__annotations__.keys()
    settings: Any = {name: given.pop(name) for name in names}
    return cast(Settings, settings)


@dataclass(frozen=True)
class Setup:
    """All that a worker is told once: how to clean, what to give back, what a page may take."""

    options: Options = field(default_factory=Options)
    columns: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    copies: bool = False
    """Whether rows carry what duplicates are told by."""
    learns: bool = False
    """Whether rows carry what a page teaches of its site; the options' memory is then the job's."""
    questions: int | None = None
    """How many pages may ask for a second opinion, over all workers of a call; None is no limit."""

    @classmethod
    def of(
        cls,
        options: Options | None,
        columns: Iterable[str] = (),
        limits: Limits | None = None,
        *,
        copies: bool = False,
    ) -> Setup:
        """A setup with defaults filled in. Raises UnknownColumn, ValueError for functions in the
        options that cannot be sent to workers.
        """
        options, limits = options or Options(), limits or Limits()
        check_functions(options, limits.timeout)
        return cls(options, checked(columns), limits, copies)

    def asking(self, questions: int | None) -> Setup:
        """The same setup with a limit of questions. Raises ValueError."""
        if questions is not None and (not isinstance(questions, int) or questions < 0):
            raise ValueError(f"questions must be a whole number from 0, not {questions!r}")
        return replace(self, questions=questions)

    @classmethod
    def given(cls, settings: Settings) -> Setup:
        """The setup that settings ask for. Raises ValueError for what cannot be.

        Raises TypeError for a name that is none of a setting.
        """
        if unknown := sorted(settings.keys() - Settings.__annotations__.keys()):
            raise TypeError(f"unexpected keyword argument {', '.join(map(repr, unknown))}")
        usual = Limits()
        limits = Limits(
            settings.get("timeout", usual.timeout), settings.get("memory", usual.memory)
        )
        return cls.of(settings.get("options"), settings.get("columns", ()), limits)

    def settings(self) -> Settings:
        """The settings that ask for this setup."""
        limits = self.limits
        return Settings(
            options=self.options,
            columns=self.columns,
            timeout=limits.timeout,
            memory=limits.memory,
        )
