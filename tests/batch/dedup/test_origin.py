"""Where a page says it comes from: addresses, dates and publishers, however the page is written."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from cleaner import Cleaned, Options, clean
from cleaner.batch.dedup.origin import Origin, iso_date, origin_of
from tests.batch.dedup.stories import FERRY

ISO = "+00:00"
BODY = "".join(f"<p>{' '.join(p.split())}</p>" for p in FERRY.split("\n\n"))


SITE = "https://repostly.example"


def page(head: str, after: str = "") -> Cleaned:
    html = f"<!DOCTYPE html><html><head>{head}</head><body><article>{BODY}{after}</article></body>"
    return clean(html, url="https://repostly.example/a/1")


@pytest.mark.parametrize(
    ("head", "canonical"),
    [
        ('<link rel="canonical" href="https://a.example/ferry#x">', "https://a.example/ferry"),
        ("<link href='/a/2?x=1&amp;y=2' rel='canonical' />", f"{SITE}/a/2?x=1&y=2"),
        ('<meta property="og:url" content="//b.example/f">', "https://b.example/f"),
        ('<link rel=canonical href=""><meta content="/b" property=og:url>', f"{SITE}/b"),
        ('<link rel="canonical" href="http://[broken">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<script>var canonical = "<link rel=canonical"</script>', None),
        ("<style>.canonical{}</style>", None),
    ],
)  # fmt: skip
def test_canonical_addresses(head: str, canonical: str | None) -> None:
    assert origin_of(page(head)).canonical == canonical


META = '<meta property="article:published_time" content='
ITEM = '<meta itemprop="datePublished" content='
LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (f'{META}"2024-03-01T06:00:00+01:00">', f"2024-03-01T05:00:00{ISO}"),
        ('<meta content="2024-03-01" name="article:published_time">', "2024-03-01"),
        (LD.format('{"datePublished": "2024-03-01T06:00:00Z"}'), f"2024-03-01T06:00:00{ISO}"),
        (LD.format('{"@type": ["News", {{{ "datePublished":"2024-03-01" oops'), "2024-03-01"),
        (r'<script>x = "{\"datePublished\":\"2024-03-01\"}"</script>', "2024-03-01"),
        (f"{ITEM}'Fri, 01 Mar 2024 06:00:00 GMT'>", f"2024-03-01T06:00:00{ISO}"),
        (f'{META}"soon">' + LD.format('{"datePublished":"2024-03-01"}'), "2024-03-01"),
        (LD.format('{"datePublished": ["2024-03-01"]}'), None),
        (LD.format('{"datePublished": "0000-00-00"}'), None),
        (LD.format('{"datePublished": "9999-12-31T23:59:59-12:00"}'), None),
        (LD.format('{"datePublished": "1066-10-14"}'), None),
        ("", None),
    ],
)  # fmt: skip
def test_dates_of_pages(head: str, published: str | None) -> None:
    assert origin_of(page(head)).published == published


def test_the_first_time_element_is_read_last() -> None:
    assert (
        origin_of(page("", "<time datetime='2024-03-01'>1 March</time>")).published == "2024-03-01"
    )


@pytest.mark.parametrize(
    "date", ["", "٢٠٢٤-٠٣-٠١", "2024-13-01", "1" * 4000, "0001-01-01T00:00+23:59", "\x00", "(" * 39]
)
def test_absurd_dates(date: str) -> None:
    assert iso_date(date) is None


def test_of_scraped_text_only_the_publisher_is_read() -> None:
    text = f"{FERRY}\n\nThe post Ferry cancelled appeared first on The Harbour Gazette."
    cleaned = clean(text, options=Options(source_kind="text"))
    assert origin_of(cleaned) == Origin(publisher="The Harbour Gazette")


@pytest.mark.limits
@pytest.mark.parametrize(
    "piece",
    ["<time ", "<time>", "<time datetime=", "<time datetime='x'>", "<link rel=canonical ", "<",
     "canonical", '<meta property="og:url" ', '"datePublished":', '<meta a=" ', "datePublished='",
     "=", "a=\"'", "canonical a='"],
)  # fmt: skip
def test_hostile_pages_cost_little(piece: str) -> None:
    cleaned = page("")
    assert cleaned.page is not None
    text = piece * (5_000_000 // len(piece))
    hostile = replace(cleaned, _page=replace(cleaned.page, text=text))
    start = time.process_time()
    assert origin_of(hostile).published is None
    assert time.process_time() - start < 0.5


def test_what_is_no_page_at_all() -> None:
    assert origin_of(clean(b"")) == Origin()
    assert origin_of(clean(b"%PDF-1.7")) == Origin()
