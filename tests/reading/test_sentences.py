"""No element that a sentence goes on through splits it; blocks of their own stay blocks."""

from __future__ import annotations

import pytest

from cleaner.reading.lines import Source
from cleaner.reading.page import parse


def texts(markup: str) -> list[str]:
    return [line.text for line in Source(parse(markup)).lines]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>A <x-word>boat</x-word> left.</p>", "A boat left."),
        ("<div>A <x-word><b>boat</b></x-word> left.</div>", "A boat left."),
        ("<p><x-a>A</x-a> <x-b>boat</x-b> left.</p>", "A boat left."),
        ("<li>A <button>boat</button>, or two, left.</li>", "A boat, or two, left."),
        ("<p><button>boats</button> left at noon.</p>", "boats left at noon."),
        ("<p>A boat<output>s</output> left.</p>", "A boats left."),
        ('<p>A boat left.<a href="#top">↩︎</a></p>', "A boat left."),
        ('<h2>Boats <a href="#boats">#</a></h2>', "Boats"),
        ('<p>A boat<a href="#n">*</a> left.</p>', "A boat* left."),
        ('<p>A boat <i class="material-icons">sailing</i> left.</p>', "A boat left."),
    ],
)
def test_a_sentence_goes_on(markup: str, text: str) -> None:
    assert texts(markup) == [text]


@pytest.mark.parametrize(
    "markup",
    [
        "<x-p>A boat.</x-p><x-p>A ship.</x-p>",
        "<div><x-card><p>A boat.</p></x-card><x-card><p>A ship.</p></x-card></div>",
        "<p>A boat.<button>A ship.</button></p>",
        '<span style="display: block">A boat.</span><span style="display:block">A ship.</span>',
        '<iframe srcdoc="&lt;blockquote&gt;A boat.&lt;/blockquote&gt;"></iframe><p>A ship.</p>',
    ],
)
def test_blocks_are_lines_of_their_own(markup: str) -> None:
    assert texts(markup) == ["A boat.", "A ship."]
