"""Which lines are of one shape, and which only stand beside each other."""

from __future__ import annotations

import pytest

from cleaner.document.block import Block, Layout
from cleaner.signals.like_lines import runs
from tests.made import article

LIKE = {
    "rows of scraped text": ("| Hours 12 |", "| Skill middling |", "| Cost £25 |"),
    "steps": ("1. Lift the lid.", "2. Share the bread.", "3. Print nothing."),
    "dates": ("3 May – Leeds, Old Hall", "5 May – Hull, The Dock", "9 May – York, Barn"),
    "clock times": ("19.00 Doors open", "19.30 Concert", "21:15 Soup"),
    "amounts": ("500 g flour", "2 tbsp honey", "350 ml milk"),
    "amounts after": ("Mehl 500 g", "Milch 350 ml", "Zucker 2 EL"),
    "scores": ("Dervio – Bellano 6-6", "Lierna – Colico 3-9", "Varenna – Gera 8-4"),
    "paragraphs": ("§ 1 Purpose", "§ 2 Times", "§ 3 Entry into force"),
    "turns": ("— Is it late?", "— No.", "— Then let us wait."),
    "speakers": ("Q: Why?", "A: Rain.", "Q: Still?", "A: Always."),
    "answers": ("Tea or coffee?", "Tea.", "Ebb or flood?", "Ebb."),
    "verse": ("The rope knows the ring,", "the ring knows the wall,", "nobody knows the boat."),
}
UNLIKE = {
    "a menu": ("Home", "News", "Sport", "Weather"),
    "buttons": ("Share", "Facebook", "Copy link", "Print"),
    "labels in lower case": ("zurück", "weiter", "nach oben"),
    "two steps": ("1. Lift the lid.", "2. Share the bread."),
    "numbers out of order": ("1. Old boat sold", "1. New boat bought", "1. Third boat lost"),
    "times alone": ("2 hours ago", "3 May 2025", "10:15"),
    "prices": ("$0.0743", "-0.80%", "$12.1M"),
    "facts": ("Author: Jane Doe", "Published: Monday", "Section: Harbour"),
    "credits": ("Credit: A. Berg", "Credit: A. Berg", "Source: dpa", "Credit: A. Berg"),
    "notices": ("Sign up for our letter.", "Follow us on the quay.", "Read it every week."),
}


@pytest.mark.parametrize("lines", LIKE.values(), ids=LIKE)
def test_lines_of_one_shape_are_a_run(lines: tuple[str, ...]) -> None:
    assert list(range(len(lines))) in [list(run) for run in runs(article(*lines).blocks)]


@pytest.mark.parametrize("lines", UNLIKE.values(), ids=UNLIKE)
def test_other_lines_are_none(lines: tuple[str, ...]) -> None:
    assert list(runs(article(*lines).blocks)) == []


def test_items_of_a_numbered_list_are_a_run_less_what_comes_again() -> None:
    said = ("Menu", "Credit: Berg", "Next", "Credit: Berg", "Share")
    items = [Block(i, text, Layout("li", group=1, ordered=True)) for i, text in enumerate(said)]
    assert [list(run) for run in runs(items)] == [[0, 2, 4]]
