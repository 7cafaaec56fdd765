"""Paragraphs that trafilatura cripples come out whole, once, and in one piece."""

from __future__ import annotations

import time

import pytest

from cleaner import clean

LEAD = "The ferry to the island was cancelled on Monday after divers found a crack in its rudder."
LAST = "Islanders buy their groceries on the mainland and have asked the council for a second boat."


def page(middle: str) -> str:
    return (
        "<html><head><title>Ferry cancelled</title></head><body><article><h1>Ferry cancelled</h1>"
        f"<p>{LEAD}</p>{middle}<p>{LAST}</p></article></body></html>"
    )


CRIPPLED = {
    "a time": (
        "<p>The company said at <time>ten past nine</time> that it had known of the crack for"
        " weeks, and that nobody had been in danger.</p>",
        "The company said at ten past nine that it had known of the crack for weeks, and that"
        " nobody had been in danger.",
    ),
    "a span of a class": (
        "<p>A second boat would cost <span class='caption'>four million pounds</span>, which the"
        " council does not have.</p>",
        "A second boat would cost four million pounds, which the council does not have.",
    ),
    "a leaf without p": (
        "<section>The old boat was built in <b>1962</b> and has been mended every winter"
        " since.</section>",
        "The old boat was built in 1962 and has been mended every winter since.",
    ),
    "inline code": (
        "<p>The timetable is served by <code>ferry.py</code>, which calls <code>cancel()</code>"
        " when the wind is above force nine.</p>",
        "The timetable is served by ferry.py, which calls cancel() when the wind is above force"
        " nine.",
    ),
}


@pytest.mark.parametrize("markup", CRIPPLED)
def test_a_paragraph_is_whole_and_there_once(markup: str) -> None:
    source, expected = CRIPPLED[markup]
    text = clean(page(source)).text
    assert text.split("\n\n") == [LEAD, expected, LAST]


def test_links_and_marks_of_a_paragraph_stay() -> None:
    source = (
        "<p>The company said at <time>nine</time> that <a href='https://example.com/r'>a report"
        "</a> would tell <em>everything</em> that there is to tell.</p>"
    )
    markdown = clean(page(source)).markdown
    assert "[a report](https://example.com/r) would tell *everything* that" in markdown


def test_what_is_brought_back_has_its_links() -> None:
    source = page("<p>A <a href='https://example.com/r'>report</a> on the crack is out.</p>")
    assert "A [report](https://example.com/r) on the crack" in clean(source).markdown


@pytest.mark.parametrize(
    "middle",
    [
        "<p>It was cancelled.</p><p>It was cancelled on Monday after a long meeting of the"
        " company, in which nobody spoke for the passengers.</p>",
        "<pre>a = 1\nb = 2</pre><p>Here a = 1 and b = 2 stand for the boats that the council has"
        " and would like to have.</p>",
        "<p>Who pays?</p><p>Who pays is what the council asked the company on Tuesday, and it had"
        " no answer.</p>",
    ],
    ids=["a short paragraph before a long", "code before its explanation", "a question"],
)
def test_what_stands_apart_on_the_page_stays_apart(middle: str) -> None:
    without = clean(page(middle)).text.split("\n\n")
    assert len(without) == 4


def test_japanese_and_chinese_lose_the_readings_above_words() -> None:
    source = page(
        "<p>島へのフェリーは<ruby>月曜<rp>(</rp><rt>げつよう</rt><rp>)</rp></ruby>に欠航した。</p>"
    )
    assert "月曜に欠航した" in clean(source).text
    assert "げつよう" not in clean(source).text


def test_a_declared_shadow_root_is_read() -> None:
    inner = f"<article><h1>Ferry cancelled</h1><p>{LEAD}</p><p>{LAST}</p></article>"
    source = (
        "<html><body><ferry-story><template shadowrootmode='open'>"
        f"{inner}</template></ferry-story></body></html>"
    )
    assert clean(source).text == f"{LEAD}\n\n{LAST}"


@pytest.mark.limits
def test_cost_is_linear_in_pieces_of_one_long_line() -> None:
    def seconds(count: int) -> float:
        source = page("<p>" + "mended <code>a</code> again " * count + "</p>")
        start = time.process_time()
        clean(source)
        return time.process_time() - start

    assert seconds(8000) < 10 * max(seconds(2000), 0.05)
