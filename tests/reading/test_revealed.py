"""Articles that a page holds and does not show: where they stood is told, and no shell is one."""

from __future__ import annotations

import json

import pytest

from cleaner import Cleaned, clean

PARAGRAPH = "The ferry to the outer islands will leave the quay at Hallnes twice a day from now on."
HTML = "".join(f"<p>{PARAGRAPH} It was said for the {n}th time.</p>" for n in range(4, 9))
CONSENT = (
    "<p>We use cookies so that our partners can tell you from others who read this page, and so "
    "that we know what you like; you may change your mind at any time below.</p>"
)
TITLE = "<title>Fewer boats | The Post</title>"
SCRIPT = '<script src="/app.js"></script>'


def page(body: str) -> str:
    return f"<html><head>{TITLE}</head><body><h1>Fewer boats</h1>{body}{SCRIPT}</body></html>"


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (f"<noscript>{HTML}</noscript>", "a <noscript>"),
        (f"<template><section>{HTML}</section></template>", "a <template>"),
        (f"<div><script type='text/template'>\n{HTML}</script></div>", "a <template>"),
        (f"<script type=text/html><b>Ida Holm</b>{HTML}</script><i>{' ' * 99}x</i>" * 5, "a <"),
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


SAID = [f"{PARAGRAPH} It was said for the {n}th time." for n in range(4, 9)]
PARTS = {
    "ANS": {"content_elements": [{"type": "text", "content": f"{p} <b>So</b>."} for p in SAID]},
    "Contentful": {
        "nodeType": "document",
        "content": [
            {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": p}]} for p in SAID
        ],
    },
    "Portable Text": [
        {"_type": "block", "children": [{"text": p[:9]}, {"text": p[9:]}]} for p in SAID
    ],
    "Editor.js": {"blocks": [{"type": "paragraph", "data": {"text": p}} for p in SAID]},
    "Draft.js": {"blocks": [{"type": "unstyled", "text": p, "entityRanges": []} for p in SAID]},
    "lines": {"paragraphs": SAID},
}
CARDS = [{"title": "A boat", "url": f"/{n}", "text": PARAGRAPH * 3} for n in range(9)]


@pytest.mark.parametrize("system", PARTS)
def test_the_parts_of_an_article_in_the_data_of_a_script_are_the_article(system: str) -> None:
    state = json.dumps({"props": {"more": CARDS, "story": PARTS[system]}})
    cleaned = clean(page(f'<script type="application/json">{state}</script>'))
    assert cleaned.text.count(PARAGRAPH) == 5 and "A boat" not in cleaned.text
    assert "data of its scripts" in cleaned.notes[0]


def test_headings_and_lists_among_the_parts_are_such() -> None:
    listed = {"type": "list", "items": [{"text": "Bread and salt"}, {"text": "Rope"}]}
    parts = [{"type": "paragraph", "text": p} for p in SAID]
    parts[2:2] = [{"type": "heading", "text": "What is on board"}, listed]  # type: ignore[list-item]
    cleaned = clean(page(f"<script>window.__STATE__={json.dumps(parts)};</script>"))
    assert "## What is on board\n\n- Bread and salt\n- Rope\n" in cleaned.markdown


@pytest.mark.parametrize(
    "parts",
    [
        [{"text": PARAGRAPH * 3, "author": {"name": "Ida"}} for _ in range(9)],
        CARDS,
        [f"https://ferry.example/{n}/{'a' * 90}.jpg" for n in range(9)],
        [f".a{n} {{ color: red; margin: {'0 ' * 60} }}" for n in range(9)],
        [{"text": "short"}] * 9,
    ],
    ids=["comments", "cards", "addresses", "styles", "short"],
)
def test_data_of_other_things_are_no_article(parts: list[object]) -> None:
    cleaned = clean(page(f"<script>window.__STATE__={json.dumps(parts)};</script>"))
    assert str(cleaned.outcome) == "no-article: script-shell"


LONG = [
    "The mill at Kvern stood still for forty years, until two sisters bought it with a loan.",
    "They had never ground a sack of rye before, and said so to the bank, which liked the answer.",
    "In the first winter the wheel froze, and neighbours came with kettles to set it free again.",
    "Now eleven bakeries drive up the valley every Monday, some of them from beyond the pass.",
    "What the sisters sell is flour that tastes of something; nobody here can say of what exactly.",
    "A professor of chemistry took samples in June, and has not written a line about them so far.",
    "The stones are older than the house. Their grooves are cut anew by hand each second summer.",
    "Visitors may watch from the gallery, but children have to be held by the hand all the time.",
    "Whether a second wheel will turn depends on the river board, which meets again in November.",
]


def _cut(shown: str, parts: list[object]) -> Cleaned:
    state = json.dumps({"props": {"more": CARDS, "story": {"body": parts}}})
    body = f"<article>{shown}<div>Subscribe to read on.</div></article>"
    return clean(page(f'{body}<script type="application/json">{state}</script>'))


def test_the_rest_of_an_article_that_a_page_begins_stands_behind_its_beginning() -> None:
    listed = {"type": "list", "items": [{"text": "Bread and salt"}, {"text": "Rope"}]}
    parts: list[object] = [{"type": "paragraph", "text": p} for p in LONG]
    parts[5:5] = [{"type": "heading", "text": "What is on board"}, listed]
    shown = "".join(f"<p>{p}</p>" for p in LONG[:3])
    cleaned = _cut(shown, parts)
    assert [cleaned.text.count(p) for p in LONG] == [1] * len(LONG)
    assert "## What is on board\n\n- Bread and salt\n- Rope\n" in cleaned.markdown
    assert "but for its beginning" in cleaned.notes[0] and "Subscribe" not in cleaned.text


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        (LONG[:3], [*LONG[:3], LONG[0].replace("Kvern", "Lund")]),
        (LONG, LONG),
        ([*LONG[:3], *LONG[6:]], LONG),
        (LONG[:3], LONG[3:]),
        ([*LONG[:3], LONG[2]], LONG),
    ],
    ids=["short rest", "all is seen", "more is seen", "another beginning", "seen twice"],
)
def test_what_scripts_hold_stays_there_where_the_page_is_no_beginning_of_it(
    shown: list[str], held: list[str]
) -> None:
    cleaned = _cut("".join(f"<p>{p}</p>" for p in shown), [{"text": p} for p in held])
    assert not cleaned.notes
    assert {p for p in LONG if p in cleaned.text} == set(shown)


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
        f"<script type='text/template'>{CONSENT * 5}</script>",
    ],
)
def test_a_shell_with_a_title_is_no_article(body: str) -> None:
    assert str(clean(page(body)).outcome) == "no-article: script-shell"


TEXT = "\n".join(f"{PARAGRAPH} It was said for the {n}th time." for n in range(4, 9))
CARD = f"<div>{PARAGRAPH.replace('ferry', 'train')}</div>"


def declaring(text: str, seen: str) -> str:
    said = json.dumps({"@type": "NewsArticle", "headline": "Fewer boats", "articleBody": text})
    return page(f'{seen}<script type="application/ld+json">{said}</script>')


@pytest.mark.parametrize("seen", ["<div id=app></div>", f"<main>{CARD}</main>"])
def test_a_text_that_is_declared_is_the_article_where_little_else_is_seen(seen: str) -> None:
    cleaned = clean(declaring(TEXT, seen))
    assert cleaned.text.count(PARAGRAPH) == 5
    assert "JSON-LD" in cleaned.notes[0]


@pytest.mark.parametrize("seen", [f"<div>{HTML}</div>", HTML.replace("ferry", "bus"), CARD * 4])
def test_a_declared_text_stays_unread_where_an_article_is_seen(seen: str) -> None:
    cleaned = clean(declaring(TEXT, seen))
    assert cleaned.text.count(PARAGRAPH) == 5 * ("ferry" in seen)
    assert not cleaned.notes


def test_a_declared_text_that_stands_in_the_page_is_not_given_twice() -> None:
    lines = "".join(f"<div>{line}</div>" for line in PARAGRAPH.split(" ", 3)) * 9
    cleaned = clean(declaring(PARAGRAPH * 9, lines))
    assert not cleaned.notes
