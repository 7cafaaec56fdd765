"""A short run of made pages; `python -m tests.fuzz --minutes 30` is the long one."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import clean
from tests.fuzz.case import Case
from tests.fuzz.checks import Bounds, Wrong, wrong_with
from tests.fuzz.mutators import MUTATORS
from tests.fuzz.run import Run, made
from tests.fuzz.shrink import shrunk

EACH = 15
"""Inputs of each kind."""
LOOSE = Bounds(30, 0)
"""Time is measured by the long run; here it only ends what would hang."""


@pytest.mark.parametrize("kind", MUTATORS)
def test_no_law_is_broken(kind: str) -> None:
    run = Run(seed=11, kinds=[kind], bounds=LOOSE)
    run.go(lambda number: number < EACH)
    assert run.tallies[kind].inputs == EACH
    assert [(f.wrong.told, f.case) for f in run.found.values()] == []


def test_the_same_seed_makes_the_same_inputs() -> None:
    for kind in MUTATORS:
        assert made(kind, "3/4") == made(kind, "3/4")
        assert made(kind, "3/4").source != made(kind, "3/5").source


def test_a_find_is_made_small_and_can_be_run_again(tmp_path: Path) -> None:
    case = Case("<p>Rain fell.</p>" * 50 + "needle" + "<p>Snow.</p>" * 50, "https://a.example/")
    small = shrunk(case, lambda other: "needle" in str(other.source))
    assert (small.source, small.url) == ("needle", None)
    small.write(tmp_path / "find.json", "told")
    assert Case.read(tmp_path / "find.json") == small


def test_what_is_wrong_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OverflowError("made to fail")

    clean("<p>Rain fell.</p>")  # what is read once does not count
    monkeypatch.setattr("cleaner.rendering.formats.markdown.render", fail)
    wrong = wrong_with(Case("<p>Rain fell on the town.</p>" * 3))
    assert isinstance(wrong, Wrong)
    assert (wrong.check, wrong.where) == ("raises", "OverflowError in rendered")
