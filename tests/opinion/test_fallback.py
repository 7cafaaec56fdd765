"""Another extractor, for pages of low confidence: it chooses among the page's own lines."""

from __future__ import annotations

import pytest

from cleaner import Cleaned, Options, clean
from cleaner.opinion import reconsidered
from cleaner.opinion.fallback import TAKEN
from cleaner.opinion.reconsidered import OTHER
from tests.made import PROSE
from tests.opinion.made import ALSO, DATE, PAGE, Asked, page


def cleaned_by(extract: object, **more: object) -> Cleaned:
    given = {"fallback_below": 1.0} | more
    return clean(PAGE, options=Options(fallback=extract, **given))  # type: ignore[arg-type]


def test_the_article_is_that_of_the_other_extractor_less_what_is_residue() -> None:
    cleaned = cleaned_by(lambda html: "\n".join([PROSE[0], PROSE[1], ALSO, PROSE[4]]))
    assert cleaned.text == "\n\n".join([PROSE[0], PROSE[1], PROSE[4]])
    assert [f.kind for f in cleaned.stripped] == ["inline-related"]
    assert (cleaned.concerns[-1], cleaned.notes) == (OTHER, ())
    assert cleaned.confidence == clean(PAGE).confidence  # nothing is known of the other one
    assert {b.recovered for b in cleaned.blocks} == {TAKEN}


def test_each_line_has_a_fate_and_the_extraction_comes_back() -> None:
    cleaned = cleaned_by(lambda html: f"{PROSE[0]} {PROSE[1]}\n{ALSO}\n{PROSE[5]}")  # joined lines
    assert [f.text for f in cleaned.fates] == [f.text for f in clean(PAGE).fates]
    assert cleaned.restore() == "\n\n".join([PROSE[0], PROSE[1], ALSO, PROSE[5]])


def test_it_is_given_the_html_and_asked_below_the_threshold_alone() -> None:
    seen: list[str] = []
    assert cleaned_by(seen.append, fallback_below=0.05).text == clean(PAGE).text
    assert seen == []
    cleaned_by(seen.append)
    assert seen == [PAGE]


def failing(html: str) -> str:
    raise LookupError("no article")


@pytest.mark.parametrize(
    ("extract", "said"),
    [
        (lambda html: None, "it found nothing"),
        (lambda html: " \n", "it found nothing"),
        (lambda html: b"bytes", "bytes is no text: str or None was expected"),
        (lambda html: "An article that a model made up, word for word.", "its text is not that of"),
        (failing, "LookupError: no article"),
    ],
)
def test_what_is_of_no_use_changes_nothing_and_is_named(extract: object, said: str) -> None:
    cleaned, plain = cleaned_by(extract), clean(PAGE)
    assert (cleaned.text, cleaned.concerns) == (plain.text, plain.concerns)
    assert cleaned.notes[0].startswith(f"fallback: {said}")


def test_a_fault_of_ours_costs_the_fallback_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("made to fail")

    monkeypatch.setattr(reconsidered, "taken_by", broken)
    cleaned = cleaned_by(lambda html: PROSE[0])
    assert cleaned.notes == ("fallback: ZeroDivisionError: made to fail",)
    assert cleaned.text == clean(PAGE).text


def test_a_page_that_says_why_it_has_no_article_is_left_alone() -> None:
    wall = (
        "<html><head><title>404 Not Found</title></head><body><h1>Page not found</h1></body></html>"
    )
    options = Options(fallback=lambda html: "Page not found", fallback_below=1.0)
    cleaned = clean(wall, options=options)
    assert (cleaned.outcome.why, cleaned.notes) == (clean(wall).outcome.why, ())
    assert not cleaned.outcome.is_article


def test_both_may_be_asked() -> None:
    ask = Asked("strip")
    html = page(DATE)
    options = Options(
        fallback=lambda html: "\n".join([*PROSE[:3], DATE, *PROSE[3:]]),
        fallback_below=1.0,
        second_opinion=ask,
    )
    cleaned = clean(html, options=options)
    assert [p.text for p in ask.questions[0].passages] == [DATE]
    assert cleaned.text == "\n\n".join(PROSE)
    assert OTHER in cleaned.concerns
