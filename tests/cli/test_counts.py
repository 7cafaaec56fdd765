"""One count of words: whatever tells people how long a page or its article is says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cleaner import clean
from cleaner.batch.dedup.facts import facts_of
from cleaner.rendering.counts import stripped_kinds, words_in, words_out
from cleaner.text.word_count import word_count
from tests.cases import FIXTURES
from tests.cli.made import index, run

PAGES = [
    FIXTURES / "pages" / name for name in ("seed-html/page.html", "zh-crypto-portal/page.html")
]
COUNTS = [(1629, 1055), (1142, 1026)]


@pytest.mark.parametrize(("page", "counts"), [*zip(PAGES, COUNTS, strict=True)])
def test_all_say_the_same(folder: Path, page: Path, counts: tuple[int, int]) -> None:
    before, after = counts
    assert f": {before:,} words in, {after:,} kept; " in run("explain", str(page)).stdout
    run("clean", str(page), "one.html", "-o", "out")
    row, _ = index(folder / "out")
    assert (row["words_in"], row["words_out"]) == counts
    assert f"as it is delivered: {after:,} words<" in run("report", str(page)).stdout
    assert f", {after:,} words; stripped: " in run("accept", str(page), "--into", "new").stdout
    facts = facts_of(clean(page.read_bytes()))
    assert facts is not None and facts["words"] == after


def test_words_are_counted_as_wc_counts_what_is_written(folder: Path) -> None:
    written = run("clean", str(PAGES[0]), "--no-title").stdout
    assert len(written.split()) == COUNTS[0][1]


@pytest.mark.parametrize(
    "page", sorted(FIXTURES.glob("pages/*/page.*")), ids=lambda p: p.parent.name
)
def test_the_words_of_the_extraction_are_those_that_restore_gives(page: Path) -> None:
    cleaned = clean(page.read_bytes())
    assert words_in(cleaned) == word_count(cleaned.restore()) >= words_out(cleaned) > 0


def test_kinds_are_told_with_the_most_frequent_first() -> None:
    assert re.match(
        r"price-widget 6, related-items 5, ", stripped_kinds(clean(PAGES[0].read_bytes()))
    )
    assert (
        stripped_kinds(clean("Rain fell on the town all night, and the river rose.")) == "nothing"
    )
