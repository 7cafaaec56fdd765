"""Songs and poems under the headline stay, with what is written about them."""

import pytest

from cleaner import clean

STANZAS = (
    ("I left the lantern by the weir", "And heard the heron call my name"),
    ("The river said it held me dear", "The river says to all the same"),
    ("O carry me to Hollow Bay", "Where no one keeps the ferry time"),
    ("I’d give the winter all away", "To hear the harbour bell in chime"),
    ("My mother sewed the evening blue", "My father mended nets with rain"),
    ("O carry me to Hollow Bay", "Where no one keeps the ferry time"),
)
LINES = [line for stanza in STANZAS for line in stanza]
ABOUT = (
    "Hollow Bay was first printed in 1987 in the quarterly that Marit Osk edited from her kitchen,"
    " and it has been set to music at least four times since then by choirs along the coast.",
    "Osk told an interviewer that the ferry of the second stanza did exist, and that its skipper"
    " kept no timetable because he owned no watch, which the village thought a kind of wisdom.",
    "Critics have read the refrain as a prayer, a joke and a letter of resignation; Osk said that"
    " all three were welcome to it, and that she had only wanted a rhyme for time.",
)
NOTES = [f'<a href="/notes/{i}">{line}</a>' for i, line in enumerate(LINES)]
PAIRS = ("<br>".join(LINES[i : i + 4]) for i in range(0, len(LINES), 4))
SHAPES = {
    "a song of which some lines lead to notes": "<h3>Hollow Bay Lyrics</h3><p>[Verse 1]<br>"
    + "<br>".join(NOTES[i] if i % 3 == 0 else LINES[i] for i in range(len(LINES)))
    + "</p>",
    "a song of which all lines lead to notes": f"<p>[Verse 1]<br>{'<br>'.join(NOTES)}</p>",
    "stanzas in boxes": "".join(f"<div>{stanza}</div>" for stanza in PAIRS),
    "one box": f"<div>{'<br>'.join(LINES)}</div>",
}


def page(over: str) -> str:
    about = "".join(f"<p>{paragraph}</p>" for paragraph in ABOUT)
    return (
        "<html><head><title>Hollow Bay | Weir Press</title></head><body>"
        "<nav><a href='/'>Home</a> <a href='/poets'>Poets</a></nav>"
        f"<div class='k1'><h1>Hollow Bay</h1></div><div class='k2'>{over}</div>"
        f"<aside class='k3'><h2>About this poem</h2>{about}</aside>"
        "<h3>More poems</h3><ul><li><a href='/p/1'>The Salt Road</a></li>"
        "<li><a href='/p/2'>Letter to a Lighthouse</a></li></ul></body></html>"
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_all_lines_stay(shape: str) -> None:
    text = clean(page(SHAPES[shape])).text
    assert [line for line in LINES if line not in text] == []
    assert all(paragraph in text for paragraph in ABOUT)
    assert "The Salt Road" not in text


def test_a_list_of_links_is_no_verse() -> None:
    links = "<br>".join(f'<a href="/poets/{i}">Poems of the year {i + 1971}</a>' for i in range(9))
    text = clean(page(f"<p>{links}</p>")).text
    assert "Poems of the year" not in text
    assert all(paragraph in text for paragraph in ABOUT)
