"""How much the classifier may take, and what goes however much else does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from cleaner.document.finding import Sureness
from cleaner.document.verdict import UNLIKE, Verdict
from cleaner.residue import leftover
from tests.made import PROSE, article

PROMOTION = (
    "The harbour club meets on Sundays, and new members are welcome at any time of the year."
)
LOW = 0.1


def sureness(
    lines: Sequence[str], scores: Mapping[int, float], *, is_text: bool = False
) -> dict[int, Sureness]:
    """How sure each line is found to go, by its number. scores: of those that the model drops."""
    whole = article(*lines, is_text=is_text)
    verdicts = {
        block.index: Verdict(
            scores.get(block.index, 0.95), 12.0, block.index in scores, False, lambda: UNLIKE
        )
        for block in whole
    }
    found = leftover.find(replace(whole, verdicts=verdicts))
    return {finding.block.index: finding.sureness for finding in found}


def test_a_small_share_goes() -> None:
    lines = [*PROSE[:5], PROMOTION]
    assert sureness(lines, {5: LOW}) == {5: Sureness.LIKELY}


def test_much_of_it_is_only_possible_among_the_article() -> None:
    lines = [PROSE[0], PROMOTION, PROSE[1], PROMOTION, PROSE[2]]
    assert set(sureness(lines, {1: LOW, 3: LOW}).values()) == {Sureness.POSSIBLE}


def test_prose_behind_the_last_sure_paragraph_goes_however_much_it_is() -> None:
    lines = [*PROSE[:2], PROMOTION, PROMOTION, PROMOTION]
    low = dict.fromkeys((2, 3, 4), LOW)
    assert set(sureness(lines, low).values()) == {Sureness.LIKELY}
    doubtful = dict.fromkeys((2, 3, 4), 2 * LOW)
    assert set(sureness(lines, doubtful).values()) == {Sureness.POSSIBLE}


def test_lines_behind_it_may_be_verse_or_results() -> None:
    lines = [*PROSE[:2], "Noonan 45.0%", "Carnell 27.8%", "Vanney 9.1%"]
    assert set(sureness(lines, dict.fromkeys((2, 3, 4), LOW)).values()) == {Sureness.POSSIBLE}


def test_of_a_scrape_more_may_go() -> None:
    lines = [*PROSE[:3], *[PROMOTION] * 4]
    low = dict.fromkeys(range(3, 7), LOW)
    assert set(sureness(lines, low, is_text=True).values()) == {Sureness.LIKELY}
    lines += [PROMOTION] * 5
    low = dict.fromkeys(range(3, 12), LOW)
    assert set(sureness(lines, low, is_text=True).values()) == {Sureness.POSSIBLE}


def test_behind_an_article_that_is_beyond_doubt_all_of_a_scrape_may_go() -> None:
    line = PROMOTION[:-1]
    lines = [line, *PROSE[:3], line, PROSE[3], *[line] * 9, PROMOTION, f"on {line}", f"{line}:"]
    low = dict.fromkeys((0, 4, *range(6, 18)), LOW)
    found = sureness(lines, low, is_text=True)
    others = [found.pop(at) for at in (0, 4, 15, 16, 17)]
    assert set(others) == {Sureness.POSSIBLE}
    assert set(found.values()) == {Sureness.LIKELY}


def test_a_part_of_a_sentence_that_a_scrape_cut_at_its_links_is_only_possible() -> None:
    torn = "The ferry’s new hull was met with disdain by the"
    rest = (", and with", "joy by the yard. It is to be ready in June.", "Share this")
    low = dict.fromkeys((4, 5, 6, 7), LOW)
    found = sureness([*PROSE[:4], torn, *rest], low, is_text=True)
    unsure = Sureness.POSSIBLE
    assert found == {4: unsure, 5: unsure, 6: unsure, 7: Sureness.LIKELY}


@pytest.mark.parametrize(
    ("under", "how"),
    [
        ("A council finds what it needs in the reserve for a car park", Sureness.POSSIBLE),
        ("Local news", Sureness.LIKELY),
    ],
)
def test_the_line_under_the_headline_of_a_scrape_is_only_possible(
    under: str, how: Sureness
) -> None:
    headline = "Ferry between the islands is cancelled"
    lines = [f"{headline} | The Wharf", "Home", headline, under, "Share this", *PROSE[:4]]
    found = sureness(lines, dict.fromkeys((1, 3, 4), LOW), is_text=True)
    assert found == {1: Sureness.LIKELY, 3: how, 4: Sureness.LIKELY}


def test_a_postscript_of_a_scrape_is_only_possible() -> None:
    lines = [*PROSE[:4], "Yours, Moira", "P.S. The cat is well.", "PS2 games", "Share this"]
    found = sureness(lines, dict.fromkeys((5, 6, 7), LOW), is_text=True)
    assert found == {5: Sureness.POSSIBLE, 6: Sureness.LIKELY, 7: Sureness.LIKELY}


SAID = ("Nobody was hurt.", "Никто не пострадал.", "没有人受伤。", "لم يصب أحد.")


@pytest.mark.parametrize("said", SAID)
def test_a_short_sentence_beside_a_paragraph_of_a_scrape_is_only_possible(said: str) -> None:
    for at in (0, 3, 6):
        lines = [*PROSE[:6]]
        lines.insert(at, said)
        assert sureness(lines, {at: LOW}, is_text=True) == {at: Sureness.POSSIBLE}


def test_a_notice_that_comes_again_is_no_such_sentence() -> None:
    lines = [SAID[0], *PROSE[:5], SAID[0]]
    assert set(sureness(lines, {0: LOW, 6: LOW}, is_text=True).values()) == {Sureness.LIKELY}


@pytest.mark.parametrize("lines", [("SKARN", "– It snowed all night."), ("NOTES –", "It snowed.")])
def test_what_a_scrape_cut_at_a_dash_is_only_possible(lines: tuple[str, str]) -> None:
    whole = ["Home", *lines, *PROSE[:5]]
    found = sureness(whole, {0: LOW, 1: LOW}, is_text=True)
    assert found == {0: Sureness.LIKELY, 1: Sureness.POSSIBLE}


def test_of_a_scrape_long_lines_count_as_paragraphs() -> None:
    excerpt = " ".join(PROSE[:2])[:-1]
    lines = [*PROSE[:2], PROMOTION[:-1], *[excerpt] * 2]
    assert sureness(lines, {2: LOW}, is_text=True) == {2: Sureness.LIKELY}
    assert not sureness(lines[:4], {2: LOW}, is_text=True)
