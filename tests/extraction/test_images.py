"""Which pictures of a page are its article's, and that nobody sees them before that is decided."""

from __future__ import annotations

import json
import pickle
import time
from pathlib import Path

import pytest

from cleaner import Image, Options, clean, restore
from cleaner.extraction import images
from tests import laws
from tests.cases import FIXTURES

ON = Options(include_images=True)
URL = "https://news.example/2024/bridge"
ONE, TWO, THREE = (
    "The bridge reopens on Monday after two years of repairs, the council said on Friday night.",
    "Some three hundred people live on the other side, and most of them work in the town.",
    "The works cost nine million euros, of which the region has paid two thirds so far.",
)
PAGES = [*sorted((FIXTURES / "pages").glob("*/page.*")), *sorted(FIXTURES.glob("blocks/*.html"))]


def _page(body: str, before: str = "", after: str = "") -> str:
    head = "<head><title>The bridge reopens</title></head>"
    article = f"<article><h1>The bridge reopens</h1>{body}</article>"
    return f'<html lang="en">{head}<body>{before}{article}{after}</body></html>'


def _images(body: str, before: str = "", after: str = "") -> tuple[Image, ...]:
    cleaned = clean(_page(body, before, after), url=URL, options=ON)
    assert cleaned.fault == ""
    assert [block.text for block in cleaned.blocks] == [ONE, TWO, THREE]
    return cleaned.images


def _said(first: str = "", second: str = "", third: str = "", fourth: str = "") -> str:
    return f"{first}<p>{ONE}</p>{second}<p>{TWO}</p>{third}<p>{THREE}</p>{fourth}"


@pytest.mark.parametrize(("place", "after"), [("first", -1), ("second", 0), ("fourth", 2)])
def test_a_picture_stands_where_the_page_has_it(place: str, after: int) -> None:
    found = _images(_said(**{place: '<figure><img src="../a.jpg" alt="The pier"></figure>'}))
    assert found == (Image("https://news.example/a.jpg", "The pier", after),)


@pytest.mark.parametrize(
    "markup",
    [
        '<figure><img src="/a.jpg"><figcaption>Photo: Jane Doe</figcaption></figure>',
        '<div><a href="/a.jpg"><img src="/a.jpg"></a></div>',
        '<figure><picture><source srcset="/a.webp"><img src="/a.jpg"></picture></figure>',
        '<amp-img src="/a.jpg"></amp-img>',
        '<img data-src="/a.jpg" src="/s.gif"><noscript><img src="/b.jpg"></noscript>',
        '<img><noscript><img src="/a.jpg"></noscript>',
        '<img src="/a.jpg"><img src="/a.jpg">',
    ],
)
def test_a_picture_of_the_article_is_given_once(markup: str) -> None:
    assert [image.src for image in _images(_said(second=markup))] == ["https://news.example/a.jpg"]


CARD = '<div><a href="/x"><img src="/x.jpg"><h3>Another story of the town</h3></a></div>'


@pytest.mark.parametrize(
    "given",
    [
        {"before": '<header><a href="/"><img src="/logo.png" alt="The Gazette"></a></header>'},
        {"before": '<nav><a href="/"><img src="/logo.png">Home</a></nav>'},
        {"after": '<footer><img src="/logo.png">Copyright The Gazette</footer>'},
        {"after": f"<section><h2>You may also like</h2>{CARD}{CARD}</section>"},
        {"body": _said('<p><img src="/jane.jpg" alt="Jane">By Jane Doe</p>')},
        {"body": _said(second='<div hidden><img src="/a.jpg"></div>')},
        {"body": _said(second='<aside><img src="/a.jpg"></aside>')},
        {"body": _said(second='<img src="/pixel.gif" width="1" height="1">')},
    ],
)
def test_pictures_of_what_stands_around_are_left_out(given: dict[str, str]) -> None:
    assert _images(**{"body": _said(), **given}) == ()


def test_a_picture_of_an_item_or_a_row_stands_in_it() -> None:
    item = "<li>{}The pier in the north was rebuilt in stone and steel.</li>"
    row = "<tr><td>{}North</td><td>21 m</td></tr>"
    body = _said(
        second=f"<ul>{item.format('')}{item.format('<img src=/item.jpg>')}</ul>",
        third=f"<table>{row.format('')}{row.format('<img src=/row.jpg>')}</table>",
    )
    cleaned = clean(_page(body), options=ON)
    texts = {block.index: block.tag for block in cleaned.blocks}
    assert [(i.src, texts[i.after], i.nested) for i in cleaned.images] == [
        ("/item.jpg", "li", True),
        ("/row.jpg", "tr", True),
    ]
    assert (
        "row.jpg"
        not in clean(_page(body), options=Options(include_images=True, include_tables=False)).html
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_nothing_but_pictures_comes_of_asking_for_them(page: Path) -> None:
    data = page.read_bytes()
    without, with_them = clean(data), clean(data, options=ON)
    assert with_them.fault == without.fault
    assert without.images == ()
    plain = with_them.to_dict(lines=True)
    plain.pop("images", None)
    assert plain == without.to_dict(lines=True)
    laws.nothing_disappears(data, with_them)
    laws.gives_back(data, with_them)


def test_pictures_are_in_the_report_and_cross_processes() -> None:
    cleaned = clean(_page(_said(second='<img src="/a.jpg">')), options=ON)
    report = json.loads(cleaned.to_json())
    assert report["images"] == [{"src": "/a.jpg", "alt": "", "after": 0, "nested": False}]
    assert restore(report) == cleaned.restore()
    assert pickle.loads(pickle.dumps(cleaned)).markdown == cleaned.markdown


def test_text_has_no_pictures() -> None:
    assert clean(f"{ONE}\n\n{TWO}", options=ON).images == ()


def test_a_fault_costs_the_pictures_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(images, "images_of", fail)
    cleaned = clean(_page(_said(second='<img src="/a.jpg">')), options=ON)
    assert cleaned.images == ()
    assert cleaned.fault == "images: RuntimeError: boom"
    assert [block.text for block in cleaned.blocks] == [ONE, TWO, THREE]


def test_nobody_looks_for_pictures_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.extraction.images.images_in", None)
    assert clean(_page(_said(second='<img src="/a.jpg">'))).images == ()


MADE: dict[str, tuple[str, str, str]] = {
    "figures": ("<div>", "<figure><img src=/{0}.jpg><figcaption>The {0}</figcaption></figure>", ""),
    "items": ("<ul>", "<li><img src=/{0}.jpg>The item {0} of the list", "</ul>"),
    "one picture": ("<picture>", "<source srcset=data:x><img data-n={0}>", "</picture>"),
}


@pytest.mark.limits
@pytest.mark.parametrize("name", MADE)
def test_the_cost_is_linear(name: str) -> None:
    start, each, end = MADE[name]

    def cost(n: int) -> float:
        body = _said(second=start + "".join(map(each.format, range(n))) + end)
        begun = time.process_time()
        clean(_page(body), options=ON)
        return time.process_time() - begun

    cost(10)
    assert cost(4000) < 8**1.4 * max(0.05, min(cost(500) for _ in range(2)))
