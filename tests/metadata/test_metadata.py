"""Metadata: read when it is asked for, each value with its evidence; publishers of attributions."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from cleaner import Finding, Metadata, clean
from cleaner.document.block import Block
from cleaner.document.finding import certain
from cleaner.extraction.publisher import publisher_of
from cleaner.metadata import read
from cleaner.reading.page import parse
from tests.cli.made import FIRST, SECOND, THIRD

HEAD = """<title>Ferry is cancelled until June | The Island Post</title>
<meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2024-03-05T08:30:00+01:00">
<meta property="og:site_name" content="The Island Post">
<meta name="description" content="Divers found a crack in the rudder.">
<link rel="canonical" href="https://island.example/ferry">"""
LAST = "The post Ferry is cancelled until June appeared first on The Harbour Gazette."


def page(last: str = LAST, head: str = HEAD) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (FIRST, SECOND, THIRD, last))
    start = f"<!doctype html><html lang=en><head>{head}</head><body>"
    return f"{start}<article>{body}</article></body></html>"


def test_what_the_head_of_a_page_says() -> None:
    assert replace(clean(page()).metadata, evidence=()) == Metadata(
        title="Ferry is cancelled until June",
        author="Jane Doe",
        authors=("Jane Doe",),
        language="en",
        date="2024-03-05",
        site_name="The Island Post",
        description="Divers found a crack in the rudder.",
        canonical_url="https://island.example/ferry",
        original_publisher="The Harbour Gazette",
    )


def test_what_nobody_says_is_none() -> None:
    metadata = clean(page(last=THIRD[::-1], head="")).metadata
    assert (metadata.author, metadata.description, metadata.original_publisher) == (
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "source", [b"", b"%PDF-1.7", "", f"{FIRST}\n\n{SECOND}", f"<p>{FIRST}</p>"]
)
def test_any_input_has_metadata(source: bytes | str) -> None:
    assert clean(source).metadata == Metadata()


def test_the_address_of_a_page_is_known_from_the_caller() -> None:
    head = "<title>Ferry</title>"
    cleaned = clean(page(head=head), url="https://island.example/news/ferry")
    assert cleaned.metadata.canonical_url == "https://island.example/news/ferry"


def test_text_that_was_scraped_already_has_its_publisher() -> None:
    cleaned = clean("\n\n".join((FIRST, SECOND, THIRD, LAST)))
    assert LAST not in cleaned.text
    assert replace(cleaned.metadata, evidence=()) == Metadata(
        original_publisher="The Harbour Gazette"
    )
    assert [(s.raw, s.where) for s in cleaned.metadata.evidence] == [(LAST, "attribution")]


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("The post Ferry stops appeared first on The Harbour Gazette.", "The Harbour Gazette"),
        ("The post “Ferry stops” first appeared on Harbour.example.", "Harbour.example"),
        ("Originally published by The Harbour Gazette, 3 May 2024.", "The Harbour Gazette"),
        (
            "This article was originally published on Harbour Gazette and is shared here.",
            "Harbour Gazette",
        ),
        ("Dieser Artikel erschien zuerst auf Hafenblatt.", "Hafenblatt"),
        ("Publicado originalmente en El Muelle.", "El Muelle"),
        ("L’article est paru initialement dans Le Quai.", "Le Quai"),
        ("Source: The Harbour Gazette", "The Harbour Gazette"),
        ("Quelle: Hafenblatt", "Hafenblatt"),
        ("来源：海港日报", "海港日报"),
        ("Источник: «Вестник порта»", "Вестник порта"),
        ("(Reporting by Jane Doe; editing by John Roe)", None),
    ],
)
def test_the_publisher_in_an_attribution(line: str, publisher: str | None) -> None:
    found = [_attribution(line)]
    assert publisher_of(found) == publisher


def test_other_kinds_name_no_publisher() -> None:
    finding = certain(Block(0, LAST), "made up")
    assert publisher_of([finding]) is None
    assert publisher_of([]) is None


def _attribution(line: str) -> Finding:
    return replace(certain(Block(0, line), "made up"), kind="attribution")


def test_metadata_is_read_once_and_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []
    real = read.metadata_of

    def counted(*arguments: object) -> Metadata:
        calls.append(arguments)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(read, "metadata_of", counted)
    cleaned = clean(page())
    _ = cleaned.text, cleaned.markdown, cleaned.html, cleaned.findings, cleaned.restore()
    _ = cleaned.to_json()
    assert calls == []
    assert cleaned.metadata is cleaned.metadata
    cleaned.to_dict(metadata=True)
    assert len(calls) == 1


def test_to_dict_has_metadata_when_asked_for() -> None:
    cleaned = clean(page())
    assert "metadata" not in cleaned.to_dict()
    data = json.loads(cleaned.to_json(metadata=True))
    assert data["metadata"]["original_publisher"] == "The Harbour Gazette"
    assert set(data["metadata"]) == set(Metadata.__dataclass_fields__)


def test_a_result_crosses_processes_whole() -> None:
    cleaned = clean(page())
    there = pickle.loads(pickle.dumps(cleaned))
    assert there == cleaned
    assert there.metadata == cleaned.metadata
    assert there.to_json(metadata=True) == cleaned.to_json(metadata=True)
    assert there.findings == cleaned.findings


def test_a_result_that_was_used_crosses_processes_too() -> None:
    cleaned = clean(page().encode(), url="https://island.example/ferry")
    before = cleaned.to_json(metadata=True), cleaned.html, cleaned.markdown
    there = pickle.loads(pickle.dumps(cleaned))
    assert (there.to_json(metadata=True), there.html, there.markdown) == before
    assert ElementTree.fromstring(f"<div>{there.html}</div>") is not None


def test_a_finding_says_where_it_stood() -> None:
    last = next(f for f in clean(page()).findings if f.text == LAST)
    assert (last.kind, str(last.action)) == ("attribution", "stripped")
    assert last.xpath.startswith("/html/body/article/p")
    assert last.span == (0, len(LAST))
    assert last.because


@pytest.mark.parametrize(
    "before",
    ["", "<div></div><div><p></p></div>", "<nav>Menu</nav><script>x()</script><div> </div>"],
)
def test_the_place_of_a_finding_is_a_path_in_the_page_as_it_came(before: str) -> None:
    source = (
        page()
        .replace("<article>", f"{before}<div><article>")
        .replace("<p>The post", "<p></p><p>The post")
    )
    last = next(f for f in clean(source).findings if f.text == LAST)
    assert ["".join(e.itertext()) for e in parse(source).xpath(last.xpath)] == [LAST]
