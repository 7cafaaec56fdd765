"""A lead that says more than the body says again is no duplicate."""

from __future__ import annotations

from cleaner import clean

BODY = [
    "The harbour board of Ostrand will close the old lock for eleven weeks in March, because the "
    "oak gates that were hung in 1931 have begun to leak, and a diver who went down in autumn came "
    "up with a handful of splinters.",
    "Ships that want to reach the mill basin have to go round by the sea canal, which takes four "
    "hours longer when the wind is from the west, and the board has promised a tug to all who ask "
    "for one before the ice has gone.",
    "Nobody on the board could say on Tuesday what the new gates will cost.",
]
SHORT = " Ice comes before the wind, when gates leak."
LONG = (
    " Ice comes before the wind, and the diver goes round the basin in autumn for the board, four "
    "hours from the mill, when gates leak."
)


def _duplicates(lead: str) -> list[str]:
    paragraphs = "".join(f"<p>{text}</p>" for text in (lead, *BODY))
    page = f"<html><body><article><h1>The lock</h1>{paragraphs}</article></body></html>"
    return [f.text for f in clean(page).findings if f.kind == "duplicate-lead"]


def test_what_a_long_lead_says_alone_keeps_it_from_being_a_duplicate() -> None:
    assert _duplicates(BODY[0] + " " + BODY[1] + SHORT)
    assert not _duplicates(BODY[0] + " " + BODY[1] + LONG)
