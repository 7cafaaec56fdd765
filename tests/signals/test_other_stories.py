"""Other stories on a page: sections and runs of cards in many markups, and what looks like them."""

from __future__ import annotations

import pytest

from cleaner.reading.page import ReadSettings, read
from cleaner.signals.other_stories import other_stories

TITLE = "Ferry between the islands cancelled"
BODY = (
    "<p>The ferry between the two islands was cancelled on Monday after divers found a crack in"
    " its rudder, and it will not sail again before the end of the month.</p>"
    "<p>Some three hundred people live on the smaller island through the winter, and most of them"
    " buy their groceries on the mainland.</p>"
    "<p>The harbour master said that a replacement boat had been asked for, but that none of the"
    " right size was free before Friday.</p>"
    "<p>Until then a fishing boat carries the post, the doctor and whoever cannot wait, twice a day"
    " and only while the weather holds.</p>"
)
STORIES = (
    ("/a1", "Bakery on the market square opens again", "Rolls are sold from six in the morning."),
    ("/a2", "Library lends its first rowing boat", "Nine readers have asked for it already."),
    ("/a3", "School choir wins a prize in Bergen", "The jury praised the youngest of them."),
)


def page(inside: str, head: str = "") -> str:
    return (
        f"<html><body><h1>{TITLE}</h1>{head}<main><article>{inside}</article></main></body></html>"
    )


def flagged(html: str) -> dict[str, str]:
    """The text of the lines of other stories, with how sure that is."""
    lines = read(html, url="https://gazette.example/ferry", settings=ReadSettings()).source.lines
    found = other_stories(lines, TITLE)
    return {lines[number].text: reason.sure for number, reason in found.items()}


def each(card: str, stories: tuple[tuple[str, str, str], ...] = STORIES) -> str:
    """A card for each story: HREF, TITLE and EXCERPT are filled in."""
    return "".join(
        card.replace("HREF", href).replace("TITLE", title).replace("EXCERPT", excerpt)
        for href, title, excerpt in stories
    )


def assert_all_found(html: str, sure: str = "strong") -> None:
    found = flagged(html)
    for _, title, excerpt in STORIES:
        assert found.get(title) == sure
        assert excerpt not in html or found.get(excerpt) == sure
    assert not any("island" in text or "harbour master" in text for text in found)


MARKUPS = {
    "div cards": (
        "<div><div><a href='HREF'>TITLE</a></div><div>EXCERPT</div><div>2 hours ago</div></div>"
    ),
    "li cards": "<li><a href='HREF'>TITLE</a><p>EXCERPT</p><span>Share</span></li>",
    "article cards": (
        "<article><h3><a href='HREF'>TITLE</a></h3><p>EXCERPT</p><p>3 min read</p></article>"
    ),
    "links around cards": (
        "<a href='HREF'><div>TITLE</div><div>EXCERPT</div><div>12/03/2026</div></a>"
    ),
    "table cells": "<td><a href='HREF'>TITLE</a><p>EXCERPT</p><p>Reuters2 hours ago</p></td>",
    "titles said twice, no links": (
        "<div><b>TITLE</b><h4>TITLE</h4><p>EXCERPT</p><p>Post3 March 2026</p></div>"
    ),
    "titles said three times": (
        "<div><a href='HREF'><div>TITLE</div></a><h4>TITLE</h4><p><a href='HREF'>TITLE</a></p>"
        "<p>EXCERPT</p><p>BBC · 3 min read</p></div>"
    ),
    "cousins": (
        "<div><div><div><a href='HREF'>TITLE</a></div></div><p>EXCERPT</p><i>Share</i></div>"
    ),
    "flat lines": "<h4><a href='HREF'>TITLE</a></h4><p>EXCERPT</p><p>2 hours ago</p>",
}


@pytest.mark.parametrize("card", MARKUPS.values(), ids=MARKUPS)
def test_cards_are_found_behind_the_article_without_a_heading(card: str) -> None:
    assert_all_found(page(BODY + "<div>" + each(card) + "</div>"))


@pytest.mark.parametrize("card", MARKUPS.values(), ids=MARKUPS)
def test_cards_are_found_before_the_article(card: str) -> None:
    assert_all_found(page(BODY, head="<div>" + each(card) + "</div>"))


@pytest.mark.parametrize("card", MARKUPS.values(), ids=MARKUPS)
def test_cards_among_the_paragraphs_are_doubted(card: str) -> None:
    assert_all_found(page(BODY + "<div>" + each(card) + "</div>" + BODY), sure="weak")


@pytest.mark.parametrize(
    "heading",
    ["You may also like", "Das könnte Sie auch interessieren", "Te puede interesar", "関連記事"],
)
def test_a_section_is_what_the_container_of_its_heading_holds(heading: str) -> None:
    leaves = "<div><a href='HREF'>TITLE</a></div><div>EXCERPT</div>"
    section = f"<div><div>{heading}</div><div>{each(leaves)}</div></div>"
    assert_all_found(page(BODY + section))


@pytest.mark.parametrize("heading", ["Read next", "Lire aussi", "Leia também"])
def test_a_flat_section_ends_where_prose_resumes(heading: str) -> None:
    links = each("<p><a href='HREF'>TITLE</a></p>")
    found = flagged(page(f"{BODY}<h3>{heading}</h3>{links}{BODY}"))
    assert {*found} == {heading, *(title for _, title, _ in STORIES)}
    assert {*found.values()} == {"weak"}


def test_an_excerpt_of_a_section_with_one_story_is_doubted() -> None:
    card = each("<h5><a href='HREF'>TITLE</a></h5><p>EXCERPT</p>", STORIES[:1])
    found = flagged(page(f"{BODY}<div><div>Related</div>{card}</div>{BODY}"))
    assert found == {"Related": "weak", STORIES[0][1]: "weak", STORIES[0][2]: "weak"}


def test_a_section_ends_where_the_comments_begin() -> None:
    links = each("<p><a href='HREF'>TITLE</a></p>")
    section = f"<div><h3>More stories</h3>{links}<h3>Comments</h3><p>I saw it, too.</p></div>"
    assert "I saw it, too." not in flagged(page(BODY + section))


def test_a_section_ends_before_the_headings_and_paragraphs_that_go_on_in_its_container() -> None:
    links = each("<p><a href='HREF'>TITLE</a></p>")
    onward = "<h3>So there you have it</h3><p>The ferry sails in June.</p>"
    found = flagged(page(f"{BODY}<div><p>Suggested reading:</p>{links}{onward}</div>"))
    assert {*found} == {"Suggested reading:", *(title for _, title, _ in STORIES)}


def test_a_section_ends_before_sentences_that_another_list_follows_in_its_container() -> None:
    links = each("<p><a href='HREF'>TITLE</a></p>")
    onward = "<p>So there you have it, all of it and more!</p><p>One last word before you go…</p>"
    section = f"<div><p>Suggested reading:</p>{links}{onward}<h3>Most read</h3>{links}</div>"
    found = flagged(page(BODY + section))
    assert {*found} == {"Suggested reading:", "Most read", *(title for _, title, _ in STORIES)}


def test_two_strong_cards_are_a_run_and_two_plain_ones_are_none() -> None:
    strong = each("<li><a href='HREF'>TITLE</a><p>2 hours ago</p></li>", STORIES[:2])
    plain = each("<li><a href='HREF'>TITLE</a></li>", STORIES[:2])
    assert len(flagged(page(f"{BODY}<ul>{strong}</ul>"))) == 3  # the two times read alike
    assert not flagged(page(f"{BODY}<ul>{plain}</ul>"))


def test_a_linked_title_that_stands_twice_is_doubted() -> None:
    promo = "<div><a href='/b'>Lighthouse keeper paints his tower</a></div>"
    found = flagged(page(f"{BODY}<div>{promo * 2}</div>{BODY}"))
    assert found == {"Lighthouse keeper paints his tower": "weak"}


def test_a_list_of_what_is_most_read_may_hold_the_article_itself() -> None:
    links = each("<li><a href='HREF'>TITLE</a></li>", (("/ferry", TITLE, ""), *STORIES))
    found = flagged(page(f"{BODY}<div><h3>Most read</h3><ul>{links}</ul></div>"))
    assert {title for _, title, _ in STORIES} < {*found}
    assert {*found.values()} == {"strong"}


LONG = (
    "Its rooms look over the water, breakfast is served until noon, and the owner lends bicycles"
    " to whoever asks before nine in the evening, at no charge and for as long as they are needed."
)
LOOK_ALIKES = {
    "listicle": "".join(
        f"<h2>{i}. {title}</h2><p>{LONG}</p><p>{LONG}</p>"
        for i, (_, title, _) in enumerate(STORIES)
    ),
    "listicle with links": "".join(
        f"<h2><a href='https://shop.example{href}'>{title}</a></h2><p>{LONG}</p><p>{LONG}</p>"
        for href, title, _ in STORIES
    ),
    "introduced list": "<p>The three reports of the harbour are:</p><ul>"
    + each("<li><a href='HREF'>TITLE</a></li>")
    + "</ul>",
    "table of contents": "<ul>" + each("<li><a href='#HREF'>TITLE</a></li>") + "</ul>",
    "live blog": "".join(
        f"<div><h3>{title}</h3><p>10:{i}5</p><p>{LONG}</p></div>"
        for i, (_, title, _) in enumerate(STORIES)
    ),
    "live blog without titles": "".join(
        f"<div><p>1{i}:15</p><p>{LONG} {i}</p></div>" for i in range(4)
    ),
    "embedded posts": "".join(
        f"<blockquote><p>{LONG} {i}</p>— Ada Berg (@ada) "
        f"<a href='https://x.example/{i}'>March {i}, 2026</a></blockquote>"
        for i in range(1, 5)
    ),
    "recipe steps": "<ol>"
    + "".join(f"<li>Stir the dough for {i} minutes, then rest.</li>" for i in range(2, 8))
    + "</ol>",
    "winners with links": "<ul>"
    + each("<li>Best film: <a href='HREF'>TITLE</a>, which the jury praised for its patience</li>")
    + "</ul>",
    "sources": "<h2>Further reading</h2><ul>"
    + each("<li><a href='https://press.exampleHREF'>TITLE</a></li>")
    + "</ul>",
    "interview": "".join(
        f"<p><b>How did you come to paint boats, and why {i} of them?</b></p><p>{LONG}</p>"
        for i in range(4)
    ),
    "songs": "<p>"
    + "<br>".join(f"<a href='/line/{i}'>I never meant to cross the water {i}</a>" for i in range(5))
    + "</p>",
    "table of figures": "<table>"
    + "".join(
        f"<tr><td>Boat {i}</td><td>{i}0 seats</td><td>12/03/2026</td></tr>" for i in range(1, 6)
    )
    + "</table>",
    "quotations": "".join(
        f"<blockquote>{LONG} {i}</blockquote><p>Ada Berg, skipper</p>" for i in range(3)
    ),
    "notes on links in prose": "".join(
        f"<p>{LONG} <a href='{href}'>{title}</a> tells how it went.</p>"
        for href, title, _ in STORIES
    ),
    "a paragraph that says so": (
        "<p>You may also like the walk along the dunes, which takes an hour.</p>"
    ),
}


@pytest.mark.parametrize("part", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_what_only_looks_like_other_stories_is_kept(part: str) -> None:
    assert not flagged(page(BODY + part + BODY))
    assert not flagged(page(BODY + part))


def test_a_page_without_lines_has_no_other_stories() -> None:
    assert other_stories((), TITLE) == {}


def test_cards_that_are_all_of_the_page_are_not_surely_other_stories() -> None:
    card = "<div><h3><a href='HREF'>TITLE</a></h3><p>EXCERPT</p></div>"
    long = tuple((href, title, LONG) for href, title, _ in STORIES)
    assert not flagged(page(each(card, long)))


@pytest.mark.parametrize("unit", [
    "<p><a href='/{0}'>Bakery on the square opens again {0}</a></p>",
    "<h2>Related articles</h2><p>Rain {0}</p>",
    "<a href='/{0}'>Bakery on the square opens again {0}</a><br>",
])  # fmt: skip
def test_ten_thousand_lines_in_one_parent_are_read_to_the_end(unit: str) -> None:
    html = page("<div>" + "".join(unit.format(i) for i in range(5_000)) + "</div>")
    assert isinstance(flagged(html), dict)


def test_a_deep_tree_is_read_to_the_end() -> None:
    links = each("<li><a href='HREF'>TITLE</a></li>")
    deep = "<div>" * 100 + f"<ul>{links}</ul>" + "</div>" * 100
    assert_all_found(page(BODY + deep), sure="weak")
