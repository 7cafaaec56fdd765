"""What goes whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleaner.decision.whole_runs import of_broken_runs
from cleaner.document.block import Block, Layout
from cleaner.document.finding import likely
from tests.made import PROSE, article

ROWS = (
    "Area | 268 km²",
    "• Total | 268 km²",
    "Population |",
    "• Total | 4,699",
    "Currency | shell",
)


def stays(kind: str, going: int) -> int:
    """How many of the first rows of a table stay that findings of a kind would take."""
    rows = [Block(0, row, Layout("tr", group=1)) for row in ROWS]
    whole = article(*PROSE, *rows)
    goes = [replace(likely(b, "made up"), kind=kind) for b in whole.blocks[len(PROSE) :][:going]]
    return len(of_broken_runs(whole, goes))


@pytest.mark.parametrize(("going", "stay"), [(1, 1), (3, 3), (4, 0), (5, 0)])
def test_the_classifier_takes_no_rows_out_of_a_table_that_stays(going: int, stay: int) -> None:
    assert stays("leftover", going) == stay


def test_a_kind_that_knows_what_a_row_is_takes_it() -> None:
    assert stays("price-widget", 2) == 0
