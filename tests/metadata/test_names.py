"""Names in a value, whatever stands in it."""

from __future__ import annotations

import pytest

from cleaner.metadata.names import names_in


@pytest.mark.parametrize("said", ["1" * 90 + " x", "(1" * 45 + " x", " 1 (a)" * 80 + " x"])
def test_many_digits_take_no_more_time_than_other_letters(said: str) -> None:
    """One try for each way to part them would not end."""
    assert len(names_in(said)) <= 1
