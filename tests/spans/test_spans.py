"""What is told of a source; and a law: what a span holds, read again, is its block."""

from __future__ import annotations

import hashlib
import json
import pickle

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

import cleaner
from cleaner import Cleaned, clean
from tests.made import PROSE
from tests.spans.reread import check

PAGE = f"<html><body><article><p>{PROSE[0]}</p><p>{PROSE[1]} ü</p></article></body></html>"


@pytest.mark.parametrize(
    "source", [PAGE, PAGE.encode(), PAGE.encode("utf-16"), f"{PROSE[0]} \ud800"]
)
def test_the_digest_is_of_what_came_in(source: bytes | str) -> None:
    data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    spans = clean(source).spans
    assert spans.sha256 == hashlib.sha256(data).hexdigest()
    assert (spans.of, spans.version) == (type(source).__name__, cleaner.__version__)


def test_a_buffer_counts_as_its_bytes() -> None:
    assert clean(memoryview(PAGE.encode())).spans == clean(PAGE.encode()).spans


@pytest.mark.parametrize("tree", [lxml_html.fromstring(PAGE), BeautifulSoup(PAGE, "lxml")])
def test_a_tree_has_paths_alone(tree: object) -> None:
    spans = clean(tree).spans  # type: ignore[arg-type]
    assert (spans.sha256, spans.of, spans.encoding) == (None, "tree", None)
    assert [span.xpath for span in spans.blocks] == [f"/html/body/article/p[{n}]" for n in (1, 2)]
    assert {(span.start, span.note) for span in spans.blocks} == {
        (None, "a tree came in, which has no source")
    }


def test_plain_data_has_spans_where_they_are_asked_for() -> None:
    cleaned = clean(PAGE)
    assert "spans" not in cleaned.to_dict()
    told = json.loads(cleaned.to_json(spans=True))["spans"]
    assert told == json.loads(json.dumps(cleaned.spans.to_dict()))
    start, end = told["blocks"][1]["start"], told["blocks"][1]["end"]
    assert PAGE[start:end] == f"{PROSE[1]} ü"


def test_spans_are_found_in_another_process() -> None:
    cleaned = clean(PAGE.encode())
    again: Cleaned = pickle.loads(pickle.dumps(cleaned))
    assert again.spans == cleaned.spans


@pytest.mark.parametrize("source", ["", b"%PDF-1.7", "https://example.com/story"])
def test_where_there_is_no_article_there_is_a_digest(source: bytes | str) -> None:
    spans = clean(source).spans
    assert spans.blocks == ()
    assert spans.sha256


PIECES = [
    *(f"<p>{line}</p>" for line in PROSE),
    *(f" {line}<br>" for line in PROSE[:3]),
    *"<b> </b> <i> </i> <em> <a> </a> </div> <div> <ul><li> </ul> <tr><td> </table>".split(),
    *(
        "<table>",
        "<blockquote>",
        "</blockquote>",
        "<pre>",
        "</pre>",
        "<h2>Boats</h2>",
        "</p>",
        "<p>",
    ),
    *("<!-- x -->", "<!-- ", "-->", "<script>a<b</script>", "<style>p{}</style>", "<![CDATA[x]]>"),
    *(
        "&amp;",
        "&nbsp;",
        "&#8217;",
        "&copy",
        "&#0;",
        "&lt;p&gt;",
        "<",
        ">",
        "&",
        "\x00",
        "\u00ad",
        "</3>",
    ),
    *(
        "<span hidden>no</span>",
        "<template>",
        "</template>",
        "<title>",
        "</title>",
        "<q>",
        "</q>",
        "\r\n",
    ),
    *(
        "<svg><title>x</title></svg>",
        "<textarea>",
        "</textarea>",
        "<a title='",
        "'>",
        "ünï",
        "</body>",
    ),
]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join))
def test_a_span_read_again_is_its_block(source: str) -> None:
    cleaned = clean(source)
    for span in cleaned.spans.blocks:
        assert (span.start is None) == (span.end is None)
        assert span.start is not None or span.note
    if "<q>" not in source and "<t" not in source and "hidden" not in source:
        check(source, cleaned, least=0)
