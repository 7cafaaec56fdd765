"""What sums an article up between its title and its text stays; what only stands there does not."""

from __future__ import annotations

import pytest

from cleaner import Options, clean
from cleaner.extraction.second_look import judge
from cleaner.extraction.standfirst import standfirst
from cleaner.pipeline import extraction
from cleaner.reading import page as pages

TITLE = "The tannery and the river"
TEXT = [
    "The old tannery had stood empty for nineteen years when Marta Kowal first walked through its "
    "broken door, counting the steps between the vats because nobody could find a plan.",
    "She had come to look at the roof, which the council wanted to pull down before winter, and "
    "left four hours later with a notebook full of measurements and a cold.",
    "Engineers from the university spent the summer pumping it dry; they counted eleven chambers, "
    "two of them lined with lead, and a wooden sluice that still moved.",
    "The water that once turned the leather brown now heats forty flats, and the pump that lifts "
    "it is the size of a wardrobe and runs at night, when power is cheap.",
    "Residents pay about a third of what they paid before, according to the cooperative, and the "
    "bills for January came to less than the cost of a weekly bus ticket.",
]
SUBTITLE = "What a brick channel can teach a town about heat"
LEAD = "A channel of brick under an empty tannery warms forty flats, and some anglers are angry."


def page(between: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    return (
        f"<html><head><title>{TITLE} | Courier</title></head><body><nav><a href=/>Home</a></nav>"
        f"<main><article>{between}<div class=c><div class=d>{body}</div></div></article></main>"
        "<footer><p>© 2026 The Courier</p></footer></body></html>"
    )


@pytest.mark.parametrize(
    ("between", "said"),
    [
        (f"<h1>{TITLE}</h1><h3>{SUBTITLE}</h3>", SUBTITLE),
        (f"<header><h1>{TITLE}</h1><h2>{SUBTITLE}</h2></header>", SUBTITLE),
        (f"<h1>{TITLE}</h1><p>{LEAD}</p>", LEAD),
        (f"<header><h1>{TITLE}</h1><div><p>{LEAD}</p></div></header>", LEAD),
        (f"<div><h1>{TITLE}</h1></div><div>Ida Holm</div><div>{LEAD}</div>", LEAD),
        (f"<div><div><h1>{TITLE}</h1></div></div><div><p>{LEAD[:-1]}</p></div>", LEAD[:-1]),
        (f"<figure><img src=a></figure><h1>{TITLE}</h1><p>{LEAD}</p>", LEAD),
    ],
)
def test_it_stays(between: str, said: str) -> None:
    assert said in clean(page(between)).text


@pytest.mark.parametrize(
    ("between", "said"),
    [
        (f"<h1>{TITLE}</h1><p>Updated on 3 March 2026, 10:15 by the newsroom.</p>", "Updated"),
        (f"<h1>{TITLE}</h1><p>Ida Holm</p>", "Ida Holm"),
        (f"<h1>{TITLE}</h1><h2>Share this</h2>", "Share"),
        (f"<h1>{TITLE}</h1><p><a href=/x>Ten walks for a wet weekend by the river.</a></p>", "Ten"),
    ],
)
def test_other_lines_there_do_not_count_as_one(between: str, said: str) -> None:
    assert said not in clean(page(between)).text


@pytest.mark.parametrize(
    ("before", "is_one"),
    [
        ("<p>Ida Holm</p>", True),
        ("<div><img src=a><b>Ida Holm</b></div>", True),  # her portrait
        ("<ul><li><svg></svg>Send</li></ul>", True),
        ("<div><img src=a></div>", False),  # what stands under a picture is its caption
        ("<figure><img src=a></figure>", False),
    ],
)
def test_a_line_under_a_picture_is_none(before: str, is_one: bool) -> None:
    html = page(f"<h1>{TITLE}</h1>{before}<p>{LEAD}</p>")
    read = pages.read(html, url=None, settings=Options().reading)
    blocks, title, _ = extraction(read)
    sequence = judge(blocks, read.source, title).sequence
    found = [sequence.blocks[at].text for at in standfirst(sequence, read.source)]
    assert (LEAD in found) is is_one
