"""What stands in a line: quotation marks, readings, drop caps, what is hidden, formulas."""

from __future__ import annotations

import pytest

from cleaner.reading.lines import Source
from cleaner.reading.page import parse

CASES = [
    ("He said <q>we saw <q>it</q> there</q>.", "He said “we saw ‘it’ there”."),
    ("He said <q>“so”</q>, “<q>so</q>” and <q hidden>no</q><q></q>.", "He said “so”, “so” and ."),
    (
        "<ruby>東京<rp>(</rp><rt>とう</rt><rp>)</rp></ruby>は<ruby><rb>駅</rb><rt>えき</rt></ruby>。",
        "東京は駅。",
    ),
    ('<span class="dropcap">T</span>he boat left.', "The boat left."),
    (
        '<span class="cap" aria-hidden="true">T</span><span class="sr-only">T</span>he boat left.',
        "The boat left.",
    ),
    (
        '<span class="visually-hidden">The</span><span aria-hidden="true">The</span> boat left.',
        "The boat left.",
    ),
    (
        'See <a href="/x">it<span class="screen-reader-text">(new window)</span></a> now.',
        "See it now.",
    ),
    ('It is <span class="sr-only sm:not-sr-only">very</span> old.', "It is very old."),
    ('It <span hidden>not</span> <span style="display: none">not</span>left.', "It left."),
    (
        '<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation '
        'encoding="application/x-tex">x_1</annotation></semantics></math></span>'
        '<span class="katex-html" aria-hidden="true">x1</span></span> holds.',
        "$x_1$ holds.",
    ),
    ('So <span class="katex-html">x1</span> holds.', "So x1 holds."),
    (
        'So <span class="MathJax">x2</span><script type="math/tex">x^2</script> holds.',
        "So $x^2$ holds.",
    ),
    ('So <img class="latex" alt="$x^4$" src="x.png"> holds.', "So $x^4$ holds."),
    ('So <img class="boat" alt="x^4" src="x.png"> holds.', "So holds."),
    (
        '<span style="display: none"><math alttext="{\\displaystyle z}"><mi>z</mi></math></span>'
        '<img class="mwe-math-fallback-image-inline" alt="{\\displaystyle z}"> holds.',
        "$z$ holds.",
    ),
    ("So <mjx-container><math><mi>x</mi></math></mjx-container> holds.", "So x holds."),
]


@pytest.mark.parametrize(("markup", "text"), CASES)
def test_a_line_says_what_is_seen(markup: str, text: str) -> None:
    assert [line.text for line in Source(parse(f"<p>{markup}</p>")).lines] == [text]


@pytest.mark.parametrize(("markup", "text"), CASES)
def test_a_cell_says_the_same(markup: str, text: str) -> None:
    row = f"<table><tr><td>{markup}</td><td>1</td></tr></table>"
    assert [line.text for line in Source(parse(row)).lines] == [f"{text} | 1"]


def test_a_quotation_over_several_paragraphs_gets_no_signs() -> None:
    lines = Source(parse("<q><p>It left.</p><p>It came back.</p></q>")).lines
    assert [line.text for line in lines] == ["It left.", "It came back."]
