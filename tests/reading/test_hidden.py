"""Blocks that markup hides are none of the article; what a reader may open is."""

from __future__ import annotations

import pytest

from cleaner.reading.lines import Source
from cleaner.reading.page import parse

SEEN = "".join(
    f"<p>The keeper wrote down ship number {n}, its rig and its course.</p>" for n in "1234"
)
HIDDEN = "<p>This was taken back, and nobody shall read it.</p>"


def outside(markup: str) -> list[str]:
    """Why the lines with what is hidden are outside; empty for one that is seen."""
    lines = Source(parse(f"<main>{SEEN}{markup}{SEEN}</main>")).lines
    return [line.outside for line in lines if "taken back" in line.text]


@pytest.mark.parametrize(
    "markup",
    [
        f"<div hidden>{HIDDEN}</div>",
        f'<div style="color: red; display : none">{HIDDEN}</div>',
        f'<section class="sr-only">{HIDDEN}</section>',
        f'<div class="visually-hidden"><div>{HIDDEN}</div></div>',
        f'<div role="tooltip" id="tip-4">{HIDDEN}</div>',
    ],
)
def test_what_nobody_sees_is_outside(markup: str) -> None:
    assert outside(markup) == ["hidden"]


@pytest.mark.parametrize(
    "markup",
    [
        f'<div hidden="until-found">{HIDDEN}</div>',
        f'<button aria-controls="a">Why</button><div id="a" style="display:none">{HIDDEN}</div>',
        f'<h3>Why was it so?</h3><div style="display:none">{HIDDEN}</div>',
        f'<div class="accordion-body" style="display:none">{HIDDEN}</div>',
        f'<div role="tabpanel" hidden>{HIDDEN}</div>',
        f'<div hidden id="S:1">{HIDDEN}</div>',
        f'<div style="display:none;" id="part_2_content">{HIDDEN}</div>',
        f'<div style="display:none" class="subscriber-only">{HIDDEN}</div>',
        f"<details><summary>Why</summary>{HIDDEN}</details>",
    ],
)
def test_what_may_be_opened_stays(markup: str) -> None:
    assert outside(markup) == [""]


def test_what_holds_most_of_the_page_is_shown_by_a_script() -> None:
    lines = Source(parse(f'<div style="display:none">{SEEN}</div><p>{HIDDEN}</p>')).lines
    assert not any(line.outside for line in lines)


@pytest.mark.parametrize("end", ["", "<p>It adds a line of its own, and no more.</p>"])
def test_a_hidden_copy_is_outside_however_it_is_broken(end: str) -> None:
    said = [
        f"The keeper of light {n} wrote down each ship, its rig and its course." for n in range(9)
    ]
    copy = f'<div class="paywall" style="display:none">{" ".join(said)}{end}</div>'
    lines = Source(parse(f"<main>{'<p>'.join(said)}</main>{copy}")).lines
    assert [line.outside for line in lines] == [""] * 9 + ["hidden"] * (1 + bool(end))


def test_what_is_no_copy_is_shown_by_a_script() -> None:
    other = SEEN.replace("ship", "barge").replace("rig", "freight").replace("keeper", "miller")
    lines = Source(parse(f'<main>{SEEN}</main><div style="display:none">{other}</div>')).lines
    assert not any(line.outside for line in lines)


TIP = '<span class="term" tabindex="0">dwell<span role="tooltip">Time at a stop</span></span>'


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (TIP, "Each dwell counts."),
        (
            TIP.replace("<span role", "<i role").replace("</span></span>", "</i></span>"),
            "Each dwell",
        ),
        ('<a role="tooltip" title="Time at a stop">dwell</a>', "Each dwell counts."),
        ('<abbr role="tooltip">dwell</abbr>', "Each dwell counts."),
    ],
)
def test_what_explains_a_word_under_the_hand_is_not_part_of_the_sentence(
    markup: str, said: str
) -> None:
    lines = Source(parse(f"<main><p>Each {markup} counts.</p></main>")).lines
    assert lines[0].text.startswith(said)
