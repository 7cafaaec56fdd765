"""Pages that React streams: the pieces are read where its script would put them."""

from __future__ import annotations

from cleaner import clean

FIRST = "The ferry to the island was cancelled on Monday after divers found a crack in its rudder."
LATE = "The company had known of the crack for weeks, its director told the council on Tuesday."
LATER = "Passengers were told at the pier, where forty of them had waited since six in the morning."
LAST = "Islanders buy their groceries on the mainland and have asked the council for a second boat."
SCRIPT = "<script>$RC=function(b,c,e){};{}</script>"


def streamed(calls: str, pieces: str) -> str:
    return (
        "<html><head><title>Ferry cancelled</title></head><body><main><article>"
        f"<h1>Ferry cancelled</h1><p>{FIRST}</p><template id='B:0'></template><p>{LAST}</p>"
        "</article></main><footer>Imprint</footer>"
        f"{pieces}<script>{calls}</script></body></html>"
    )


def test_a_late_piece_comes_home() -> None:
    source = streamed('$RC("B:0","S:0")', f"<div hidden id='S:0'><p>{LATE}</p></div>")
    assert clean(source).text.split("\n\n") == [FIRST, LATE, LAST]


def test_a_piece_within_a_piece_comes_home() -> None:
    pieces = (
        f"<div hidden id='S:0'><p>{LATE}</p><template id='P:1'></template></div>"
        f"<div hidden id='S:1'><p>{LATER}</p></div>"
    )
    source = streamed('$RS("S:1","P:1");$RC("B:0","S:0")', pieces)
    assert clean(source).text.split("\n\n") == [FIRST, LATE, LATER, LAST]


def test_without_calls_the_numbers_tell() -> None:
    pieces = (
        f"<div hidden id='S:0'><p>{LATE}</p><template id='P:1'></template></div>"
        f'<div hidden id="S:1"><p>{LATER}</p></div>'
    )
    assert clean(streamed("", pieces)).text.split("\n\n") == [FIRST, LATE, LATER, LAST]


def test_a_piece_without_a_place_stays_where_it_is() -> None:
    source = streamed("", f"<div hidden id='S:7'><p>{LATE}</p></div>")
    assert clean(source).text.split("\n\n")[:2] == [FIRST, LAST]


def test_a_piece_that_holds_its_own_place_is_left() -> None:
    piece = f"<div hidden id='S:0'><p>{LATE}</p><template id='B:0'></template></div>"
    source = f"<html><body><article><p>{FIRST}</p>{piece}<p>{LAST}</p></article>"
    cleaned = clean(source + '<script>$RC("B:0","S:0")</script></body></html>')
    assert not cleaned.fault
    assert FIRST in cleaned.text
    assert LAST in cleaned.text
