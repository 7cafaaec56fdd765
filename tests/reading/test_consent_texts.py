"""Texts about cookies beside an article are none of it; articles about cookies are whole."""

from __future__ import annotations

import pytest

from cleaner import clean

SHIP = [
    "The ferry to the island was cancelled on Monday after divers found a crack in its rudder.",
    "The company had known of the crack for weeks, its director told the council on Tuesday.",
    "Passengers were told at the pier, where forty of them had waited since six in the morning.",
    "Islanders buy their groceries on the mainland and have asked the council for a second boat.",
]
NOTICES = [
    "We use cookies and similar methods to measure how often our pages are read, and by whom.",
    "Necessary cookies make the site work. They cannot be switched off, and they know no names.",
    "We and our partners use cookies to show advertisements that fit what you have read before.",
    "Targeting cookies may be set through our site by partners who build a profile of your visits.",
    "You may withdraw your consent to cookies at any time by means of the link in the footer.",
    "Functional cookies keep what you have chosen, such as the size of letters or the language.",
]
BISCUITS = [
    "Mrs Aldous bakes her cookies in a shed behind the lighthouse, since the house has no oven.",
    "We use cookies in the trifle, she says, because nobody on the island has ever seen a sponge.",
    "The cookies keep for a month, or until the ferry runs, whichever of the two comes first.",
    "On Sundays the harbour smells of cookies and tar, and the gulls do not know where to look.",
]
BOXES = {
    "before": ("<div class=m>{}</div>", ""),
    "after": ("", "<div class=m>{}</div>"),
    "in main, as a dialog": ("", "<div role=alertdialog><h2>Privacy</h2>{}</div>"),
    "as sections": ("", "<section><h3>Cookies</h3>{}</section>"),
}


def body(paragraphs: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def page(title: str, inside: str, before: str = "", after: str = "") -> str:
    head = f"<html><head><title>{title}</title></head><body><main>"
    return f"{head}{before}<article><h1>{title}</h1>{inside}</article>{after}</main></body></html>"


@pytest.mark.parametrize("box", BOXES)
def test_a_consent_text_is_never_the_article(box: str) -> None:
    before, after = (part.format(body(NOTICES)) for part in BOXES[box])
    assert clean(page("Ferry cancelled", body(SHIP), before, after)).text.split("\n\n") == SHIP


def test_a_story_about_cookies_is_whole() -> None:
    text = clean(page("The shed behind the lighthouse", body(BISCUITS))).text
    assert text.split("\n\n") == BISCUITS


def test_an_article_about_such_notices_is_whole() -> None:
    text = clean(page("What cookies say of you", body([*SHIP, *NOTICES]))).text
    assert all(paragraph in text for paragraph in SHIP)
    assert sum(paragraph in text for paragraph in NOTICES) > len(NOTICES) / 2


def test_a_page_of_nothing_else_keeps_its_text() -> None:
    assert NOTICES[1] in clean(page("Privacy", body(NOTICES))).text
