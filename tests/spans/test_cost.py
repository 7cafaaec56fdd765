"""What finding spans costs grows with the page, whatever the page holds."""

from __future__ import annotations

import time

import pytest

from cleaner import clean
from tests.growth import markup, paragraphs
from tests.growth.markup import AFTER, BEFORE, numbered, repeated

TWICE = "It’s said of boat {n} that its crew isn’t paid and can’t leave the café."
KNOWN = markup.CASES | paragraphs.CASES
CASES = {
    **{name: KNOWN[name] for name in ("lists in a list", "words, each bold")},
    "ends of nothing": repeated("</x></y>", BEFORE, AFTER),
    "starts of nothing": repeated("<p><li>", BEFORE, AFTER),
    "white space": repeated("&nbsp;", BEFORE, AFTER),
    "comments without end": repeated("<!-- ", BEFORE, AFTER),
    "tags without end": repeated("<a title='", BEFORE, AFTER),
    "quotations": repeated("<q>boat ", BEFORE, AFTER),
    "listings as text": repeated("<xmp>boat</xmp>", BEFORE, AFTER),
    "decoded twice": numbered(f"<p>{TWICE.encode().decode('cp1252')}</p>\n"),
    "lines of text": lambda n: "\n\n".join(TWICE.format(n=i) for i in range(n // len(TWICE))),
    "lines decoded twice": lambda n: "\n\n".join(
        TWICE.format(n=i).encode().decode("cp1252") for i in range(n // len(TWICE))
    ),
}
SIZE = 25_000


@pytest.mark.limits
@pytest.mark.parametrize("name", CASES)
def test_cost_is_bounded_by_the_size(name: str) -> None:
    cleaned = clean(CASES[name](SIZE))
    start = time.process_time()
    assert len(cleaned.spans.blocks) == len(cleaned.blocks)
    assert time.process_time() - start < 0.2 + 15e-6 * SIZE
