"""What is parsed of odd markup: as browsers read it."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.reading.lines import Source
from cleaner.reading.page import parse

PROSE = [
    "The ferry to the island was cancelled on Monday after divers found a crack in its rudder.",
    "Islanders buy their groceries on the mainland and have asked the council for a second boat.",
    "The council will decide in March, when the accounts of the harbour have been looked through.",
]
ARTICLE = f"<h1>Ferry</h1>{''.join(f'<p>{text}</p>' for text in PROSE)}"
ENDED = {
    "before the article": f"<html><body><nav>Menu</nav></body></html><main>{ARTICLE}</main>",
    "twice": f"<html><body><p>x</p></body></html><main>{ARTICLE}</main></body></html>",
    "the body alone": f"<html><body><p>x</p></body ><main>{ARTICLE}</main></html>",
    "in capitals": f"<HTML><BODY><P>x</P></BODY></HTML><MAIN>{ARTICLE}</MAIN>",
    "within the article": f"<body><h1>Ferry</h1><p>{PROSE[0]}</p></body></html><p>{PROSE[1]}</p>"
    f"<p>{PROSE[2]}</p>",
}


@pytest.mark.parametrize("case", ENDED)
def test_what_stands_behind_the_end_is_read(case: str) -> None:
    texts = [line.text for line in Source(parse(ENDED[case])).lines]
    assert set(PROSE) <= set(texts)
    assert all(text in clean(ENDED[case]).text for text in PROSE)
