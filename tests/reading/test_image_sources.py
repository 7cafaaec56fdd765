"""The address of a picture: where pages put it, and what is none."""

from __future__ import annotations

import pytest
from lxml import html

from cleaner.reading.image_sources import alt_of, largest, source_of

DATA = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


def _source(markup: str) -> str:
    return source_of(next(html.fragment_fromstring(f"<div>{markup}</div>").iter("img")))


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ('<img src="/a.jpg">', "/a.jpg"),
        ('<img src=" https://a.example/a.jpg ">', "https://a.example/a.jpg"),
        ('<img src="/small.gif" data-src="/a.jpg">', "/a.jpg"),
        (f'<img src="{DATA}" data-src="/a.jpg">', "/a.jpg"),
        (f'<img src="{DATA}" data-lazy-src="/a.jpg">', "/a.jpg"),
        (f'<img src="{DATA}" data-original="/a.jpg">', "/a.jpg"),
        (f'<img src="{DATA}" srcset="/s.jpg 300w, /l.jpg 1200w">', "/l.jpg"),
        ('<img data-srcset="/s.jpg 1x, /l.jpg 2x">', "/l.jpg"),
        ('<img src="/a.jpg" srcset="/l.jpg 2000w">', "/a.jpg"),
        (f'<picture><source srcset="/p.webp 9w"><img src="{DATA}"></picture>', "/p.webp"),
        (f'<picture><source srcset="/p.webp"/><img src="{DATA}"></picture>', "/p.webp"),
        ('<img src="/a.jpg" width="640" height="3">', "/a.jpg"),
        ('<img src="/a.jpg" width="100%" height="auto">', "/a.jpg"),
        ('<img src="/a.jpg" style="max-width: 2px">', "/a.jpg"),
    ],
)
def test_the_address_is_found(markup: str, wanted: str) -> None:
    assert _source(markup) == wanted


@pytest.mark.parametrize(
    "markup",
    [
        "<img>",
        '<img src="">',
        '<img src="#">',
        f'<img src="{DATA}">',
        '<img src="javascript:x">',
        '<img src="blob:https://a.example/1">',
        '<img src="mailto:a@b.example">',
        '<img src="/a.gif" width="1" height="1">',
        '<img src="/a.gif" width="2px">',
        '<img src="/a.gif" height="0">',
        '<img src="/a.gif" style="border:0; width:1px; height:1px">',
        f'<img src="/{"a" * 9000}.jpg">',
    ],
)
def test_what_shows_nothing_is_no_picture(markup: str) -> None:
    assert _source(markup) == ""


@pytest.mark.parametrize(
    ("srcset", "wanted"),
    [
        ("/a.jpg", "/a.jpg"),
        ("/a.jpg 1x,/b.jpg 2x", "/b.jpg"),
        ("/w_100,h_5/a.jpg 100w, /w_200,h_9/b.jpg 200w", "/w_200,h_9/b.jpg"),
        ("/a.jpg 1.5x, /b.jpg", "/a.jpg"),
        ("/a.jpg ²w, /b.jpg many", "/b.jpg"),
        (" , ,", ""),
    ],
)
def test_the_largest_of_a_set(srcset: str, wanted: str) -> None:
    assert largest(srcset) == wanted


def test_what_is_read_in_its_place_is_one_line() -> None:
    assert alt_of(html.fragment_fromstring('<img alt=" The\n new  bridge ">')) == "The new bridge"
    assert alt_of(html.fragment_fromstring("<img>")) == ""
