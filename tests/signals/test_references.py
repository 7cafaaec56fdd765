"""Lists of what an article draws on, and lists of other articles with their dates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleaner.document.block import Block, Layout, Mark
from cleaner.signals.references import references
from tests.made import article

CITED = (
    ("Keane, M.: ", "Twenty winters on route one", ", Hill Press, 2024."),
    ("Census of the outer villages, Office of Numbers, ", "2022", ""),
    ("Whelan 1998, ", "On springs", ", pp. 4–9"),
)


def item(before: str, link: str, after: str) -> Block:
    text = before + link + after
    mark = Mark(len(before), len(before) + len(link), "a", "https://books.example/1")
    return Block(0, text, Layout("li"), (mark,))


def test_items_with_a_year_and_words_beside_their_link_are_references() -> None:
    whole = article("It rained.", "# Sources", *(item(*one) for one in CITED), "Terms")
    assert list(references(whole)) == [range(1, 5)]


@pytest.mark.parametrize(
    "items",
    [
        CITED[:1],
        [("", f"Ferry runs again after the storm of {day} May 2031", "") for day in range(4)],
        [("", "A ferry in a storm", f" – May {day}, 2031") for day in range(4)],
        [("A ferry, a storm and ", "a man", " with a hat") for _ in range(4)],
    ],
    ids=["one", "titles", "titles with dates", "no year"],
)
def test_other_lists_are_none(items: list[tuple[str, str, str]]) -> None:
    assert not list(references(article("It rained.", *(item(*one) for one in items))))


def test_paragraphs_are_none() -> None:
    said = [replace(item(*one), layout=Layout("p")) for one in CITED]
    assert not list(references(article(*said)))
