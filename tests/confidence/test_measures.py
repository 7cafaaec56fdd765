"""Measures of a page: finite on anything, and lower confidence where more is in doubt."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.confidence import measures
from cleaner.confidence.measures import MEASURES
from cleaner.confidence.predicted import predicted
from cleaner.extraction.shipped import model
from tests.confidence.made import Row, review

SCORES = st.floats(0, 1)
ROWS = st.lists(st.builds(Row, SCORES, st.integers(2, 90), st.booleans(), st.booleans()))


def test_the_model_asks_for_every_measure_in_order() -> None:
    assert model("confidence").features == tuple(MEASURES)


@given(rows=ROWS)
def test_a_confidence_is_a_share_whatever_the_page_is(rows: list[Row]) -> None:
    made = review(*rows)
    assert all(isfinite(measure(made)) for measure in MEASURES.values())
    assert 0 <= predicted(made) <= 1
    assert predicted(made) == predicted(review(*rows))


def test_what_is_expected_is_the_f1_that_the_scores_would_have() -> None:
    assert measures.expected(review(*[Row(1.0)] * 4)) == 1
    assert measures.expected(review(*[Row(0.5)] * 4)) == pytest.approx(2 / 3)
    assert measures.expected(review(Row(1.0), Row(1.0, kept=False))) == pytest.approx(2 / 3)


def test_what_stands_between_is_no_border() -> None:
    rows = [Row(1.0), Row(0.4, kept=False), Row(1.0)]
    assert measures.between(review(*rows)) == 0.5
    assert measures.gaps(review(*rows)) == pytest.approx(0.2)
    assert measures.between(review(*rows[:2])) == 0


def test_confidence_falls_with_doubt() -> None:
    sure = predicted(review(*[Row(0.99)] * 8))
    unsure = predicted(review(*[Row(0.6)] * 8))
    torn = predicted(review(*[Row(0.3, voted=False)] * 8))
    assert sure > 0.95
    assert sure > max(unsure, torn)
