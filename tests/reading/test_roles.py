"""Tables made of other elements are tables; other things with such roles are none."""

from __future__ import annotations

import pytest

from cleaner.reading.lines import Source
from cleaner.reading.page import parse

HEAD = "<b role=columnheader>Stop</b><b role=columnheader>Loans</b>"
CELLS = "<span role=cell>Hallnes</span><span role=cell>311</span>"


def rows(markup: str) -> list[str]:
    lines = Source(parse(f"<main>{markup}</main>")).lines
    return [line.text for line in lines if line.block.layout.tag == "tr"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<div role=table><div role=row>{HEAD}</div><div role=row>{CELLS}</div></div>",
        f"<x-t role=grid><p role=rowgroup><i role=row>{HEAD}</i></p><p role=rowgroup><i role=row>"
        f"{CELLS.replace('=cell', '=gridcell')}</i></p></x-t>",
        f"<ul role=table><li role=row>{HEAD}</li><li role=row>{CELLS}</li></ul>",
    ],
)
def test_rows_and_cells_are_told_by_their_roles(markup: str) -> None:
    assert rows(markup) == ["Stop | Loans", "Hallnes | 311"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<div role=row>{CELLS}</div>",
        "<div role=grid><div role=row><p role=gridcell>A picture</p></div></div>",
        f"<div role=list><div role=row>{CELLS}</div></div>",
    ],
)
def test_a_role_alone_makes_no_table(markup: str) -> None:
    assert rows(markup) == []
