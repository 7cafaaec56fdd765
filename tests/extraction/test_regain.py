"""What the classifier brings back is no copy of what is there."""

from __future__ import annotations

from cleaner.document.block import Block
from cleaner.extraction.classifier import judge_page
from cleaner.extraction.regain import regain
from cleaner.reading.line import Line
from cleaner.reading.lines import Source
from cleaner.reading.page import parse

BODY = [
    "The ferry to the island was cancelled on Monday after divers found a crack in its rudder.",
    "The company had known of the crack for weeks, its director told the council on Tuesday.",
    "Passengers were told at the pier, where forty of them had waited since six in the morning.",
    "Islanders buy their groceries on the mainland and have asked the council for a second boat.",
]
QUOTE = "The company had known of the crack for weeks, its director told the council"
REFRAIN = BODY[1]


def back(source: str) -> list[str]:
    """The texts that come back where the body's first paragraphs were extracted."""
    page = Source(parse(source))
    blocks = [_block(line) for line in page.lines if line.text in BODY]
    once = {block.text: block for block in reversed(blocks)}
    kept = tuple(b.numbered(i) for i, b in enumerate(sorted(once.values(), key=lambda b: b.line)))
    every, _ = regain(judge_page(kept, page, "Ferry cancelled"))
    return [block.text for block in every if block.recovered]


def _block(line: Line) -> Block:
    return Block(line.number, line.text, line=line.number)


def page(*paragraphs: str, amid: str = "") -> str:
    """A page with something apart after the third paragraph."""
    first, rest = (
        "".join(f"<p>{text}</p>" for text in some) for some in (paragraphs[:3], paragraphs[3:])
    )
    return f"<html><body><article>{first}{amid}{rest}</article></body></html>"


def test_a_lost_paragraph_comes_back() -> None:
    lost = "The boat is the only way to the island, and it has been mended every winter since 1962."
    assert back(page(*BODY[:2], lost, *BODY[2:])) == [lost]


def test_a_quote_pulled_out_of_the_text_does_not() -> None:
    assert back(page(*BODY, amid=f"<blockquote><p>{QUOTE}</p></blockquote>")) == []


def test_a_copy_in_another_container_does_not() -> None:
    assert back(page(*BODY, amid=f"<section><p>{BODY[0]}</p></section>")) == []


def test_a_refrain_among_its_paragraphs_may() -> None:
    assert set(back(page(*BODY[:3], REFRAIN, BODY[3]))) <= {REFRAIN}


def test_a_paragraph_in_other_words_between_two_comes_back() -> None:
    lost = "Sign up sheets hung in the pub, and the vicar lent out his rowing boat by the hour."
    wrapped = (f"<div class=c><p>{text}</p></div>" for text in (*BODY[:2], lost, *BODY[2:]))
    assert back(f"<html><body><article>{''.join(wrapped)}</article></body></html>") == [lost]
