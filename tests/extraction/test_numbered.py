"""Entries under numbered headings stay whole, and what only looks like such a series does not."""

from __future__ import annotations

import pytest

from cleaner import clean

THINGS = [
    "A kettle that whistles the anthem of a country which no longer exists",
    "Wool socks knitted by a retired referee, one of them always yellow",
    "A lamp for reading under a bridge",
    "Twelve pencils from a school that was closed in 1974",
    "A bell for goats, sheep or small children",
    "Rope, forty metres of it, smelling of tar",
    "A map of the drains of Ostrand, printed on a tea towel",
    "Honey from the roof of the tax office",
]
SAID = (
    "“I bought two, and my sister has not given hers back,” a buyer writes. “It does what it says.”"
)
STORY = [
    "Every December the museum of Ostrand empties its cellar and sells what nobody has asked for.",
    "The list below was written by the caretaker, who has carried each of the things upstairs.",
]


def _page(number: str, tag: str = "h2") -> str:
    entries = "".join(
        f'<div class="entry entry-{n}"><{tag} class="name">{number.format(n + 1)}{thing}</{tag}>'
        f'<figure><div class="text"><p>{SAID} It was number {n + 1}.</p>'
        f"<p>Get it from the museum for €{n + 3}.</p></div></figure></div>"
        for n, thing in enumerate(THINGS)
    )
    story = "".join(f"<p>{text}</p>" for text in STORY)
    title = "Eight things from a cellar"
    head = f"<head><title>{title}</title></head>"
    return f"<html>{head}<body><article><h1>{title}</h1>{story}{entries}</article></body></html>"


@pytest.mark.parametrize("number", ["{}. ", "{}) ", "#{}: ", "{} – "])
def test_all_entries_of_a_numbered_series_stay(number: str) -> None:
    text = clean(_page(number)).text
    assert [thing for thing in THINGS if thing not in text] == []
    assert text.count("a buyer writes") == len(THINGS)


def test_other_articles_under_numbers_do_not_come_with_it() -> None:
    cards = "".join(
        f'<li><h3><a href="/{n}">{n}. {thing} is back</a></h3></li>'
        for n, thing in enumerate(THINGS, start=1)
    )
    box = f'<aside class="most-read"><h2>Most read</h2><ol>{cards}</ol></aside>'
    text = clean(_page("{}. ").replace("</article>", f"</article>{box}")).text
    assert "is back" not in text and THINGS[-1] in text
