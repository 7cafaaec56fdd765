"""What keeps cost in proportion to the page: every bound does what it says, and errs to keeping."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import clean
from cleaner.decision import decide
from cleaner.document.article import Article
from cleaner.document.block import Block, Layout, Mark
from cleaner.document.cut import kept_gaps
from cleaner.document.finding import certain, likely
from cleaner.extraction.candidates import NEARBY, Loose
from cleaner.extraction.classifier import MAX_JUDGED, judge_text
from cleaner.extraction.model import CHUNK
from cleaner.extraction.shipped import model
from cleaner.html_report.pieces import Numbered, pieces_of
from cleaner.residue import comments, navigation, tags
from cleaner.signals.coverage import Coverage
from cleaner.text.likeness import likeness, likeness_of
from cleaner.text.words import words
from tests.growth.lines import CASES, PROSE
from tests.made import of

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).filter(lambda s: s[0] < s[1]))


def _article(*lines: str, tag: str = "p", is_text: bool = False) -> Article:
    blocks = (Block(i, line, Layout(tag)) for i, line in enumerate(lines))
    return Article(tuple(blocks), is_text=is_text)


@pytest.mark.parametrize("name", CASES)
def test_no_input_of_lines_is_a_fault(name: str) -> None:
    cleaned = clean(CASES[name](3000))
    assert cleaned.fault == ""
    assert cleaned.restore()


@given(SPANS)
def test_gaps_are_what_no_span_takes(spans: list[tuple[int, int]]) -> None:
    taken = {i for start, end in spans for i in range(start, end)}
    gaps = kept_gaps(30, spans)
    assert [i for start, end in gaps for i in range(start, end)] == sorted(set(range(30)) - taken)
    assert all(a[1] < b[0] for a, b in pairwise(gaps))


@given(SPANS, st.integers(0, 29), st.integers(1, 30))
def test_marks_move_with_their_text(spans: list[tuple[int, int]], start: int, size: int) -> None:
    text = "".join(chr(65 + i) for i in range(30))
    end = min(30, start + size)
    block = Block(0, text, Layout(), (Mark(start, end, "em"),))
    found = [of("leftover", certain(block, "", span)) for span in spans]
    for left in decide(Article((block,)), found).kept:
        wanted = "".join(c for c in text[start:end] if c in left.text)
        assert "".join(left.text[m.start : m.end] for m in left.marks) == wanted


@given(SPANS)
def test_pieces_name_all_that_was_found_over_them(spans: list[tuple[int, int]]) -> None:
    block = Block(0, "x" * 30)
    found = [Numbered(n, likely(block, "", span)) for n, span in enumerate(spans)]
    pieces = pieces_of(block.text, found)
    assert [(p.start, p.end) for p in pieces][-1:] == [(pieces[-1].start, 30)]
    for piece in pieces:
        over = {n for n, (start, end) in enumerate(spans) if start <= piece.start < end}
        assert {n.number for n in piece.over} == over


def test_the_report_alone_restores_a_block_with_many_cuts() -> None:
    line = "We use cookies. " + PROSE[0]
    cleaned = clean("\n\n".join([*PROSE, line, "Share", "Advertisement"]))
    assert line in cleaned.restore()


def test_tables_of_contents_take_no_line_over_and_over() -> None:
    lines = ["Contents", "Ferries", "Islands"] * 100
    article = _article(*PROSE, *lines, is_text=True)
    found = [f for f in navigation.find(article) if "entry of" in f.because]
    assert 0 < len(found) <= 2 * len(lines)


def test_a_heading_of_contents_has_the_headings_further_down_as_entries() -> None:
    blocks = [Block(0, "Contents", Layout("h2")), Block(1, "Rudders"), Block(2, "Hulls")]
    blocks += [Block(3, PROSE[0]), Block(4, "Rudders", Layout("h2")), Block(5, PROSE[1])]
    found = [f.text for f in navigation.find(Article(tuple(blocks))) if "entry" in f.because]
    assert found == ["Rudders"]


def test_keywords_are_looked_for_under_so_many_labels() -> None:
    article = _article(*PROSE, *["Tags", "ferry"] * (tags.MAX_LABELS + 50))
    found = list(tags.find(article))
    assert sum("label over" in f.because for f in found) == tags.MAX_LABELS + 50
    last = len(PROSE) + 2 * tags.MAX_LABELS + 40
    assert not any(f.block.index >= last and "keyword under" in f.because for f in found)


def test_a_block_is_said_to_be_a_comment_once_however_many_headings_stand_over_it() -> None:
    article = _article(*PROSE, *["12 Comments", "Ann, 3 hours ago", "Reply"] * 200)
    found = list(comments.find(article))
    assert {f.block.index for f in found} == set(range(len(PROSE), len(PROSE) + 600))
    assert len(found) <= 2 * 600


def test_what_is_left_to_compare_runs_out() -> None:
    body = [Block(i, text) for i, text in enumerate(PROSE)]
    coverage = Coverage()
    assert coverage.of(PROSE[0], coverage.said(body)) == 1
    coverage.left = 0
    assert coverage.of(PROSE[0], coverage.said(body)) == 0


@given(st.text("ab c", max_size=40), st.text("ab c", max_size=40), st.integers(1, 100))
def test_likeness_is_the_same_with_a_least(one: str, other: str, least: int) -> None:
    full = likeness(one, other)
    assert likeness_of(words(one), words(other), least) == (full if full >= least else 0)


def test_lines_are_found_among_loose_letters_in_any_order() -> None:
    cells = [f"cell{i}of" for i in range(5000)]
    loose = Loose("".join(cells))
    assert all(loose.holds(cell) for cell in cells)
    assert loose.holds(cells[1])
    assert not loose.holds("absent")
    loose.at, loose.left = len(loose.letters), 0
    assert loose.holds(cells[-1])
    assert len(loose.letters) > 2 * NEARBY
    assert not loose.holds(cells[0])  # too far, with nothing left to look through


def test_rows_are_scored_alike_in_parts() -> None:
    chosen = model("text")
    row = [float(i % 7) for i in range(len(chosen.features))]
    rows = [[*row[:-1], float(i)] for i in range(CHUNK + 3)]
    whole = chosen.log_odds(rows)
    assert len(whole) == len(rows)
    assert whole[-3:].tolist() == chosen.log_odds(rows[-3:]).tolist()


def test_a_text_of_too_many_lines_is_not_judged() -> None:
    article = _article(*PROSE, *["A line"] * (MAX_JUDGED + 1), is_text=True)
    judgement = judge_text(article)
    assert judgement.judged == []
    assert set(judgement.scores) == {judgement.scores[0]}
    assert judgement.scores[0] > 0.9


@pytest.mark.parametrize(
    "tag", ["p", "li", "dd", "dt", "tr", "td", "h1", "h6", "pre", "form", "div"]
)
@pytest.mark.parametrize("count", [1500, 10_000])
def test_an_article_behind_any_number_of_tags_that_never_end_is_read(tag: str, count: int) -> None:
    article = "".join(f"<p>{text}</p>" for text in PROSE)
    cleaned = clean(f"<html><body>{f'<{tag}>' * count}<article>{article}</article></body></html>")
    assert all(text in cleaned.text for text in PROSE)
