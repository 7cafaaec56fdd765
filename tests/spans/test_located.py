"""A sentence looked up in rows, and read again in its source."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cleaner import Located, clean, locate
from cleaner.batch.inputs import Input
from cleaner.batch.rows import as_json, row_of
from cleaner.batch.setup import Setup
from tests.made import PROSE

PAGE = (
    f"<html><body><article><p>{PROSE[0]} “I’ll wait”, she said.</p><p>{PROSE[1]}</p>"
    f"<p><b>{PROSE[2]}</b> &amp; more.</p><p>{PROSE[3]}</p></article></body></html>"
)
ROW: dict[str, Any] = {"id": "one", "url": None, **clean(PAGE.encode()).to_dict(spans=True)}


def found(sentence: str) -> Located:
    (one,) = locate([ROW], sentence)
    return one


@pytest.mark.parametrize(
    ("sentence", "blocks", "excerpt"),
    [
        (PROSE[1], [1], PROSE[1]),
        ('"I\'ll  WAIT", she\nsaid.', [0], "“I’ll wait”, she said."),
        (f"its skipper said. & more. {PROSE[3][:9]}", [2, 3], "</b> &amp; more.</p><p>The counc"),
    ],
)
def test_a_sentence_is_found_and_quoted(sentence: str, blocks: list[int], excerpt: str) -> None:
    place = found(sentence)
    assert [span.block for span in place.spans] == blocks
    checked = place.check(PAGE.encode())
    assert (checked.is_same, checked.says_it) == (True, True)
    assert excerpt in checked.excerpt
    assert PAGE[checked.start : checked.end] == checked.excerpt


def test_the_sentence_alone_is_quoted() -> None:
    assert found("the long winter months").check(PAGE.encode()).excerpt == "the long winter months"


def test_each_place_is_told() -> None:
    row = clean("\n\n".join([PROSE[0], "He said no.", PROSE[1], "He said no."])).to_dict(spans=True)
    assert [place.spans[0].block for place in locate([row], "he said no")] == [1, 3]


def test_what_no_row_says_is_not_found() -> None:
    assert list(locate([ROW, {"text": ""}], "The ferry sank.")) == []


def test_a_source_that_changed_is_known_by_its_digest() -> None:
    other = PAGE.replace("winter", "summer").encode()
    checked = found(PROSE[3]).check(other)
    assert (checked.is_same, checked.says_it, checked.excerpt) == (False, True, "")
    checked = found(PROSE[1]).check(other)
    assert (checked.is_same, checked.says_it, checked.start) == (False, False, None)


def test_rows_of_a_batch_are_rows() -> None:
    row = row_of(Input(PAGE, id="0"), clean(PAGE), Setup.of(None, ["spans"]))
    (place,) = locate([json.loads(as_json(row))], PROSE[1])
    assert (place.id, place.of, place.encoding) == ("0", "str", None)
    assert place.check(PAGE).excerpt == PROSE[1]


def test_rows_without_spans_are_searched_too() -> None:
    (place,) = locate([{"id": 7, "text": PROSE[1]}], PROSE[1])
    assert (place.id, place.spans, place.sha256) == ("7", (), None)
    assert place.check(PAGE).is_same is None
    (place,) = locate([clean(PAGE).to_dict()], PROSE[1])
    assert [span.block for span in place.spans] == [1]


def test_where_no_span_is_known_the_source_is_read_whole() -> None:
    source = f"<table><tr><td>Year</td><td>Trips</td></tr></table><p>{PROSE[0]}</p>"
    row = clean(source).to_dict(spans=True)
    for span in row["spans"]["blocks"]:
        span["start"] = span["end"] = None
    (place,) = locate([row], PROSE[0])
    checked = place.check(source)
    assert (checked.is_same, checked.says_it, checked.start) == (True, True, None)


@pytest.mark.parametrize("sentence", ["", " \n", "\u200b"])
def test_nothing_cannot_be_looked_for(sentence: str) -> None:
    with pytest.raises(ValueError, match="nothing to look for"):
        list(locate([ROW], sentence))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ([], "a row with fields was expected, not list"),
        ({"html": "x"}, "no field text or spans; its fields are: html"),
        ({"spans": {"blocks": []}}, "spans are none of page-cleaner"),
        ({"spans": ROW["spans"] | {"blocks": [{"block": 1}]}}, "spans are none of page-cleaner"),
        ({"spans": ROW["spans"] | {"encoding": 3}}, "3 is no text"),
        ({"text": "x", "blocks": 3}, "spans are none of page-cleaner"),
        (
            {
                "spans": ROW["spans"]
                | {"blocks": [{"block": 1, "text": "x", "start": "1", "end": 2}]}
            },
            "'1' to 2 is no span",
        ),
    ],
)
def test_rows_that_are_none_are_said_to_be(row: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        list(locate([row], "x"))


@pytest.mark.parametrize("encoding", ["no-such", "rot13", "idna", "utf-8\x00"])
def test_a_row_may_name_any_codec(encoding: str) -> None:
    row = ROW | {"spans": ROW["spans"] | {"encoding": encoding, "sha256": "0"}}
    (place,) = locate([row], PROSE[1])
    assert place.check(PAGE.encode()).is_same is False


@pytest.mark.parametrize(("start", "end"), [(-5, 10), (10, 5), (0, 10**9), (5, None)])
def test_a_row_may_name_any_span(start: int, end: int | None) -> None:
    told = [{**span, "start": start, "end": end} for span in ROW["spans"]["blocks"]]
    (place,) = locate([ROW | {"spans": ROW["spans"] | {"blocks": told}}], PROSE[1])
    checked = place.check(PAGE.encode())
    assert (checked.is_same, checked.says_it, checked.excerpt) == (True, True, "")
