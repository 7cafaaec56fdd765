"""The lines of a page as they would be seen, and where each of them stands."""

from __future__ import annotations

import pytest
from lxml import html

from cleaner.document.place import NOWHERE
from cleaner.reading.lines import Source, text_within
from cleaner.reading.names import ATTRIBUTE, names_of
from cleaner.reading.places import Places
from cleaner.text.words import match_key

PAGE = """<html><head><title>Ferry</title></head>
<body><nav><a href=/>Home</a> <a href=/n>News</a></nav>
<main class="story"><h1>Ferry <em>cancelled</em></h1><p id="lead">It did not<br>sail.</p>
<script>hidden()</script><div>Loose <p>inside</p> tail</div>
<figure><img><figcaption>The boat. <span>Photo: Jane</span></figcaption></figure>
</main></body></html>"""


@pytest.fixture
def source() -> Source:
    return Source(html.document_fromstring(PAGE))


def test_lines_are_what_stands_between_two_breaks(source: Source) -> None:
    assert [line.text for line in source.lines] == [
        *("Home News", "Ferry cancelled", "It did not", "sail.", "Loose", "inside", "tail"),
        "The boat. Photo: Jane",
    ]
    assert [line.number for line in source.lines] == [*range(8)]


def test_a_line_belongs_to_its_block_and_knows_how_much_of_it_links(source: Source) -> None:
    menu, title, *_ = source.lines
    assert (menu.element.tag, menu.linked) == ("nav", len("HomeNews"))
    assert (title.element.tag, title.linked) == ("h1", 0)


def test_a_paragraph_is_long_and_hardly_links() -> None:
    long = "A line with enough letters to be a paragraph"
    tree = html.document_fromstring(f"<p>{long}</p><p><a href=/>{long}</a></p><p>Short</p>")
    assert [line.is_paragraph for line in Source(tree).lines] == [True, False, False]


def test_an_element_reaches_over_its_lines(source: Source) -> None:
    (main,), (lead,) = source.tree.iter("main"), source.tree.xpath("//p[@id='lead']")
    assert source.reach(main) == (1, 8)
    assert source.reach(lead) == (2, 4)
    assert source.reach(html.fromstring("<p>elsewhere</p>")) == (0, 0)


def test_a_text_is_found_by_its_letters(source: Source) -> None:
    place = source.place(match_key("FERRY, cancelled!"), -1)
    assert place.xpath == "/html/body/main/h1"
    assert place.tags == ("h1", "main")
    assert place.names == {"story"}
    assert source.place(match_key("never said"), -1) == NOWHERE


def test_lines_that_say_the_same_are_all_given_in_order() -> None:
    source = Source(html.document_fromstring("<p>Share</p><p>Text</p><p>share!</p>"))
    assert [line.number for line in source.lines_of("share")] == [0, 2]
    assert source.place("share", -1).xpath == "/html/body/p[1]"


def test_captions_are_known_whole_and_in_their_parts(source: Source) -> None:
    assert {
        match_key("The boat. Photo: Jane"),
        match_key("The boat."),
        match_key("Photo: Jane"),
    } <= source.captions
    assert match_key("sail.") not in source.captions


def test_the_caption_of_a_table_is_none() -> None:
    figure = "<figure><table><tr><td>1</td></tr></table><figcaption>Boats</figcaption></figure>"
    assert Source(html.document_fromstring(figure)).captions == frozenset()


def test_names_are_words_of_class_id_role_and_itemprop() -> None:
    element = html.fromstring('<p class="relatedPosts__a1" id=side-bar role=note itemprop=x>x</p>')
    assert names_of(element) == {"related", "posts", "side", "bar", "note"}
    assert names_of(html.fromstring(f'<p class="{"a" * ATTRIBUTE} more">x</p>')) == {
        "a" * ATTRIBUTE
    }


def test_a_place_is_told_by_five_steps_up_and_never_by_the_body() -> None:
    inner = "<b class=in>x</b>"
    for n in range(6):
        inner = f"<div class=level{'abcdef'[n]}>{inner}</div>"
    tree = html.document_fromstring(f"<body class=whole>{inner}</body>")
    place = Places().of(next(tree.iter("b")))
    assert place.tags == ("b", "div", "div", "div", "div")
    assert place.names == {"in", "levela", "levelb", "levelc", "leveld"}
    assert place.classes == "in"


def test_a_text_that_is_too_long_is_not_read() -> None:
    element = html.fromstring("<p>One <b>two</b></p>")
    assert text_within(element, 7) == "One two"
    assert text_within(element, 6) == ""


def test_a_line_with_a_number_is_found_where_it_stands() -> None:
    source = Source(html.document_fromstring("<p>Share</p><div class=end>Share</div>"))
    assert source.place("share", 1).classes == "end"
