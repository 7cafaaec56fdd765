"""Blocks of a page or a text: where they begin, what they are, what is marked."""

from __future__ import annotations

import pytest

from cleaner.document.block import Block, Mark
from cleaner.reading.lines import Source
from cleaner.reading.page import parse
from cleaner.reading.text_blocks import blocks_of_text


def blocks_of_fragment(markup: str) -> tuple[Block, ...]:
    return tuple(line.block for line in Source(parse(markup)).lines)


def tags(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(b.tag, b.text) for b in blocks]


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [b.text for b in blocks]


def test_elements_become_blocks_in_order() -> None:
    blocks = blocks_of_fragment("<h2>Boats</h2><p>One left.</p><div>Two <p>stayed.</p> All</div>")
    assert tags(blocks) == [
        *(("h2", "Boats"), ("p", "One left."), ("p", "Two"), ("p", "stayed."), ("p", "All")),
    ]
    assert [b.index for b in blocks] == [0, 1, 2, 3, 4]


def test_white_space_is_one_space_and_none_at_the_edges() -> None:
    assert texts(blocks_of_fragment("<p>  The \n\t boat <b> left </b>  .</p>")) == [
        "The boat left ."
    ]


def test_a_break_begins_a_line_that_is_set_off_tightly() -> None:
    one, two, three = blocks_of_fragment("<p>One<br>Two<br><br>Three</p>")
    assert [b.layout.tight for b in (one, two, three)] == [False, True, False]


def test_marks_stand_over_their_words() -> None:
    markup = '<p>The <b>old</b> <a href="/b">boat</a></p>'
    (one,) = blocks_of_fragment(markup)
    assert one.marks == (Mark(4, 7, "strong"), Mark(8, 12, "a", "/b"))
    assert [one.text[m.start : m.end] for m in one.marks] == ["old", "boat"]


@pytest.mark.parametrize("tag", ["script", "style", "template", "svg", "iframe", "select"])
def test_what_is_not_seen_is_no_text(tag: str) -> None:
    assert texts(blocks_of_fragment(f"<p>One <{tag}>hidden</{tag}>two</p>")) == ["One two"]


def test_items_know_their_list() -> None:
    blocks = blocks_of_fragment("<ul><li>One<ol><li>Two</li></ol></li></ul><ul><li>Three</li></ul>")
    layouts = [b.layout for b in blocks]
    assert [(each.tag, each.level, each.ordered) for each in layouts] == [
        *(("li", 0, False), ("li", 1, True), ("li", 0, False)),
    ]
    assert layouts[0].group == layouts[1].group != layouts[2].group


def test_a_row_is_one_block_with_its_cells_marked() -> None:
    (row,) = blocks_of_fragment("<table><tr><th>Boat</th><td>Left | late</td></tr></table>")
    assert (row.tag, row.text) == ("tr", "Boat | Left / late")
    assert [(m.tag, row.text[m.start : m.end]) for m in row.marks] == [
        *(("th", "Boat"), ("td", "Left / late")),
    ]


def test_a_table_that_lays_out_a_page_is_read_as_its_blocks() -> None:
    long = "A sentence of the article. " * 12
    cell = f"<td><p>{long}</p><p>{long}</p></td>"
    blocks = blocks_of_fragment(f"<table><tr>{cell}<td>Menu</td></tr></table>")
    assert tags(blocks) == [("p", long.strip()), ("p", long.strip()), ("p", "Menu")]


def test_preformatted_text_keeps_its_lines_and_a_quotation_is_one() -> None:
    blocks = blocks_of_fragment("<pre>a\n  b\n</pre><blockquote><p>Said.</p></blockquote><p>x</p>")
    assert tags(blocks) == [("pre", "a\n  b"), ("p", "Said."), ("p", "x")]
    assert [b.layout.quote for b in blocks] == [False, True, False]


def test_text_has_paragraphs_by_blank_lines_and_tight_lines() -> None:
    blocks = blocks_of_text("One\nTwo\r\n\r\n- Three\n \t\nFour\u2028Five")
    assert tags(blocks) == [
        ("p", "One"),
        ("p", "Two"),
        ("li", "Three"),
        ("p", "Four"),
        ("p", "Five"),
    ]
    assert [b.layout.tight for b in blocks] == [False, True, False, False, True]


def test_lines_that_were_wrapped_at_a_column_are_one_paragraph() -> None:
    wrapped = (
        "The ferry between the two islands was cancelled on\n"
        "monday after divers found a crack in the rudder, and\n"
        "it will not sail again before the end of the month.\n"
        "nobody was hurt."
    )
    assert texts(blocks_of_text(wrapped)) == [wrapped.replace("\n", " ")]
    menu = "Home\nNews\nSport\nWeather"
    assert texts(blocks_of_text(menu)) == menu.split("\n")


@pytest.mark.parametrize("markup", ["", " ", "<p></p>", "<p>\u200b</p>", "<br><hr>", "<!-- x -->"])
def test_nothing_seen_is_no_block(markup: str) -> None:
    assert blocks_of_fragment(markup) == ()
    assert blocks_of_text("" if "<" in markup else markup) == ()


def test_what_is_not_seen_is_no_text_of_a_row() -> None:
    cells = "<td>Old <script>var a = 1;</script>boat</td><td><select><option>x</select>1962</td>"
    (row,) = blocks_of_fragment(f"<table><tr>{cells}</tr></table>")
    assert row.text == "Old boat | 1962"
