"""Makes inputs, checks them, counts; writes each sort of find once, made small."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.fuzz import corpus, settings
from tests.fuzz.case import Case
from tests.fuzz.checks import Bounds, Wrong, wrong_with
from tests.fuzz.mutators import MUTATORS
from tests.fuzz.shrink import shrunk


@dataclass
class Tally:
    """What one kind of input came to."""

    inputs: int = 0
    bytes: int = 0
    seconds: float = 0.0
    finds: int = 0


@dataclass
class Found:
    """One sort of find: the first input that showed it, and how many there were."""

    kind: str
    wrong: Wrong
    case: Case
    count: int = 1


@dataclass
class Run:
    """A run by its seed: the same seed gives the same inputs."""

    seed: int = 0
    kinds: Sequence[str] = tuple(MUTATORS)
    bounds: Bounds = Bounds()  # noqa: RUF009  # it is frozen
    folder: Path | None = None
    tallies: dict[str, Tally] = field(default_factory=dict)
    found: dict[tuple[str, str], Found] = field(default_factory=dict)

    def cases(self) -> Iterator[tuple[str, Case]]:
        """Inputs without end, one of each kind in turn."""
        number = 0
        while True:
            kind = self.kinds[number % len(self.kinds)]
            yield kind, made(kind, f"{self.seed}/{number}")
            number += 1

    def go(self, more: Callable[[int], bool]) -> None:
        """Check inputs while there shall be more; more: given how many there were."""
        warm()
        for number, (kind, case) in enumerate(self.cases()):
            if not more(number):
                return
            self._check(kind, case)

    def _check(self, kind: str, case: Case) -> None:
        start = time.process_time()
        wrong = self._wrong(case)
        tally = self.tallies.setdefault(kind, Tally())
        tally.inputs += 1
        tally.bytes += len(case.source)
        tally.seconds += time.process_time() - start
        if wrong is not None:
            tally.finds += 1
            self._note(kind, wrong, case)

    def _wrong(self, case: Case) -> Wrong | None:
        """What is wrong; what was slow once may be the machine's fault."""
        wrong = wrong_with(case, self.bounds)
        return wrong_with(case, self.bounds) if wrong and wrong.check == "slow" else wrong

    def _note(self, kind: str, wrong: Wrong, case: Case) -> None:
        sort = wrong.check, wrong.where
        if sort in self.found:
            self.found[sort].count += 1
            return
        small = shrunk(case, lambda other: self._is(other, sort)) if self.folder else case
        self.found[sort] = Found(kind, wrong, small)
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            name = hashlib.sha256("/".join(sort).encode("utf-8", "replace")).hexdigest()[:8]
            small.write(self.folder / f"{wrong.check}-{name}.json", wrong.told)

    def _is(self, case: Case, sort: tuple[str, str]) -> bool:
        wrong = self._wrong(case)
        return wrong is not None and (wrong.check, wrong.where) == sort


def warm() -> None:
    """Read the models and lists, which are read once, before time is measured."""
    for source in (*corpus.pages()[:2], corpus.texts()[0]):
        wrong_with(Case(source), Bounds(600))


def made(kind: str, seed: str) -> Case:
    """The input of a kind that belongs to a seed."""
    random = Random(f"{kind}/{seed}")
    return Case(MUTATORS[kind](random), settings.url(random), settings.settings(random))
