"""Articles that a page holds and does not show: where they stood is told, and no shell is one."""

from __future__ import annotations

import json

import pytest

from cleaner import clean

PARAGRAPH = "The ferry to the outer islands will leave the quay at Hallnes twice a day from now on."
HTML = "".join(f"<p>{PARAGRAPH} It was said for the {n}th time.</p>" for n in range(4, 9))
TITLE = "<title>Fewer boats | The Post</title>"
SCRIPT = '<script src="/app.js"></script>'


def page(body: str) -> str:
    return f"<html><head>{TITLE}</head><body><h1>Fewer boats</h1>{body}{SCRIPT}</body></html>"


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (f"<noscript>{HTML}</noscript>", "a <noscript>"),
        (f"<template><section>{HTML}</section></template>", "a <template>"),
    ],
)
def test_the_article_is_shown_and_where_it_stood_is_told(body: str, where: str) -> None:
    cleaned = clean(page(body))
    assert cleaned.text.count(PARAGRAPH) == 5
    assert where in cleaned.notes[0]


def _in_json(levels: int) -> str:
    state = HTML
    for _ in range(levels):
        state = json.dumps({"a": state})
    return state.replace("<", "\\u003c" if levels == 1 else "<").replace("</", "<\\/")


@pytest.mark.parametrize("levels", [1, 2])
def test_html_in_the_data_of_a_script_is_the_last_resort(levels: int) -> None:
    cleaned = clean(page(f"<script>window.state = {_in_json(levels)};</script>"))
    assert cleaned.text.count(PARAGRAPH) == 5
    assert "data of its scripts" in cleaned.notes[0]


def test_what_is_seen_is_the_article() -> None:
    other = HTML.replace("ferry", "train")
    cleaned = clean(page(f"<article>{HTML}</article><noscript>{other}</noscript>"))
    assert cleaned.text.count(PARAGRAPH) == 5
    assert "train" not in cleaned.text and not cleaned.notes


@pytest.mark.parametrize(
    "body",
    [
        '<div id="root"></div>',
        "<main><x-story></x-story></main><footer>© The Post</footer>",
        '<script type="application/json">{"title": "Fewer boats", "text": "<p>Soon.</p>"}</script>',
        "<noscript>Please enable scripts.</noscript><template><p>{{text}}</p></template>",
    ],
)
def test_a_shell_with_a_title_is_no_article(body: str) -> None:
    assert str(clean(page(body)).outcome) == "no-article: script-shell"
