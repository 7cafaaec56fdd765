"""Numbers that count the comments on each paragraph go; those of verses and notes stay."""

from __future__ import annotations

import pytest

from cleaner import clean

SAID = [
    "The harbour of Lund was closed for three days after the storm, the council said on Monday.",
    "Two of the boats that had been torn from their moorings were found on the beach of Vik.",
    "Nobody was hurt, and the ferries will sail again on Thursday if the wind allows it to.",
]


def page(numbers: list[str], paragraph: str) -> str:
    said = zip(numbers, SAID, strict=True)
    return "<h1>Harbour closed</h1>" + "".join(paragraph.format(n, text) for n, text in said)


@pytest.mark.parametrize("numbers", [["0", "0", "0"], ["3", "0", "12"], ["1", "2", "2"]])
@pytest.mark.parametrize(
    "paragraph",
    [
        '<p><a name="p1"></a><a href="#c" title="Comment">{}</a>{}</p>',
        '<div><a class="x9">{}</a>{}</div>',
        '<p>\n <a href="#c">\n{}\n</a>{}</p>',
    ],
)
def test_counts_of_comments_go(numbers: list[str], paragraph: str) -> None:
    cleaned = clean(page(numbers, paragraph))
    assert cleaned.text.split("\n\n") == SAID


@pytest.mark.parametrize(
    ("numbers", "paragraph"),
    [
        (["1", "2", "3"], '<p><a href="#v">{}</a>{}</p>'),
        (["4", "4", "4"], '<p><a href="/year">{}</a> {}</p>'),
        (["7", "7", "7"], '<p>Pier <a href="/pier">{}</a>{}</p>'),
        (["7", "7", "7"], '<p><b>Pier</b><a href="/pier">{}</a>{}</p>'),
    ],
)
def test_other_numbers_stay(numbers: list[str], paragraph: str) -> None:
    text = clean(page(numbers, paragraph)).text
    for number, said in zip(numbers, SAID, strict=True):
        assert f"{number}{said}" in text.replace(f"{number} ", number)
