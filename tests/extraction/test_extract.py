"""What comes out of a whole page before any detector looks at it."""

from __future__ import annotations

import pytest

from cleaner import clean

PROSE = (
    "The ferry between the two islands was cancelled on Monday after divers found a crack in its "
    "rudder, and it will not sail again before the end of the month, the operator said.",
    "Some three hundred people live on the smaller island through the winter, and most of them buy "
    "their groceries on the mainland, which is two hours away when the sea is calm.",
    "A second boat has been asked for, but the nearest one that fits the old pier is at work on "
    "another line until spring, and its owner wants to be paid for the whole of the season.",
)


def page_of(*parts: str) -> str:
    """A whole page around an article."""
    body = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    return (
        "<html><head><title>Ferry cancelled</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Ferry cancelled</h1>{body}</article><footer>Imprint</footer></body></html>"
    )


def test_a_numbered_list_keeps_its_numbers() -> None:
    steps = "<ol><li>Call the operator before noon.</li><li>Ask for the second boat.</li></ol>"
    cleaned = clean(page_of(PROSE[0], steps, *PROSE[1:]))
    assert "1. Call the operator before noon.\n2. Ask for the second boat." in cleaned.text
    assert "<ol>" in cleaned.html


def test_a_list_without_numbers_gets_none() -> None:
    steps = "<ul><li>Call the operator before noon.</li><li>Ask for the second boat.</li></ul>"
    cleaned = clean(page_of(PROSE[0], steps, *PROSE[1:]))
    assert "- Call the operator before noon.\n- Ask for the second boat." in cleaned.text


def test_a_space_that_stands_alone_in_an_element_stays() -> None:
    spaced = "<p>The pier was built<span> </span><b>in 1921</b><i>\n</i>and has stood since.</p>"
    cleaned = clean(page_of(PROSE[0], spaced, *PROSE[1:]))
    assert "The pier was built in 1921 and has stood since." in cleaned.text


def test_words_beside_a_link_are_spaced_as_on_the_page() -> None:
    linked = '<p>The operator has asked for <a href="/boat">a second boat</a> twice, in vain.</p>'
    cleaned = clean(page_of(PROSE[0], linked, *PROSE[1:]))
    assert "The operator has asked for a second boat twice, in vain." in cleaned.text
    assert '<a href="/boat">a second boat</a> twice' in cleaned.html


@pytest.mark.parametrize(
    "between",
    [
        "<nav>Menu</nav>",
        '<dl class="related-posts">Share</dl>',
        "<object>12</object>",
        '<ol><li><a href="/">Next</a></li></ol>',
        "<aside>More</aside>",
        '<div class="social share">Share</div>',
        "<iframe></iframe>",
        "<select><option>1</option></select>",
        "<p>One.</p><aside>More</aside><ol></ol>",
        '<related-story><a href="/">Next</a></related-story>',
    ],
)
def test_words_on_both_sides_of_what_goes_stay_two(between: str) -> None:
    loose = f"<div>{PROSE[0]} It sailed{between}again in the spring, for all that.</div>"
    text = clean(page_of(loose, *PROSE[1:])).text
    assert "It sailed" in text
    assert "sailedagain" not in text


@pytest.mark.parametrize("between", ["<span></span>", "<script>x()</script>", "<style></style>"])
def test_a_word_with_what_is_not_seen_in_it_stays_one(between: str) -> None:
    loose = f"<div>{PROSE[0]} It sa{between}iled again in the spring, for all that.</div>"
    assert "It sailed again" in clean(page_of(loose, *PROSE[1:])).text


def test_emphasis_inside_a_word_makes_no_space() -> None:
    marked = "<p>The oper<b>ator</b> has asked for a second boat twice this year, in vain.</p>"
    cleaned = clean(page_of(PROSE[0], marked, *PROSE[1:]))
    assert "The operator has asked for a second boat twice this year, in vain." in cleaned.text


def test_a_numbered_list_goes_on_where_the_page_says_so() -> None:
    first = "<ol><li>Call the operator before noon, and have the day ready.</li></ol>"
    second = '<ol start="2"><li>Ask for the second boat, which is the larger one.</li></ol>'
    cleaned = clean(page_of(PROSE[0], first, PROSE[1], second, PROSE[2]))
    assert "1. Call the operator before noon" in cleaned.text
    assert "2. Ask for the second boat" in cleaned.text


def test_a_table_of_contents_goes_and_a_list_of_contents_stays() -> None:
    entries = "<h2>Table of contents</h2><ul><li>The crack</li><li>The second boat</li></ul>"
    sections = f"<h2>The crack</h2><p>{PROSE[1]}</p><h2>The second boat</h2><p>{PROSE[2]}</p>"
    cleaned = clean(page_of(PROSE[0], entries, sections))
    assert cleaned.text.count("The crack") == 1
    assert "Table of contents" not in cleaned.text
    box = "<h2>Contents</h2><ul><li>Two bolts of brass</li><li>A tube of grease</li></ul>"
    kept = clean(page_of(PROSE[0], box, PROSE[1], PROSE[2])).text
    assert "Contents" in kept
    assert "A tube of grease" in kept
