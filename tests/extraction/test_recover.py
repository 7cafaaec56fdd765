"""Every case of fixtures/recovered: text that trafilatura loses comes back, with its reason."""

from __future__ import annotations

import json

import pytest

from cleaner import Cleaned, Options, clean
from cleaner.cli.explained import explained
from cleaner.text.words import collapse_space, words
from tests.cases import Case, cases, files

CASES = [pytest.param(case, id=case.name) for file in files("recovered") for case in cases(file)]
REASONS = {
    "an item of a list between paragraphs",
    "a line of the page, on which trafilatura found no article",
    "a paragraph that reads and stands like the article's own",
    "a line that reads and stands like the article's own",
    "a heading that reads and stands like the article's own",
    "a list item that reads and stands like the article's own",
}


def _cleaned(page: str) -> Cleaned:
    cleaned = clean(page, options=Options(source_kind="page"))
    assert cleaned.fault == ""
    return cleaned


@pytest.mark.parametrize("case", CASES)
def test_what_was_lost_is_article_again(case: Case) -> None:
    assert words(_cleaned(case.html).text) == words(case.kept)


@pytest.mark.parametrize("case", CASES)
def test_each_line_that_came_back_says_why(case: Case) -> None:
    cleaned = _cleaned(case.html)
    told = [(b.recovered, collapse_space(b.text)) for b in cleaned.blocks if b.recovered]
    assert told == list(case.recovered)
    listed = cleaned.to_dict()["blocks"]
    assert [(b["recovered"], b["text"]) for b in listed if b["recovered"]] == told


def test_every_reason_has_a_case() -> None:
    known = {
        reason
        for file in files("recovered")
        for case in cases(file)
        for reason, _ in case.recovered
    }
    assert known == REASONS


def test_an_article_that_stands_only_in_json() -> None:
    case = next(c for file in files("recovered") for c in cases(file))
    data = {"@type": "NewsArticle", "headline": "A Kettle", "articleBody": case.kept}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    page = f"<title>A Kettle</title>{script}<body><div id='app'></div></body>"
    assert words(_cleaned(page).text) == words(case.kept)


def test_explain_marks_what_came_back() -> None:
    case = next(case for case in cases(next(iter(files("recovered")))) if case.recovered)
    shown = explained("page", _cleaned(case.html)).plain
    reason, text = case.recovered[0]
    assert f"+ {text}\n    [brought back: {reason}]" in shown


SHORT = "The vans stay, by nine votes to two."


@pytest.mark.parametrize("holder", ["article", "main"])
def test_an_article_may_be_one_short_sentence_under_its_headline(holder: str) -> None:
    markup = f"<{holder}><h1>Vans stay</h1><p>{SHORT}</p></{holder}>"
    cleaned = clean(f"<html><body><nav><a href='/'>Home</a></nav>{markup}</body></html>")
    assert cleaned.text == SHORT and cleaned.outcome.is_article


def test_a_short_sentence_elsewhere_is_none() -> None:
    markup = f"<div><h1>Vans stay</h1></div><main><p>{SHORT}</p></main>"
    assert not clean(f"<html><body>{markup}</body></html>").outcome.is_article
