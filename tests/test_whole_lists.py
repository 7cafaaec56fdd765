"""Lists of which half stays stay whole, and so does the list beside one that stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleaner.decision.whole_runs import of_broken_runs
from cleaner.document.article import Article
from cleaner.document.block import Block, Layout, Mark
from cleaner.document.finding import likely
from tests.made import PROSE, article

FOR = ("Runs all night", "Weighs next to nothing", "Cannot rust")
AGAINST = ("Costs as much as a boat", "Has no handle")


def items(texts: tuple[str, ...], group: int, *, linked: bool = False) -> list[Block]:
    layout = Layout("li", group=group)
    return [
        Block(0, text, layout, (Mark(0, len(text), "a", "/x"),) if linked else ()) for text in texts
    ]


def stays(whole: Article, *going: str, kind: str = "leftover") -> set[str]:
    """The texts that findings of a kind would take, and that stay."""
    goes = [replace(likely(b, "made up"), kind=kind) for b in whole if b.text in going]
    held = of_broken_runs(whole, goes)
    return {f.block.text for f in goes if id(f) in held}


@pytest.mark.parametrize(("going", "stay"), [(FOR[:1], 1), (FOR[:2], 0), (FOR, 0)])
def test_the_classifier_takes_no_item_where_half_of_the_list_stays(
    going: tuple[str, ...], stay: int
) -> None:
    assert len(stays(article(*PROSE, *items(FOR, 1)), *going)) == stay


def test_with_an_item_stay_the_lines_that_breaks_part_within_it() -> None:
    address = "https://mill.example/report"
    place = Layout(tight=True, group=1, item=1)
    line = Block(0, address, place, (Mark(0, len(address), "a", address),))
    apart = replace(line, text="Print", layout=replace(place, tight=False))
    listed = items(FOR, 1)
    whole = article(*PROSE, listed[0], line, *listed[1:], apart)
    assert stays(whole, address, "Print") == {address}


def test_of_lists_for_and_against_both_stay_with_their_labels() -> None:
    lists = ["# For", *items(FOR, 1), "# Against", *items(AGAINST, 2)]
    whole = article(*PROSE[:3], *lists, *PROSE[3:])
    assert stays(whole, "Against", *AGAINST) == {"Against", *AGAINST}
    assert stays(whole, *FOR) == {*FOR}
    assert stays(whole, *FOR, *AGAINST) == set()


def test_a_list_far_from_it_goes() -> None:
    whole = article(*items(FOR, 1), *PROSE[:4], *items(AGAINST, 2))
    assert stays(whole, *AGAINST) == set()


def test_links_to_other_pages_go_one_by_one() -> None:
    assert stays(article(*PROSE, *items(FOR, 1, linked=True)), FOR[0]) == set()


def test_other_kinds_take_what_they_know() -> None:
    assert stays(article(*PROSE, *items(FOR, 1)), FOR[0], kind="share-bar") == set()


def test_code_is_never_taken_by_the_classifier() -> None:
    code = Block(0, "restore --from disk2\nstart writer", Layout("pre"))
    assert stays(article(*PROSE, code), code.text) == {code.text}
