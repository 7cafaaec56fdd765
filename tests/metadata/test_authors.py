"""Who wrote it: by what is said of this article, and by nobody's card or comment."""

from __future__ import annotations

import json

import pytest

from cleaner import Metadata, clean
from cleaner.metadata.names import names_in
from cleaner.metadata.persons import looks_personal
from tests.cli.made import FIRST, SECOND, THIRD

TITLE = "Ferry is cancelled until June"


def read(head: str = "", over: str = "", under: str = "", lang: str = "en") -> Metadata:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (FIRST, SECOND, THIRD))
    return clean(
        f"<!doctype html><html lang={lang}><head><title>{TITLE}</title>{head}</head><body>"
        f"<article><h1>{TITLE}</h1>{over}{body}</article>{under}</body></html>",
        url="https://island.example/ferry",
    ).metadata


def ld(*items: object) -> str:
    return "".join(
        f"<script type='application/ld+json'>{json.dumps(item)}</script>" for item in items
    )


def where(metadata: Metadata) -> list[str]:
    return [each.where for each in metadata.stated("author")]


OWN = {"@type": "NewsArticle", "headline": TITLE, "author": {"@type": "Person", "name": "Jane Doe"}}


def test_the_article_s_own_item_tells_the_author() -> None:
    metadata = read(ld(OWN))
    assert metadata.authors == ("Jane Doe",)
    assert where(metadata) == ["json-ld NewsArticle author.name"]


CARD = {
    "@type": "NewsArticle",
    "headline": "Crane lifts its last load",
    "url": "https://island.example/crane",
    "author": {"@type": "Person", "name": "John Roe"},
}


@pytest.mark.parametrize(
    "other",
    [
        CARD,
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": CARD}]},
        {"@type": "WebPage", "url": "https://island.example/ferry", "hasPart": CARD},
        OWN | {"author": None, "comment": {"@type": "Comment", "author": {"name": "John Roe"}}},
        {"@type": "NewsArticle", "author": None, "review": {"author": {"name": "John Roe"}}},
    ],
)
def test_items_of_others_tell_nothing(other: object) -> None:
    assert read(ld(other)).authors == ()


def test_a_card_stands_before_the_article_s_item_and_tells_nothing() -> None:
    assert read(ld(CARD, OWN)).authors == ("Jane Doe",)


def test_a_card_s_byline_and_a_comment_s_author_tell_nothing() -> None:
    under = (
        "<aside><div class=card><a href=/crane>Crane lifts its last load</a>"
        "<span class=author itemprop=author>John Roe</span></div></aside>"
        "<section itemprop=comment itemscope><span itemprop=author>Ann Other</span><p>Well!</p>"
        "</section>"
    )
    assert read(under=under).authors == ()


def test_references_within_a_graph_are_followed() -> None:
    graph = {
        "@graph": [
            {"@type": "Article", "headline": TITLE, "author": {"@id": "#jane"}},
            {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
        ]
    }
    assert read(ld(graph)).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("over", "authors"),
    [
        ("<p>By Jane Doe and John Roe</p>", ("Jane Doe", "John Roe")),
        ("<p>By <a href=/jane>Jane Doe</a>, Senior Reporter</p>", ("Jane Doe",)),
        ("<p>March 5, 2024 · 3 min read · By Jane Doe</p>", ("Jane Doe",)),
        ("<p>Posted by Jane Doe on Friday 3 May 2024</p>", ("Jane Doe",)),
        ("<p>Written by</p><p>Jane Doe</p>", ("Jane Doe",)),
        ("<p>By Jane Doe</p><p>Reviewed by John Roe</p>", ("Jane Doe",)),
        ("<p>Reviewed by John Roe</p>", ()),
        ("<div class=article-author>Jane Doe</div>", ("Jane Doe",)),
        ("<div>Jane Doe</div><div>5 March 2024</div>", ("Jane Doe",)),
        ("<p><a href=/authors/jane>Jane Doe</a></p>", ("Jane Doe",)),
        ("<p><a rel=author href=/jane>Jane Doe</a></p>", ("Jane Doe",)),
        ("<p><a href=/news>Local News</a></p><p>5 March 2024</p>", ()),
    ],
)
def test_visible_bylines(over: str, authors: tuple[str, ...]) -> None:
    assert read(over=over).authors == authors


@pytest.mark.parametrize(
    ("lang", "over", "author"),
    [
        ("de", "<p>Von Katrin Vogelsang</p>", "Katrin Vogelsang"),
        ("fr", "<p>Par Chloé Martin</p>", "Chloé Martin"),
        ("ru", "<p>Автор: Дарья Скворцова</p>", "Дарья Скворцова"),
        ("el", "<p>Γράφει ο Γιάννης Ρίτσος</p>", "Γιάννης Ρίτσος"),
        ("zh", "<p>作者：阿澈</p>", "阿澈"),
        ("ar", "<p>بقلم: سامر الحداد</p>", "سامر الحداد"),
    ],
)
def test_bylines_in_other_languages(lang: str, over: str, author: str) -> None:
    metadata = read(over=over, lang=lang)
    assert (metadata.author, metadata.stated("author")[0].where) == (author, "byline")


def test_what_most_places_say_is_said() -> None:
    metadata = read('<meta name=author content="Web Desk">', over="<p>By Jane Doe</p>")
    assert metadata.authors == ("Jane Doe",)


@pytest.mark.parametrize("said", ["https://social.example/island", "admin", "ferry_fan7"])
def test_addresses_and_log_ins_are_no_authors(said: str) -> None:
    assert read(f"<meta name=author content={said}>").authors == ()


def test_an_organisation_is_one_author() -> None:
    item = OWN | {"author": {"@type": "Organization", "name": "Crane & Quay"}}
    assert read(ld(item)).authors == ("Crane & Quay",)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("By JANE DOE | Staff Writer", ["JANE DOE"]),
        ("Jane Doe, PhD, and John Roe", ["Jane Doe, PhD", "John Roe"]),
        ("Jane Doe (jane@island.example) @janedoe", ["Jane Doe"]),
        ("Jane van der Berg; Rui Ma", ["Jane van der Berg", "Rui Ma"]),
        ("Anna Müller und Jan Kühn", ["Anna Müller", "Jan Kühn"]),
        ("<a href='/jane'>Jane Doe</a>", ["Jane Doe"]),
        ("www.island.example/jane", []),
        ("", []),
    ],
)
def test_names_in_a_value(said: str, names: list[str]) -> None:
    assert names_in(said) == names


def test_what_reads_like_persons() -> None:
    assert looks_personal("Jane Doe, MD")
    assert not any(map(looks_personal, ["Senior Reporter", "5 min read", "Read more?", "jane doe"]))


# seen on blogs of doctors, travel guides, societies, magazines and agencies
@pytest.mark.parametrize(
    ("over", "authors"),
    [
        ("<div>Ferry Cancelled</div><div>5 March 2024</div>", ()),
        ("<div>Written byJane Doe</div>", ("Jane Doe",)),
        ("<p>03/25/2024 by Jane Doe, Delegate to the Board of Pilots</p>", ("Jane Doe",)),
        ("<p>Dec 17, 2023 Jane Doe</p>", ("Jane Doe",)),
        ("<div>Jane Doe</div><div>Pilot &amp; Founder</div><div>5 March 2024</div>", ("Jane Doe",)),
        ("<div>Jane Doe</div><div>Last updated:</div>", ("Jane Doe",)),
        (
            "<p>By <a href=/people/jane>Jane Doe</a> <a href=/issue/9>Print Edition</a></p>",
            ("Jane Doe",),
        ),
        (
            "<p>By <a href=/people/jane>Jane Doe</a> <a href=/people/john>John Roe</a></p>",
            ("Jane Doe", "John Roe"),
        ),
        ("<p>by Jane · 5 March 2024</p><h2>Tides</h2><div>Author: John Roe</div>", ("Jane",)),
        ("<div>Jane Doe</div><div>Home | Quay</div><div>Gulls</div>", ()),
    ],
)
def test_what_stands_around_a_name(over: str, authors: tuple[str, ...]) -> None:
    assert read(over=over).authors == authors


def test_the_site_is_no_author_beside_persons() -> None:
    head = '<meta property=og:site_name content="Island Post">' + ld(
        OWN | {"author": "Jane Doe and John Roe, The Island Post"}
    )
    assert read(head).authors == ("Jane Doe", "John Roe")


def test_a_section_made_like_a_name_is_none() -> None:
    over = "<div class=author><div>Jane Doe</div></div><div>Harbour News</div>"
    assert read(over=over).authors == ("Jane Doe",)


def test_words_of_a_title_may_be_a_name_where_the_page_says_so() -> None:
    assert read(over="<p>By Ferry Cancelled</p>").authors == ("Ferry Cancelled",)
