"""Pages that were parsed already: read as their HTML, and not changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from lxml import etree, html

from cleaner import clean

PROSE = [
    "The ferry to the island was cancelled on Monday after divers found a crack in its rudder.",
    "Islanders buy their groceries on the mainland and have asked the council for a second boat.",
    "The council will decide in March, when the accounts of the harbour have been looked through.",
]
PAGE = (
    "<html><head><title>Ferry cancelled</title></head><body><nav><a href='/'>Home</a></nav><main>"
    f"<h1>Ferry cancelled</h1>{''.join(f'<p>{text}</p>' for text in PROSE)}</main></body></html>"
)
PARSED: dict[str, Callable[[str], object]] = {
    "lxml.html": html.document_fromstring,
    "lxml.etree": lambda text: etree.fromstring(text, etree.HTMLParser()),
    "a tree of lxml": lambda text: html.document_fromstring(text).getroottree(),
    "a soup": lambda text: BeautifulSoup(text, "html.parser"),
    "a tag of a soup": lambda text: BeautifulSoup(text, "lxml").html,
}


def written(source: object) -> str:
    is_soup = isinstance(source, Tag)
    return str(source) if is_soup else etree.tostring(source).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("library", PARSED)
def test_a_page_that_was_parsed_is_read_and_stays_as_it_is(library: str) -> None:
    source = PARSED[library](PAGE)
    before = written(source)
    cleaned = clean(source, url="https://island.example/ferry")  # type: ignore[arg-type]
    assert (cleaned.title, cleaned.text.split("\n\n")) == ("Ferry cancelled", PROSE)
    assert written(source) == before


def test_a_part_of_a_page_is_read_without_what_stands_behind_it() -> None:
    main = html.document_fromstring(PAGE.replace("</main>", "</main>Behind")).find(".//main")
    assert clean(main).text.split("\n\n")[-3:] == PROSE


def test_anything_else_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="an lxml element or a soup, not list"):
        clean([PAGE])  # type: ignore[arg-type]
