"""What stands among other stories on the page goes, whatever of them an extractor left."""

from __future__ import annotations

import pytest

from cleaner import clean
from tests.made import PROSE

TITLE = "A channel of brick warms forty flats"
TEXT = PROSE
EXCERPTS = [
    "The council of Harbour Lane has put off the vote on tall buildings once more, and residents "
    "who had come with drums went home with them.",
    "Two bakers say that the price of flour is only half of the reason why they have hung up their "
    "aprons, and that the other half is sleep.",
    "Nobody had measured the quietest place in the county before, and those who did were asked to "
    "come back in better shoes.",
]


def cards(form: str) -> str:
    return "".join(
        form.format(n=n, title=f"Other headline number {n} of the harbour town", text=text)
        for n, text in enumerate(EXCERPTS)
    )


@pytest.mark.parametrize(
    "form",
    [
        "<h3><a href=/{n}>{title}</a></h3><div>{text}</div>",
        "<div><a href=/{n}>{title}</a><p>{text}</p></div>",
        "<div><h4><a href=/{n}>{title}</a></h4><p>{text}</p><span>{n} hours ago</span></div>",
    ],
)
def test_excerpts_under_a_heading_between_paragraphs_go(form: str) -> None:
    text = [f"<p>{said}</p>" for said in TEXT]
    section = f"<div><h2>You May Also Like</h2>{cards(form)}</div>"
    page = "".join([f"<h1>{TITLE}</h1>", *text[:2], section, *text[2:]])
    cleaned = clean(f"<html><body><article>{page}</article></body></html>")
    assert all(said in cleaned.text for said in TEXT)
    assert not any(said in cleaned.text for said in EXCERPTS)


def test_the_parts_of_a_list_that_the_article_gives_stay() -> None:
    parts = "".join(
        f"<h3><a href=/{n}>Walk number {n} by the river</a></h3><p>{said}</p>"
        for n, said in enumerate(TEXT)
    )
    first = f"<h1>Eight walks</h1><p>{EXCERPTS[2]} Here are the walks:</p>"
    page = f"{first}{parts}<p>{EXCERPTS[1]}</p>"
    cleaned = clean(f"<html><body><article>{page}</article></body></html>")
    assert all(said in cleaned.text for said in TEXT)
