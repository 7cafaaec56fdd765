"""No paragraph, however odd, costs time that grows with the square of its length."""

from __future__ import annotations

import time

import pytest

from cleaner import clean

LEAD = (
    "The ferry between the two islands was cancelled on Monday after divers found a crack in its "
    "rudder, the operator said."
)
LAST = (
    "Some three hundred people live on the smaller island through the winter, and most of them buy "
    "their groceries on the mainland."
)
SIGNS = 20_000
PIECES = [
    "a", "A", "1", "_", "本", "1,", "1.5 and ", "word ", "a.", "a@", ".", "…", "-", "/", "(", "“",
    "<a href=/>x</a> ", "$1 ", "12:30 ", "A. ", "by ", "&nbsp;", "&#8203;",
    "<b>x</b> ", "<br>", "<i>",
]  # fmt: skip


@pytest.mark.parametrize(
    "form", ["<p>{}</p><p>{}</p><p>{}</p>", "{}\n\n{}\n\n{}"], ids=["html", "text"]
)
@pytest.mark.parametrize("piece", PIECES)
def test_one_long_paragraph(piece: str, form: str) -> None:
    odd = piece * (SIGNS // len(piece))
    start = time.process_time()
    cleaned = clean(form.format(LEAD, odd, LAST))
    assert time.process_time() - start < 2
    assert cleaned.fault == ""
    assert "groceries on the mainland" in cleaned.text


def test_a_lead_that_is_said_again_in_a_very_long_paragraph() -> None:
    again = LEAD.replace("its", "the").rstrip(".") + " and more words here" * (SIGNS // 16)
    start = time.process_time()
    clean("\n\n".join([LEAD, LAST, f"{again} at v2.a the end.", LAST.replace("three", "four")]))
    assert time.process_time() - start < 2
