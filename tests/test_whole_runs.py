"""What goes whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleaner.decision.whole_runs import of_broken_runs
from cleaner.document.article import Article
from cleaner.document.block import Block, Layout
from cleaner.document.finding import likely
from cleaner.reading.lines import Source
from cleaner.reading.page import parse
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


def answered(*going: int) -> int:
    """How many lines stay that the classifier would take out of questions and their answers."""
    asked = "".join(
        f"<div><h3>How many are {n}?</h3><div><p>As many as {n}.</p></div></div>" for n in range(4)
    )
    source = Source(parse(f"<main>{''.join(f'<p>{said}</p>' for said in PROSE)}{asked}</main>"))
    blocks = tuple(line.block.numbered(at) for at, line in enumerate(source.lines))
    whole = Article(blocks, lines=source)
    goes = [replace(likely(blocks[len(PROSE) + at], "made up"), kind="leftover") for at in going]
    return len(of_broken_runs(whole, goes))


@pytest.mark.parametrize(("going", "stay"), [((7,), 1), ((5, 7), 2), ((3, 5, 7), 0), ((0,), 1)])
def test_the_classifier_takes_no_line_of_entries_of_which_half_stay(
    going: tuple[int, ...], stay: int
) -> None:
    assert answered(*going) == stay


@pytest.mark.parametrize(
    ("lines", "going", "stay"),
    [
        (("The frost of last week is now", "a great trouble to the goats."), (1,), 1),
        (("The frost of", "last week is", "now a great trouble to the goats."), (1, 2), 0),
        (
            ("The frost of last week", "is now a great trouble", "to the goats and crows."),
            (1, 2),
            2,
        ),
        (("The frost is over.", "a great trouble to the goats."), (1,), 0),
        (("The frost of last week is now", "A great trouble to the goats."), (1,), 0),
        (("The frost of last week is now", "a great trouble to the goats"), (1,), 0),
        (("The frost of last week is now", "a great trouble to the goats."), (0, 1), 0),
    ],
)
def test_a_line_of_a_scrape_that_ends_a_sentence_stays_where_its_beginning_does(
    lines: tuple[str, ...], going: tuple[int, ...], stay: int
) -> None:
    whole = article(*lines, *PROSE, is_text=True)
    goes = [replace(likely(whole.blocks[at], "made up"), kind="related-items") for at in going]
    assert len(of_broken_runs(whole, goes)) == stay


@pytest.mark.parametrize(
    ("lines", "going", "stay"),
    [
        (("Gold: Hollow Bay", "Silver: Cold Nab", "Bronze: Weir Town"), (1, 2), 2),
        (("Keeper – Osric Penhale", "Painter – Marit Osk", "Tern – unknown"), (2,), 1),
        (("Osric Penhale, 64", "Marit Osk, 51", "Jon Vik, 38"), (1,), 1),
        (("Gold: Hollow Bay", "Silver: Cold Nab", "Bronze: Weir Town"), (0, 1, 2), 0),
        (("Gold: Hollow Bay", "Silver: Cold Nab", "The wind turns north"), (1,), 0),
    ],
)
def test_the_classifier_takes_no_line_out_of_a_run_made_alike(
    lines: tuple[str, ...], going: tuple[int, ...], stay: int
) -> None:
    whole = article(*PROSE, *lines, is_text=True)
    blocks = [whole.blocks[len(PROSE) + at] for at in going]
    goes = {
        kind: [replace(likely(b, "made up"), kind=kind) for b in blocks]
        for kind in ("leftover", "tags")
    }
    assert len(of_broken_runs(whole, goes["leftover"])) == stay
    assert len(of_broken_runs(whole, goes["tags"])) == 0, "a kind with a name knows better"
