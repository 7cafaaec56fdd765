"""Spans in scraped text: its lines, to the character."""

from __future__ import annotations

import textwrap

import pytest

from cleaner import clean
from tests.made import PROSE
from tests.spans.reread import at, check

TEXT = "\n\n".join(
    [*PROSE[:3], "- One item of a list\n- Another item", "Share this article", PROSE[3]]
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_are_found_whatever_ends_them(end: str) -> None:
    source = TEXT.replace("\n", end)
    cleaned = clean(source)
    assert "Share this" not in cleaned.text
    check(source, cleaned)
    assert [at(source, span) for span in cleaned.spans.blocks] == [b.text for b in cleaned.blocks]
    assert {span.xpath for span in cleaned.spans.blocks} == {""}


def test_wrapped_lines_are_one_span() -> None:
    source = "\n".join(textwrap.wrap(" ".join(PROSE[:3]), 70)) + "\n\n" + PROSE[3]
    cleaned = clean(source)
    assert len(cleaned.blocks) == 2
    check(source, cleaned)


def test_of_two_lines_that_say_the_same_each_has_its_own() -> None:
    source = "\n\n".join([PROSE[0], "He said no.", PROSE[1], "He said no.", PROSE[2]])
    spans = clean(source).spans.blocks
    said = [span.start for span in spans if span.text == "He said no."]
    assert said == [source.index("He said no."), source.rindex("He said no.")]


def test_bytes_with_a_mark_and_nulls() -> None:
    data = TEXT.replace("ferry", "fer\x00ry").encode("utf-8-sig")
    cleaned = clean(data)
    assert cleaned.spans.encoding == "utf-8-sig"
    check(data.decode("utf-8-sig"), cleaned)


def test_a_line_that_was_mended_costs_no_other_its_span() -> None:
    twice = "It’s said that the café’s owner isn’t there.".encode().decode("cp1252")
    source = "\n\n".join([PROSE[0], twice, PROSE[1], PROSE[2]])
    spans = clean(source).spans.blocks
    assert [span.start is None for span in spans] == [False, True, False, False]
    assert "decoded twice" in spans[1].note
