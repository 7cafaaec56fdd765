"""Forms of bylines: who is no author comes first, and then who is, in many languages."""

from __future__ import annotations

import pytest

from cleaner.metadata.names import names_in, turned
from tests.metadata.test_authors import OWN, ld, read


# seen on newspapers: what stands beside an author, and what only opens as a byline does
@pytest.mark.parametrize(
    ("over", "authors"),
    [
        ("<p>By Monday evening, John Roe had left the port.</p>", ()),
        ("<p>By Jane Doe, Reuters</p>", ("Jane Doe",)),
        ("<p>By JANE DOE, Hamburg</p>", ("JANE DOE",)),
        ("<p>By Jane Doe with Reuters</p>", ("Jane Doe",)),
        ("<p>By Jane Doe in News on 5 March 2024</p>", ("Jane Doe",)),
        ("<p>Words: Jane Doe, Photos: John Roe</p>", ("Jane Doe",)),
        ("<p>Author: Jane Doe, Editor: John Roe</p>", ("Jane Doe",)),
    ],
)
def test_who_stands_beside_an_author_is_none(over: str, authors: tuple[str, ...]) -> None:
    assert read(over=over).authors == authors


# after the pattern of cards right behind a short article
def test_the_byline_of_a_card_is_not_the_article_s() -> None:
    card = "<div><a href=/crane>Crane lifts its last load</a><p>By John Roe</p></div>"
    assert read(under=card).authors == ()


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Jane Doe with John Roe", ["Jane Doe", "John Roe"]),
        ("Chloé Martin avec Jean Dupont", ["Chloé Martin", "Jean Dupont"]),
        ("Jane Doe and Banksy", ["Jane Doe", "Banksy"]),
        ("Jane Doe Staff Writer", ["Jane Doe"]),
        ("Anna in 't Veld", ["Anna in 't Veld"]),
        ("记者 张晓明 李强", ["张晓明", "李强"]),
        ("作者:张晓明 编辑:李强", ["张晓明"]),
        ("記者 張曉明/台北報導", ["張曉明"]),
        ("文/张晓明 图/李强", ["张晓明"]),
        ("लेखक: राजेश कुमार", ["राजेश कुमार"]),
    ],
)
def test_what_a_byline_holds_beside_names(said: str, names: list[str]) -> None:
    assert names_in(said) == names


@pytest.mark.parametrize(
    ("lang", "over", "authors"),
    [
        ("en", "<p>Jane Doe | March 5, 2024 | 4 min read</p>", ("Jane Doe",)),
        ("en", "<p>Jane Doe, Staff Writer</p><p>March 5, 2024</p>", ("Jane Doe",)),
        ("ko", "<p>김철수 기자</p>", ("김철수",)),
        ("ko", "<p>[서울] 김철수·이영희 기자 = 항구</p>", ("김철수", "이영희")),
        ("da", "<p>Af Mette Jensen</p>", ("Mette Jensen",)),
        ("fi", "<p>Teksti: Anna Virtanen, kuvat: Matti Korhonen</p>", ("Anna Virtanen",)),
    ],
)
def test_who_is_an_author(lang: str, over: str, authors: tuple[str, ...]) -> None:
    assert read(over=over, lang=lang).authors == authors


def test_names_of_catalogues_are_turned() -> None:
    head = "".join(f"<meta name=citation_author content='{n}'>" for n in ("Doe, Jane", "Roe, John"))
    metadata = read(head)
    assert metadata.authors == ("Jane Doe", "John Roe")
    assert metadata.stated("author")[0].raw == "Doe, Jane; Roe, John"
    assert turned("Jane Doe, MD") == "Jane Doe, MD"


# seen on sites of institutes, magazines and shops
@pytest.mark.parametrize(
    ("over", "under", "authors"),
    [
        ("<p>Contact: <a href=/people/john>John Roe</a></p>", "", ()),
        ("<p>Mar 5, 2024</p><p>PORT SCHOOL STUDENTS in an information-sharing session</p>", "", ()),
        ("<div class=author-description>Licensed Pilot, Harbour School</div>", "", ()),
        ("<p>By Jane Doe, Head of Ferries and Founder of Port Rides</p>", "", ("Jane Doe",)),
        ("", "<p>Jane Doe</p><p>John Roe is a pilot who has sailed the bay for years.</p>", ()),
    ],
)
def test_who_is_named_beside_an_article_is_no_author(
    over: str, under: str, authors: tuple[str, ...]
) -> None:
    assert read(over=over, under=f"<div>{under}</div>").authors == authors


@pytest.mark.parametrize(
    ("over", "under", "authors"),
    [
        ("<p>Written by</p><p>Eliza – Marketer</p>", "", ("Eliza",)),
        ("<p>Author(s)</p><ul><li>Jane Doe<li>John Roe</ul>", "", ("Jane Doe", "John Roe")),
        (
            "<ul><li>Written by:<li>Jane Doe<li>Edited by:<li>John Roe</ul>",
            "",
            ("Jane Doe",),
        ),
        ("<h5><a href=/author/port-team>Port Team</a></h5>", "", ("Port Team",)),
        ("<p>Published March 5, 2024 by Jane Doe</p>", "", ("Jane Doe",)),
        ("<p>Mar 5, 2024 • Jane Doe in <a href=/news>Harbour News</a></p>", "", ("Jane Doe",)),
        ("<p>Mar 5, 2024 · Jane Doe on behalf of the pilots</p>", "", ("Jane Doe",)),
        ("<div><div><span class=meta-author>Jane Doe</span></div></div>", "", ("Jane Doe",)),
        ("", "<h2>Article by</h2><div>Jane Doe</div>", ("Jane Doe",)),
        (
            "",
            "<h3>Jane Doe</h3><p>Jane Doe is a pilot who has sailed for years.</p>",
            ("Jane Doe",),
        ),
    ],
)
def test_where_an_author_stands(over: str, under: str, authors: tuple[str, ...]) -> None:
    assert read(over=over, under=f"<div>{under}</div>").authors == authors


# seen on sites of law firms, whose system names who uploads
def test_a_byline_outweighs_what_a_system_repeats() -> None:
    uploader = {"@type": "Person", "name": "Ann Other"}
    head = ld(
        OWN | {"author": uploader, "creator": uploader}, {"@type": "WebPage", "author": uploader}
    )
    head += "<meta name=author content='Ann Other'><meta name=parsely-author content='Ann Other'>"
    metadata = read(head, over="<p>5 March 2024</p><p>By: Jane Doe</p>")
    assert metadata.authors == ("Jane Doe",)
    assert metadata.stated("author")[0].raw == "By: Jane Doe"
    assert read(head).authors == ("Ann Other",)


def test_an_account_that_no_reader_sees_is_no_author() -> None:
    assert read("<meta name=author content='Port Editorial Team'>").authors == ()
