"""Lines with residue all around them: what may not go with it."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import likely
from cleaner.residue.enclosed import find

PARAGRAPHS = (
    "The keeper of the light at Skerry Point has brought back a novel that he borrowed as a boy.",
    "The librarian waived the fine, which would have bought a boat, and asked him for a favour.",
    "He read to a full hall for an hour and stopped, as a keeper would, one page before the end.",
)


def article(lines: str, *, gone: str) -> Article:
    """A scraped text, of which the lines at the given letters have gone: P is a paragraph."""
    texts = {**dict(zip("PQR", PARAGRAPHS, strict=True)), "l": "Desk tools", "g": "Copy link"}
    texts |= {"s": "and of the island", "h": "A novel that nobody has ever finished reading"}
    blocks = [Block(n, texts[letter]) for n, letter in enumerate(lines)]
    went = {b.index: likely(b, "x").but(kind="share-bar") for b in blocks if b.text == texts[gone]}
    stays = tuple(block for block in blocks if block.index not in went)
    return Article(stays, is_text=True, gone=went)


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        ("PQRglg", True),  # behind the article
        ("PQgglggR", True),
        ("PQglgR", False),  # may be a heading between labels of adverts
        ("glgPQR", True),
        ("ghgPQR", False),  # may be the headline
        ("PQRgsg", False),  # a part of a sentence
        ("PQRlg", False),
        ("PQRg", False),
    ],
)
def test_lines_of_a_scrape(lines: str, goes: bool) -> None:
    assert [f.block.text for f in find(article(lines, gone="g"))] == ["Desk tools"] * goes


@pytest.mark.parametrize(("line", "goes"), [("A gull upon the mast of it", 0), ("Desk", 1)])
def test_a_caption_stands_between_labels_and_counts_of_pictures(line: str, goes: int) -> None:
    said = (*PARAGRAPHS, "1 / 2", line, "Next slide", "2 / 2")
    blocks = [Block(n, text) for n, text in enumerate(said)]
    kinds = {3: "navigation", 5: "caption", 6: "navigation"}
    gone = {n: likely(blocks[n], "x").but(kind=kind) for n, kind in kinds.items()}
    stays = tuple(block for block in blocks if block.index not in gone)
    assert len(list(find(Article(stays, is_text=True, gone=gone)))) == goes


def test_a_line_goes_on_where_the_next_one_begins_in_the_middle_of_a_sentence() -> None:
    assert not list(find(article("PQRlsg", gone="s")))
    assert not list(find(article("PQRglsg", gone="g")))


def test_headline_between_labels_and_a_date_is_the_title() -> None:
    title = "Keeper of the light returns a novel to the library after forty years"
    lines = ("Subscribe", "Share on Facebook", title, "Published: 12 March 2025, 10:14")
    cleaned = clean("\n".join((*lines, *PARAGRAPHS)))
    assert title in (cleaned.title, *cleaned.text.splitlines())


ROWS = "<li>Length: ninety-one metres</li><li>Width: two barrows</li><li>Toll: a song</li>"


@pytest.mark.parametrize(
    ("box", "goes"),
    [
        ("<div><p>By using this site you agree to our use of cookies.</p><p>Good</p></div>", True),
        ("<div><p>Share on Facebook</p><h2>A song</h2></div>", False),
        (f"<div><p>Share on Facebook</p><ul>{ROWS}</ul></div>", False),
        ("<div><p>Share on Facebook</p><p>Copy link</p><ul><li>Good</ul></div>", False),
        ("<div><p>Share on Facebook</p></div><p>Good</p>", False),
        ("<div><p>By Jane Doe</p><p>12 March 2025</p><p>Good</p></div>", False),
    ],
)
def test_boxes_of_a_page(box: str, goes: bool) -> None:
    text = [f"<p>{text} {text.replace('novel', 'book')}</p>" for text in PARAGRAPHS]
    cleaned = clean(f"<article>{''.join((*text, box, *reversed(text)))}</article>")
    assert any(f.kind == "enclosed" for f in cleaned.findings) is goes
