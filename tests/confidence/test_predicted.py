"""Confidence of whole pages: that of an article, and of what is none."""

from __future__ import annotations

import json

import pytest

from cleaner import Options, clean
from cleaner.document.article import Article
from cleaner.extraction.model import Model
from cleaner.extraction.shipped import instead, model
from tests.made import PROSE

ARTICLE = "".join(f"<p>{text}</p>" for text in PROSE * 3)
PAGE = f"<html><head><title>Ferry</title></head><body><article>{ARTICLE}</article></body></html>"
LINKS = "".join(f'<li><a href="/{n}">Boats that left in {n}</a></li>' for n in range(1900, 1960))
OTHER = " ".join(f"The lighthouse keeper counted {n} birds, and wrote it down." for n in range(40))


def made(body: str) -> str:
    return f"<html><head><title>Ferry cancelled</title></head><body>{body}</body></html>"


def test_an_article_that_stands_alone_is_trusted() -> None:
    cleaned = clean(PAGE)
    assert cleaned.confidence > 0.9
    assert not [c for c in cleaned.concerns if "votes" in c or "two" in c]


def test_the_same_page_has_the_same_confidence_in_every_form() -> None:
    first, again, raw = clean(PAGE), clean(PAGE), clean(PAGE.encode())
    assert first.confidence == again.confidence == raw.confidence
    assert first.concerns == again.concerns == raw.concerns


@pytest.mark.parametrize("source", ["", "%PDF-1.7", made(""), made(f"<ul>{LINKS}</ul>")])
def test_pages_without_an_article_have_a_share_and_no_fault(source: str) -> None:
    cleaned = clean(source)
    assert not cleaned.outcome.is_article
    assert 0 <= cleaned.confidence <= 1
    assert not cleaned.fault


def test_an_article_of_signs_alone_has_no_word_to_count() -> None:
    cleaned = clean(":", options=Options(source_kind="page"))
    assert (cleaned.text, cleaned.fault) == (":", "")
    assert "few words: 0" in cleaned.concerns


def test_text_and_fragments_have_the_share_of_words_beyond_doubt() -> None:
    text = clean("\n\n".join(PROSE), options=Options(source_kind="text"))
    fragment = clean("".join(f"<p>{p}</p>" for p in PROSE))
    assert (text.confidence, fragment.confidence) == (1.0, 1.0)


def test_a_list_of_links_under_a_line_is_told() -> None:
    told = clean(made(f"<article><h1>Boats</h1><p>{PROSE[0]}</p><ul>{LINKS}</ul></article>"))
    assert told.confidence < clean(PAGE).confidence


def test_nothing_but_confidence_comes_of_the_model() -> None:
    shipped = model("confidence")
    names = list(shipped.features)
    low = {"provenance": {}, "features": names, "bias": -3.0, "trees": []}
    low["trees"] = [{"features": [0], "thresholds": [0.5], "leaves": [0.0, 0.0]}]
    with instead(confidence=Model(low)):
        other = clean(PAGE)
    before = clean(PAGE)
    assert other.confidence < 0.1 < before.confidence
    first, second = json.loads(other.to_json()), json.loads(before.to_json())
    assert first | {"confidence": 0} == second | {"confidence": 0}


def test_evidence_is_no_part_of_what_an_article_is() -> None:
    assert Article(()) == Article((), evidence=None)
