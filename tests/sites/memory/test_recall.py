"""The laws with a memory; what a fault of it costs; what is said of a changed layout."""

# ruff: noqa: E501
# a page or a text on one line is read as one

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from cleaner import Options, clean, restore
from cleaner.rendering.formats.text import render as as_text
from cleaner.sites.memory import memory as memories
from cleaner.text.words import words
from tests.laws import any_order, extraction
from tests.sites.memory.made import (
    FORMS,
    HOST,
    TITLES,
    address,
    lines_of,
    own,
    page,
    said,
    taken,
    taught,
)
from tests.sites.memory.test_keep import CASES
from tests.sites.memory.test_strip import (
    NOTICE,
    PLEA,
    _cards,
    _list,
    _notice,
    _plea,
    _prices,
    _promo,
)

SITES = {f.__name__: f for f in (_cards, _list, _notice, _plea, _prices, _promo)} | CASES


def _given(site: str, form: str) -> tuple[str, Options]:
    sources = [FORMS[form](SITES[site](i)) for i in range(7)]
    return sources[6], Options(site_memory=taught(sources[:5]))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("site", SITES)
def test_the_laws_hold(site: str, form: str) -> None:
    source, options = _given(site, form)
    url = address(6)
    whole = extraction(source, options, url)
    cleaned = clean(source, url=url, options=options)
    assert cleaned.fault == ""
    assert cleaned.restore() == as_text(whole.blocks)
    assert restore(json.loads(cleaned.to_json())) == as_text(whole.blocks)
    before = Counter(w for b in whole for w in words(b.text))
    kept = Counter(w for b in cleaned.blocks for w in words(b.text))
    gone = Counter(w for f in cleaned.stripped for w in words(f.text))
    assert kept + gone == before
    assert clean(source, url=url, options=options).to_json() == cleaned.to_json()
    recall = options.site_memory.recall(whole, whole.lines)
    any_order(replace(whole, site_findings=recall.sure))
    heading = f"{cleaned.title}\n\n" if form == "text" else f"<h1>{cleaned.title}</h1>"
    kind = "text" if form == "text" else "fragment"
    again = heading + (cleaned.text if form == "text" else cleaned.html)
    twice = clean(again, url=url, options=replace(options, source_kind=kind))
    assert sorted(words(f"{twice.title} {twice.text}")) == sorted(
        words(f"{cleaned.title} {cleaned.text}")
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_fault_of_the_memory_gives_the_article_whole(form: str, monkeypatch) -> None:
    source, options = _given("_notice", form)

    def broken(*_: object) -> None:
        raise RuntimeError("made to fail")

    monkeypatch.setattr(memories, "recall", broken)
    cleaned = clean(source, url=address(6), options=options)
    assert "made to fail" in cleaned.fault
    assert set(own(6)) <= set(lines_of(cleaned))


@pytest.mark.parametrize("form", FORMS)
def test_a_fault_before_the_page_is_judged_gives_the_article_whole(form: str, monkeypatch) -> None:
    source, options = _given("_notice", form)

    def broken(*_: object) -> None:
        raise RuntimeError("made to fail")

    monkeypatch.setattr(memories, "furniture_of", broken)
    options = replace(options, site_memory=replace(options.site_memory))
    cleaned = clean(source, url=address(6), options=options)
    assert "made to fail" in cleaned.fault
    assert set(own(6)) <= set(lines_of(cleaned))


def _elsewhere(i: int, *parts: str) -> str:
    inner = "".join(f'<div class="para">{x}</div>' for x in parts)
    return (
        f"<html><head><title>{TITLES[i]}</title></head><body><div id='app'><div class='wrap'>"
        f"<h1>{TITLES[i]}</h1><section class='text'>{inner}</section></div></div></body></html>"
    )


def test_a_changed_layout_is_told() -> None:
    options = Options(site_memory=taught(map(_notice, range(5))))
    (note,) = clean(_elsewhere(7, *own(7)), url=address(7), options=options).notes
    assert note.startswith(f"the layout of {HOST} has changed: ")
    assert note.endswith("learn the site again")


@pytest.mark.parametrize(
    "source",
    [
        page(7, *own(7)),
        page(7, said(7)),
        page(7, said(7), NOTICE),
        _elsewhere(7, said(7)),
        _elsewhere(7, *own(7), NOTICE),
        _notice(2),
        "",
        page(7),
    ],
    ids=["no notice", "short", "short, notice", "short elsewhere", "elsewhere, notice", "learnt", "empty", "no text"],
)  # fmt: skip
def test_a_page_that_is_short_or_known_is_no_changed_layout(source: str) -> None:
    options = Options(site_memory=taught(map(_notice, range(5))))
    assert clean(source, url=address(7), options=options).notes == ()


def test_plain_text_has_no_layout() -> None:
    options = Options(site_memory=taught(FORMS["text"](_notice(i)) for i in range(5)))
    assert clean("\n\n".join(own(8)), url=address(7), options=options).notes == ()


def test_a_memory_of_pages_knows_lines_of_text_only_where_no_place_is_needed() -> None:
    """Text has no places: what was learnt of pages says nothing there, and nothing is lost."""
    options = Options(site_memory=taught(map(_notice, range(5))))
    assert taken(clean(FORMS["text"](_notice(8)), url=address(8), options=options)) == []


def test_a_number_in_it_does_not_matter() -> None:
    options = Options(site_memory=taught(map(_plea, range(5))))
    one, two, *rest = own(8)
    cleaned = clean(page(8, one, two, PLEA.format(90210), *rest), url=address(8), options=options)
    assert taken(cleaned) == [PLEA.format(90210)]
