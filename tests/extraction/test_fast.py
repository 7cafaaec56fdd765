"""The fast way: a page's own structure votes, and trafilatura is asked only where it is silent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cleaner import Options, clean
from cleaner.extraction import page_blocks
from cleaner.options import OptionsError

FAST = Options(fast=True)
SENTENCES = (
    "The harbour of Kvaloy took in its first boat of the season on a calm and grey morning.",
    "Its crew of three had been out since Sunday, and brought four tons of cod to the quay.",
    "Prices have not been as low for ten years, said the woman who keeps the scales there.",
    "Nobody expects the other boats before the ice has left the sound, which may take weeks.",
)
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
MENU = "<nav><a href='/a'>News</a> <a href='/b'>Sport</a></nav>"
CARDS = "".join(
    f"<div class=c><a href='/{n}'>A village that has one road and {n} bridges</a></div>"
    for n in range(6)
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """The pages about which trafilatura was asked."""
    pages: list[object] = []
    vote = page_blocks.vote

    def counted(source: object) -> object:
        pages.append(source)
        return vote(source)  # type: ignore[arg-type]

    monkeypatch.setattr(page_blocks, "vote", counted)
    yield pages


@pytest.mark.parametrize(
    "page",
    [
        f"{MENU}<main><h1>Boats of Kvaloy</h1>{STORY}</main>{CARDS}",
        f"<div>{MENU}</div><div><div>{STORY}</div></div><aside>{CARDS}</aside>",
        f"<article><section>{STORY}</section><section>{CARDS}</section></article>",
        f"<table><tr><td>{CARDS}</td><td>{STORY}</td></tr></table>",
    ],
)
def test_an_article_in_one_place_needs_nobody_else(page: str, asked: list[object]) -> None:
    cleaned = clean(f"<html><body>{page}</body></html>", options=FAST)
    paragraphs = [block.text for block in cleaned.blocks if block.is_prose]
    assert paragraphs == [*SENTENCES]
    assert "bridges" not in cleaned.text
    assert not asked


@pytest.mark.parametrize(
    "page", ["<p>One short line.</p>", f"<ul>{CARDS}</ul>", "<p>Two boats came in.</p>" * 2]
)
def test_a_page_without_paragraphs_is_put_to_trafilatura(page: str, asked: list[object]) -> None:
    clean(f"<html><body>{page}</body></html>", options=FAST)
    assert asked


def test_the_usual_way_asks_trafilatura(asked: list[object]) -> None:
    clean(f"<html><body><main>{STORY}</main></body></html>")
    assert asked


def test_text_is_cleaned_the_same_way() -> None:
    text = "\n\n".join(SENTENCES)
    assert clean(text, options=FAST) == clean(text)


def test_fast_is_a_flag() -> None:
    with pytest.raises(OptionsError, match="fast"):
        Options(fast="yes")  # type: ignore[arg-type]
